/** Numbers from `first` to `last`, both of them included. */
export interface NumberRange {
  first: bigint;
  last: bigint;
}

const DIGITS = /^\d{1,18}$/;

/** The number of a text in a sequence; null when it is none of it. */
export function sequenceNumber(text: string | null | undefined, prefix: string): bigint | null {
  if (text === null || text === undefined || !text.startsWith(prefix)) return null;
  const digits = text.slice(prefix.length);
  return DIGITS.test(digits) ? BigInt(digits) : null;
}

/** Numbers as ranges, in order. */
export function rangesOf(numbers: Iterable<bigint>): NumberRange[] {
  const sorted = [...new Set(numbers)].toSorted((one, other) => (one < other ? -1 : 1));
  const ranges: NumberRange[] = [];
  for (const number of sorted) {
    const open = ranges.at(-1);
    if (open !== undefined && open.last + 1n === number) open.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}

/** Ranges as people write them: "4, 7-9". */
export function rangeText(ranges: readonly NumberRange[]): string {
  return ranges
    .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
    .join(", ");
}
