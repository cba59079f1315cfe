import { isTimeZone, nextDay, startOfDay, type CalendarDate } from "../shared/calendar.rules.js";
import { InvalidInput } from "../shared/input.errors.js";
import { ContractOverlaps, ContractStartsTooEarly, InvalidRate } from "./contract.errors.js";

export const TERM_BASES = ["TURNOVER", "NET"] as const;
export type TermBasis = (typeof TERM_BASES)[number];

export const ROUNDINGS = ["HALF_EVEN", "HALF_UP", "DOWN"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

export const CYCLES = ["MONTHLY"] as const;
export type Cycle = (typeof CYCLES)[number];

/** A flat revenue share: the same rate of the whole basis. */
export interface ContractTerm {
  basis: TermBasis;
  /** An exact decimal between 0 and 1, as in "0.1250". */
  shareRate: string;
  rounding: Rounding;
}

/** When a contract applies, as moments; the end is excluded, null is open. */
export interface ContractSpan {
  startsAt: Date;
  endsAt: Date | null;
}

/** How many terms a contract may have: one flat share. */
export const MAX_TERMS = 1;
export const DEFAULT_TIME_ZONE = "Asia/Seoul";

const RATE = /^(?:0(?:\.\d{1,8})?|1(?:\.0{1,8})?)$/;

/** @throws InvalidRate, InvalidInput */
export function assertTerms(terms: readonly ContractTerm[]): void {
  if (terms.length !== MAX_TERMS) {
    throw new InvalidInput(`A contract has exactly ${MAX_TERMS} term`, ["terms"]);
  }
  terms.forEach(({ shareRate }, index) => {
    if (!RATE.test(shareRate)) throw new InvalidRate(shareRate, ["terms", index, "shareRate"]);
  });
}

/**
 * The moments between which a contract applies: whole days in its time zone, the last one included.
 * @throws InvalidInput
 */
export function contractSpan(
  from: CalendarDate,
  to: CalendarDate | null,
  zone: string,
): ContractSpan {
  if (!isTimeZone(zone)) {
    throw new InvalidInput(`"${zone.slice(0, 64)}" is not an IANA time zone`, ["timeZone"]);
  }
  if (to !== null && to < from) {
    throw new InvalidInput("The last day is before the first", ["effectiveTo"]);
  }
  const endsAt = to === null ? null : startOfDay(nextDay(to), zone);
  return { startsAt: startOfDay(from, zone), endsAt };
}

/** One contract at a time for each partner and currency. @throws ContractOverlaps */
export function assertNoOverlap(
  span: ContractSpan,
  others: readonly (ContractSpan & { code: string })[],
): void {
  const overlapping = others.find((other) => overlap(span, other));
  if (overlapping) throw new ContractOverlaps(overlapping.code);
}

/**
 * What is recorded was settled by the terms of its time; a contract may not change that afterwards.
 * @throws ContractStartsTooEarly
 */
export function assertAhead(span: ContractSpan, latestOccurredAt: Date | null): void {
  if (latestOccurredAt !== null && span.startsAt <= latestOccurredAt) {
    throw new ContractStartsTooEarly(latestOccurredAt);
  }
}

function overlap(one: ContractSpan, other: ContractSpan): boolean {
  return before(one.startsAt, other.endsAt) && before(other.startsAt, one.endsAt);
}

function before(start: Date, end: Date | null): boolean {
  return end === null || start < end;
}
