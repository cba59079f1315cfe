/**
 * How many random runs a property or fault test makes: `quick` in `npm test`, `long` in
 * `npm run soak`, or as many as TUTTI_SOAK_SEEDS says.
 */
export function soakRuns(quick: number, long: number, env = process.env): number {
  const asked = env["TUTTI_SOAK_SEEDS"];
  if (asked === undefined) return env["TUTTI_SOAK"] === "1" ? long : quick;
  const runs = Number(asked);
  if (Number.isInteger(runs) && runs > 0) return runs;
  throw new RangeError(`TUTTI_SOAK_SEEDS is "${asked}": a whole number above 0 is expected`);
}

/** A test's time limit in milliseconds: none in a soak, which takes as long as it takes. */
export function soakTimeout(quickMs: number, env = process.env): number {
  return env["TUTTI_SOAK"] === "1" ? 0 : quickMs;
}
