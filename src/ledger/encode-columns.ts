/**
 * Builds the Postgres text form of arrays, one column at a time: much cheaper than a generic one.
 */

/** An array of values whose text needs no quoting: numbers, UUIDs, enums, timestamps. */
export function plainColumn<T>(
  rows: readonly T[],
  pick: (row: T) => string | number | bigint,
): string {
  let text = "{";
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined) continue;
    text += i === 0 ? pick(row) : `,${pick(row)}`;
  }
  return `${text}}`;
}

/** An array of free text or null. */
export function textColumn<T>(rows: readonly T[], pick: (row: T) => string | null): string {
  return plainColumn(rows, (row) => {
    const value = pick(row);
    return value === null ? "NULL" : quote(value);
  });
}

/** Postgres text cannot hold U+0000; what comes from outside is checked before it gets here. */
function quote(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

/** An array of timestamps from milliseconds since the epoch, or null. */
export function timeColumn<T>(rows: readonly T[], pick: (row: T) => number | null): string {
  let last: number | null = Number.NaN;
  let text = "";
  return plainColumn(rows, (row) => {
    const millis = pick(row);
    if (millis !== last) {
      last = millis;
      text = millis === null ? "NULL" : new Date(millis).toISOString();
    }
    return text;
  });
}
