import { add, compare, decimal, least, subtract, times, whole, ZERO } from "./exact.rules.js";
import type { Exact } from "./exact.rules.js";
import type { Scheme, TierBounds } from "./terms.rules.js";
import type { Trace } from "./trace.rules.js";

/** A tier with the rate or the price that everything in it is multiplied by. */
export type FactorTier = TierBounds & { factor: string };

/**
 * What an input comes to under tiers that cover everything from zero up. The lowest tier also goes
 * for what is below zero, so that undoing a transaction undoes what it brought.
 */
export function tieredValue(
  input: Exact,
  { scheme, tiers }: { scheme: Scheme; tiers: readonly FactorTier[] },
  trace: Trace,
): Exact {
  if (scheme === "GRADUATED") return graduated(input, tiers, trace);
  return valueIn(reachedTier(input, tiers), input, trace);
}

/** The tier that an input has reached. */
export function reachedTier<T extends TierBounds>(input: Exact, tiers: readonly T[]): T {
  const reached = tiers.findLast(({ from }) => compare(input, whole(BigInt(from))) >= 0);
  const tier = reached ?? tiers[0];
  if (!tier) throw new Error("Terms were not validated: a clause has no tiers");
  return tier;
}

function graduated(input: Exact, tiers: readonly FactorTier[], trace: Trace): Exact {
  let sum = ZERO;
  for (const [index, tier] of tiers.entries()) {
    const from = whole(BigInt(tier.from));
    if (index > 0 && compare(input, from) <= 0) break;
    const end = tier.to === null ? input : least(input, whole(BigInt(tier.to)));
    sum = add(sum, valueIn(tier, subtract(end, from), trace));
  }
  return sum;
}

function valueIn({ from, to, factor }: FactorTier, part: Exact, trace: Trace): Exact {
  const value = times(part, decimal(factor));
  trace({ is: "TIER", from, to, part, factor, value });
  return value;
}
