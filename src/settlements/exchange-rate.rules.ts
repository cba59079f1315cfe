import { startOfDay } from "../shared/calendar.rules.js";
import { InvalidInput } from "../shared/input.errors.js";
import { checkAll, checkEach } from "./check-all.rules.js";
import { compare, decimal } from "./exact.rules.js";
import { ExchangeRatePublished, type RateName } from "./exchange-rate.errors.js";
import { text } from "./shape.rules.js";
import { rateAboveZero } from "./term-number.rules.js";
import { TooManyTerms } from "./terms.errors.js";
import type { Terms } from "./terms.rules.js";

/** What one unit of a currency is worth in another; major units of both. */
export interface QuotedRate {
  currency: string;
  quote: string;
  rate: string;
}

/** So many rates may be published at once. */
export const MAX_RATES = 500;

const sourceName = text(64);

/** @throws InvalidInput */
export function assertSource(source: string): void {
  sourceName(source, ["source"]);
}

/** @throws InvalidInput, InvalidRate, TooManyTerms */
export function assertRates(rates: readonly QuotedRate[]): void {
  if (rates.length === 0) throw new InvalidInput("At least one rate is expected", ["rates"]);
  if (rates.length > MAX_RATES) throw new TooManyTerms(MAX_RATES, ["rates"]);
  const pairs = rates.map(pairOf);
  checkEach(rates, (rate, index) => {
    const path = ["rates", index];
    checkAll(
      () => assertPair(rate, path),
      () => void rateAboveZero(rate.rate, [...path, "rate"]),
      () => assertFirst(pairs, index, path),
    );
  });
}

function assertPair({ currency, quote }: QuotedRate, path: readonly (string | number)[]): void {
  if (currency !== quote) return;
  throw new InvalidInput("A currency is worth one of itself", [...path, "quote"]);
}

function assertFirst(pairs: string[], index: number, path: readonly (string | number)[]): void {
  if (pairs.indexOf(pairs[index] ?? "") === index) return;
  throw new InvalidInput("Another rate of the same currencies stands before it", path);
}

export function pairOf({ currency, quote }: Pick<QuotedRate, "currency" | "quote">): string {
  return `${currency} ${quote}`;
}

/**
 * The rates that are new. What is said again changes nothing; another value for a day is refused.
 * @throws ExchangeRatePublished
 */
export function unpublished(
  { source, day, rates }: { source: string; day: string; rates: readonly QuotedRate[] },
  published: readonly QuotedRate[],
): QuotedRate[] {
  const known = new Map(published.map((each) => [pairOf(each), each.rate]));
  checkEach(rates, (each, index) => {
    const before = known.get(pairOf(each));
    if (before === undefined || sameRate(before, each.rate)) return;
    const name = { source, day, currency: each.currency, quote: each.quote };
    throw new ExchangeRatePublished(name, before, ["rates", index, "rate"]);
  });
  return rates.filter((each) => !known.has(pairOf(each)));
}

export function sameRate(one: string, other: string): boolean {
  return compare(decimal(one), decimal(other)) === 0;
}

/** Whether terms take a rate from where it was published. */
export function takesRate({ currency, rateSource }: Terms, name: RateName): boolean {
  if (!rateSource || rateSource.kind === "FIXED" || currency !== name.quote) return false;
  return rateSource.source === name.source && rateSource.currencies.includes(name.currency);
}

/**
 * Whether a rate may have been counted by: a later transaction may too, because a period takes the
 * newest rate that there is.
 */
export function mayBeCounted(name: RateName, timeZone: string, latest: Date | null): boolean {
  return latest !== null && latest >= startOfDay(name.day, timeZone);
}
