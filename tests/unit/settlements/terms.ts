import { accumulate, NO_TOTALS } from "../../../src/settlements/accumulate.rules.js";
import type { CountedTransaction, Rates, Totals } from "../../../src/settlements/input.rules.js";
import type { Terms } from "../../../src/settlements/terms.rules.js";
import { validateTerms } from "../../../src/settlements/validate-terms.rules.js";

/** Terms as a caller writes them. */
export type TermsJson = Record<string, unknown>;

/** What a contract needs besides its bases and clauses: KRW, calendar months. */
export const FRAME = { currency: "KRW", cycle: { rhythm: { kind: "MONTHLY" } } };

/** A month in KRW with these clauses on the basis `ggr`, unless the changes say otherwise. */
export function terms(clauses: readonly TermsJson[], changes: TermsJson = {}): Terms {
  const bases = [{ id: "ggr", kind: "GGR" }];
  return validateTerms({ ...FRAME, bases, clauses, ...changes });
}

export function share(changes: TermsJson = {}): TermsJson {
  const tiers = [{ from: "0", rate: "0.10" }];
  const clause = { id: "share", kind: "REVENUE_SHARE", basis: "ggr", beneficiary: "PARTNER" };
  return { ...clause, scheme: "FLAT", tiers, ...changes };
}

/** Tiers that end where the next begins: `[from, rate]`. */
export function rateTiers(...steps: readonly (readonly [from: string, rate: string])[]) {
  return steps.map(([from, rate], index) => ({ from, to: steps[index + 1]?.[0] ?? null, rate }));
}

/** A transaction in KRW: `transaction("bet", "IN", 100n)`. */
export function transaction(
  type: string,
  direction: CountedTransaction["direction"],
  amountMinor: bigint,
  changes: Partial<CountedTransaction> = {},
): CountedTransaction {
  const currency = "KRW";
  return { type, direction, amountMinor, currency, count: 1n, dayRate: null, ...changes };
}

/** The totals of transactions, one after the other. */
export function totalsOf(of: Terms, transactions: readonly CountedTransaction[]): Totals {
  return transactions.reduce((totals, each) => accumulate(of, totals, each), NO_TOTALS);
}

/** A whole month of 30 days under one version. */
export function month(
  of: Terms,
  transactions: readonly CountedTransaction[],
  rates: Rates = new Map(),
) {
  const segment = { version: 1, terms: of, days: 30, totals: totalsOf(of, transactions) };
  return { segments: [segment], periodDays: 30, rates, quarter: [] };
}
