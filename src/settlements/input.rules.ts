import type { InputTotal, PostingItem } from "../ledger/index.js";
import { exponentOf } from "../shared/money.js";
import { add, decimal, negate, ratio, times, whole, ZERO, type Exact } from "./exact.rules.js";
import { MissingExchangeRate } from "./terms.errors.js";
import type { Measure, Selector, Terms } from "./terms.rules.js";

/**
 * What a period keeps of its transactions, by name: `<type>:<direction>:<currency>` with the sum in
 * minor units of that currency and the count; with `>` and the settlement currency behind it the
 * sum at each day's rate, in units of `DAILY_SCALE`; and by line keys the sums of rounded lines.
 */
export type Totals = ReadonlyMap<string, InputTotal>;

export type Direction = PostingItem["direction"];

/** What a transaction adds: negative where it undoes another, whose type and direction it has. */
export interface CountedTransaction {
  type: string;
  direction: Direction;
  currency: string;
  amountMinor: bigint;
  /** 1; or -1 where nothing is left of another, 0 where a part of it is undone. */
  count: bigint;
  /** The published rate of its day, for a currency that is settled at daily rates. */
  dayRate: string | null;
}

/** What one unit of each currency is worth in the settlement currency; major units of both. */
export type Rates = ReadonlyMap<string, string>;

/** A total as terms count it. */
export interface Fact {
  input: string;
  type: string;
  direction: string;
  currency: string;
  amountMinor: bigint;
  count: bigint;
  /** In minor units of the settlement currency. */
  worth: Exact;
}

/** Rates have up to 8 decimals and exponents differ by up to 4: so much keeps all digits. */
const DAILY_DECIMALS = 12;
const DAILY_SCALE = 10n ** BigInt(DAILY_DECIMALS);

export function inputName({ type, direction, currency }: CountedTransaction): string {
  return `${type}:${direction}:${currency}`;
}

/** Under which name the sum at daily rates is kept. */
export function convertedName(input: string, settlementCurrency: string): string {
  return `${input}>${settlementCurrency}`;
}

/** Whether transactions in a currency count under the terms. */
export function countsCurrency(terms: Terms, currency: string): boolean {
  if (currency === terms.currency) return true;
  const source = terms.rateSource;
  if (source === null) return false;
  if (source.kind !== "FIXED") return source.currencies.includes(currency);
  return source.rates.some((rate) => rate.currency === currency);
}

/**
 * A transaction's amount at its day's rate, in units of 10^-12 minor units; no digit is lost.
 * @throws MissingExchangeRate
 */
export function dailyWorth(terms: Terms, transaction: CountedTransaction): bigint {
  const { currency, amountMinor, dayRate } = transaction;
  if (dayRate === null) throw new MissingExchangeRate(currency, terms.currency);
  const { n, d } = atRate(amountMinor, currency, { rate: dayRate, to: terms.currency });
  return (n * DAILY_SCALE) / d;
}

/**
 * The totals as the terms count them, inputs in other currencies than theirs left out.
 * @throws MissingExchangeRate
 */
export function factsOf(terms: Terms, totals: Totals, rates: Rates): Fact[] {
  const facts: Fact[] = [];
  for (const [input, total] of totals) {
    const named = parseInput(input);
    if (named === null || !countsCurrency(terms, named.currency)) continue;
    const worth =
      terms.rateSource?.kind === "DAILY" && named.currency !== terms.currency
        ? dailySum(terms, totals, input)
        : worthOf(terms, { currency: named.currency, amountMinor: total.amountMinor, rates });
    facts.push({ input, ...named, ...total, worth });
  }
  return facts;
}

/** A type may have colons of its own; what has none is the sum of rounded lines. */
export function parseInput(input: string): Pick<Fact, "type" | "direction" | "currency"> | null {
  const second = input.lastIndexOf(":");
  if (second < 0 || input.includes(">", second)) return null;
  const first = input.lastIndexOf(":", second - 1);
  const direction = input.slice(first + 1, second);
  return { type: input.slice(0, first), direction, currency: input.slice(second + 1) };
}

function dailySum({ currency }: Terms, totals: Totals, input: string): Exact {
  const sum = totals.get(convertedName(input, currency));
  if (sum === undefined) throw new MissingExchangeRate(input, currency);
  return ratio(sum.amountMinor, DAILY_SCALE);
}

function worthOf(
  { currency: to, rateSource }: Terms,
  { currency, amountMinor, rates }: { currency: string; amountMinor: bigint; rates: Rates },
): Exact {
  if (currency === to || amountMinor === 0n) return whole(amountMinor);
  const fixed = rateSource?.kind === "FIXED" ? rateSource.rates : [];
  const rate = fixed.find((each) => each.currency === currency)?.rate ?? rates.get(currency);
  if (rate === undefined) throw new MissingExchangeRate(currency, to);
  return atRate(amountMinor, currency, { rate, to });
}

function atRate(
  amountMinor: bigint,
  currency: string,
  { rate, to }: { rate: string; to: string },
): Exact {
  const major = times(whole(amountMinor), decimal(rate));
  const shift = exponentOf(to) - exponentOf(currency);
  const scale = 10n ** BigInt(Math.abs(shift));
  return shift < 0 ? { n: major.n, d: major.d * scale } : { n: major.n * scale, d: major.d };
}

/** Whether a selector counts a fact. */
export function selects(selector: Selector, { type, direction }: Fact): boolean {
  const { types, except } = selector;
  if (selector.direction !== "ANY" && selector.direction !== direction) return false;
  return (types === null || types.includes(type)) && !except.includes(type);
}

/** The sum of what selectors count, by amount or by number. */
export function sumOf(
  facts: readonly Fact[],
  selectors: readonly Selector[],
  measure: Measure,
): Exact {
  let sum = ZERO;
  for (const selector of selectors) {
    for (const fact of facts) {
      if (!selects(selector, fact)) continue;
      const value = measure === "AMOUNT" ? fact.worth : whole(fact.count);
      sum = add(sum, selector.effect === "ADD" ? value : negate(value));
    }
  }
  return sum;
}
