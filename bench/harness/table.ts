/** Columns as wide as their widest cell; the first is aligned left, the others right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? "";
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)];
}

/** A number for people: four digits, thousands set apart. */
export function readable(value: number): string {
  const digits = Math.abs(value) >= 1_000 ? 0 : Math.max(0, 3 - exponent(value));
  return value.toLocaleString("en-US", { maximumFractionDigits: Math.min(digits, 6) });
}

function exponent(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
}
