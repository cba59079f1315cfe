/** Labels on the left, values on the right. */
export function table(rows: readonly [label: string, value: string][]): string {
  const labels = Math.max(...rows.map(([label]) => label.length));
  const values = Math.max(...rows.map(([, value]) => value.length));
  return rows
    .map(([label, value]) => `  ${label.padEnd(labels)}  ${value.padStart(values)}`)
    .join("\n");
}
