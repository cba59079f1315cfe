import type { AccrualTerms, InputTotal } from "../ledger/index.js";
import { multiplyByRate } from "../shared/money.js";

/**
 * What the partner is owed under the terms for the totals of a period, in minor units; negative is
 * owed by the partner. The basis is the sum of what came in (TURNOVER), or that less what went out
 * (NET); a transaction without direction does not count.
 */
export function settle(terms: AccrualTerms, inputs: ReadonlyMap<string, InputTotal>): bigint {
  return multiplyByRate(basisOf(terms, inputs), terms.shareRate, terms.rounding);
}

function basisOf({ basis }: AccrualTerms, inputs: ReadonlyMap<string, InputTotal>): bigint {
  let sum = 0n;
  for (const [name, { amountMinor }] of inputs) {
    if (name.endsWith(":IN")) sum += amountMinor;
    else if (basis === "NET" && name.endsWith(":OUT")) sum -= amountMinor;
  }
  return sum;
}
