/**
 * A moment in the history of a database is a snapshot of it, as `pg_current_snapshot` writes it:
 * `xmin:xmax:xip`, where all transactions below xmin are seen, none from xmax on, and in between
 * those that are not in the list xip of transactions under way.
 */
const RADIX = 36;

/** A moment as cursors carry it: distances instead of numbers. */
export function shortened(moment: string): string {
  const { xmin, xmax, active } = partsOf(moment);
  return [xmin, xmax - xmin, ...active.map((id) => id - xmin)]
    .map((each) => each.toString(RADIX))
    .join(".");
}

/** The moment of a cursor. */
export function lengthened(text: string): string {
  const [xmin = 0n, ...distances] = text.split(".").map(bigintOf);
  const [xmax = xmin, ...active] = distances.map((each) => xmin + each);
  return `${xmin}:${xmax}:${active.join(",")}`;
}

/** Whether a moment knows of transactions that another one cannot. */
export function isAhead(moment: string, of: string): boolean {
  return partsOf(moment).xmax > partsOf(of).xmax;
}

function partsOf(moment: string): { xmin: bigint; xmax: bigint; active: bigint[] } {
  const [xmin = "0", xmax = "0", active = ""] = moment.split(":");
  const ids = active === "" ? [] : active.split(",").map(BigInt);
  return { xmin: BigInt(xmin), xmax: BigInt(xmax), active: ids };
}

function bigintOf(digits: string): bigint {
  let value = 0n;
  for (const digit of digits) value = value * BigInt(RADIX) + BigInt(parseInt(digit, RADIX));
  return value;
}
