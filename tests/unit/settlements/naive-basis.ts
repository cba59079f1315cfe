import type { CountedTransaction } from "../../../src/settlements/input.rules.js";
import type {
  Basis,
  Measure,
  Scheme,
  Selector,
  Terms,
} from "../../../src/settlements/terms.rules.js";
import { exponentOf } from "../../../src/shared/money.js";
import { fraction, Fraction, larger, smaller, total } from "./fraction.js";

/** A transaction, with the published rate of its period where the contract has such. */
export type NaiveTransaction = CountedTransaction & { periodRates: ReadonlyMap<string, string> };

/** What a transaction is worth in the settlement currency, in minor units; null does not count. */
export function worth(terms: Terms, transaction: NaiveTransaction): Fraction | null {
  const { currency, amountMinor, dayRate, periodRates } = transaction;
  if (currency === terms.currency) return fraction(amountMinor);
  const source = terms.rateSource;
  if (source === null) return null;
  let rate: string | null | undefined;
  if (source.kind === "FIXED") {
    rate = source.rates.find((each) => each.currency === currency)?.rate;
  } else if (source.currencies.includes(currency)) {
    rate = source.kind === "DAILY" ? dayRate : periodRates.get(currency);
  }
  if (rate === undefined || rate === null) return null;
  const major = new Fraction(amountMinor, 10n ** BigInt(exponentOf(currency)));
  return major.times(Fraction.of(rate)).times(fraction(10n ** BigInt(exponentOf(terms.currency))));
}

function isSelected(selector: Selector, { type, direction }: NaiveTransaction): boolean {
  if (selector.direction !== "ANY" && selector.direction !== direction) return false;
  if (selector.except.includes(type)) return false;
  return selector.types === null || selector.types.includes(type);
}

/** The sum over transactions, each as often as a selector has it. */
export function selected(
  terms: Terms,
  transactions: readonly NaiveTransaction[],
  selectors: readonly Selector[],
  measure: Measure,
): Fraction {
  const values = transactions.flatMap((transaction) => {
    const value = worth(terms, transaction);
    if (value === null) return [];
    const measured = measure === "AMOUNT" ? value : fraction(transaction.count);
    return selectors
      .filter((selector) => isSelected(selector, transaction))
      .map(({ effect }) => (effect === "ADD" ? measured : fraction(0).minus(measured)));
  });
  return total(values);
}

/** What a basis comes to over transactions; `figureOf` is what an earlier clause came to. */
export function basisOver(
  terms: Terms,
  id: string,
  transactions: readonly NaiveTransaction[],
  figureOf: (clause: string) => bigint,
): Fraction {
  const basis = terms.bases.find((each) => each.id === id) as Basis;
  const value =
    basis.kind === "FREE"
      ? freely(terms, basis, transactions, figureOf)
      : shorthand(terms, basis, transactions);
  return basis.whenNegative === "ZERO" ? larger(value, fraction(0)) : value;
}

function shorthand(
  terms: Terms,
  basis: Exclude<Basis, { kind: "FREE" }>,
  transactions: readonly NaiveTransaction[],
): Fraction {
  const deductions = basis.kind === "NGR" ? basis.deductions : [];
  const values = transactions.map((transaction) => {
    const value = worth(terms, transaction) ?? fraction(0);
    const { type, direction } = transaction;
    const minus = fraction(0).minus(value);
    if (deductions.includes(type)) return direction === "IN" ? value : minus;
    if (basis.types !== null && !basis.types.includes(type)) return fraction(0);
    if (direction === "IN") return value;
    return direction === "OUT" && basis.kind !== "TURNOVER" ? minus : fraction(0);
  });
  return total(values);
}

function freely(
  terms: Terms,
  { steps }: Extract<Basis, { kind: "FREE" }>,
  transactions: readonly NaiveTransaction[],
  figureOf: (clause: string) => bigint,
): Fraction {
  let standing = fraction(0);
  for (const step of steps) {
    let value: Fraction;
    if (step.of === "RATE") value = standing.times(Fraction.of(step.rate));
    else if (step.of === "INPUTS") value = selected(terms, transactions, step.inputs, "AMOUNT");
    else value = total(step.clauses.map((clause) => fraction(figureOf(clause))));
    if (step.atMostRate !== null) {
      const most = larger(standing, fraction(0)).times(Fraction.of(step.atMostRate));
      value = smaller(value, most);
    }
    standing = step.effect === "ADD" ? standing.plus(value) : standing.minus(value);
  }
  return standing;
}

/** Tiers as `[from, to, rate or price]`. */
export type NaiveTier = readonly [from: string, to: string | null, factor: string];

/** What an input comes to under tiers; the lowest goes on below zero. */
export function tiered(input: Fraction, scheme: Scheme, tiers: readonly NaiveTier[]): Fraction {
  if (scheme !== "GRADUATED") return input.times(Fraction.of(factorAt(input, tiers)));
  const parts = tiers.map(([from, to, factor], index) => {
    const start = Fraction.of(from);
    const end = to === null ? input : smaller(input, Fraction.of(to));
    const part = end.minus(start);
    const within = index === 0 ? part : larger(part, fraction(0));
    return within.times(Fraction.of(factor));
  });
  return total(parts);
}

/** The rate or the price of the tier that an input lies in. */
export function factorAt(input: Fraction, tiers: readonly NaiveTier[]): string {
  const within = tiers.filter(([from]) => !input.isBelow(Fraction.of(from)));
  return (within.at(-1) ?? tiers[0])?.[2] ?? "0";
}
