import { nextDay, startOfDay, type CalendarDate } from "../shared/calendar.rules.js";
import { InvalidInput } from "../shared/input.errors.js";
import { ContractOverlaps, ContractStartsTooEarly } from "./contract.errors.js";
import type { Terms } from "./terms.rules.js";
import { takesEffectAt, type VersionedContract } from "./version.rules.js";

/** When something applies, as moments; the end is excluded, null is open. */
export interface Span {
  startsAt: Date;
  endsAt: Date | null;
}

/** When a contract counts transactions in a currency. */
export interface CountedSpan extends Span {
  currency: string;
}

/** A contract of a partner beside another. */
export interface CountingContract {
  code: string;
  counts: readonly CountedSpan[];
}

/**
 * The moments between which a contract applies: whole days in its time zone, the last one included.
 * @throws InvalidInput
 */
export function contractSpan(from: CalendarDate, to: CalendarDate | null, zone: string): Span {
  if (to !== null && to < from) {
    throw new InvalidInput("The last day is before the first", ["effectiveTo"]);
  }
  const endsAt = to === null ? null : startOfDay(nextDay(to), zone);
  return { startsAt: startOfDay(from, zone), endsAt };
}

/** The currencies whose transactions terms count: what is settled in, and what becomes that. */
export function countedCurrencies({ currency, rateSource }: Terms): string[] {
  if (!rateSource) return [currency];
  const others =
    rateSource.kind === "FIXED"
      ? rateSource.rates.map((rate) => rate.currency)
      : rateSource.currencies;
  return [currency, ...others];
}

/** What a contract counts, and when: each version's currencies up to the next version. */
export function countedSpans({ versions, lastDay }: VersionedContract): CountedSpan[] {
  return versions.flatMap((version, index) => {
    const next = versions[index + 1];
    const startsAt = takesEffectAt(version);
    const { timeZone } = version.terms;
    const end = lastDay === null ? null : startOfDay(nextDay(lastDay), timeZone);
    const endsAt = next ? takesEffectAt(next) : end;
    return countedCurrencies(version.terms).map((currency) => ({ currency, startsAt, endsAt }));
  });
}

/**
 * A transaction counts towards one contract at the most.
 * @throws ContractOverlaps
 */
export function assertNoOverlap(
  counts: readonly CountedSpan[],
  others: readonly CountingContract[],
): void {
  for (const other of others) {
    const both = counts.find((span) => other.counts.some((each) => overlap(span, each)));
    if (both) throw new ContractOverlaps(other.code, both.currency);
  }
}

/**
 * What is recorded was settled by the terms of its time; a contract may not change that afterwards.
 * @throws ContractStartsTooEarly
 */
export function assertAhead({ startsAt }: Span, latestOccurredAt: Date | null): void {
  if (latestOccurredAt !== null && startsAt <= latestOccurredAt) {
    throw new ContractStartsTooEarly(latestOccurredAt);
  }
}

function overlap(one: CountedSpan, other: CountedSpan): boolean {
  if (one.currency !== other.currency) return false;
  return before(one.startsAt, other.endsAt) && before(other.startsAt, one.endsAt);
}

function before(start: Date, end: Date | null): boolean {
  return end === null || start < end;
}
