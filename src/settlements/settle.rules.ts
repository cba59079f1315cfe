import type { AccrualTerms, InputTotal } from "../ledger/index.js";
import { multiplyByRate } from "../shared/money.js";
import type { Terms } from "./terms.rules.js";

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

/** Terms that are one flat share of turnover or GGR, as the ledger takes them; null for others. */
export function flatShareOf(terms: Terms): Omit<AccrualTerms, "contractId"> | null {
  const [clause, ...more] = terms.clauses;
  if (clause?.kind !== "REVENUE_SHARE" || clause.scheme !== "FLAT" || more.length > 0) return null;
  const kind = terms.bases.find(({ id }) => id === clause.basis)?.kind;
  const [tier] = clause.tiers;
  if (!tier || (kind !== "TURNOVER" && kind !== "GGR")) return null;
  const { mode: rounding } = clause.rounding ?? terms.rounding;
  return { basis: kind === "GGR" ? "NET" : kind, shareRate: tier.rate, rounding };
}
