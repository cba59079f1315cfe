import { dateIn, startOfDay, type CalendarDate } from "../shared/calendar.rules.js";
import { addDays, daysFrom } from "./day.rules.js";
import { periodOn, type Frame, type Period } from "./period.rules.js";
import type { Terms } from "./terms.rules.js";

/** A version of a contract that was not cancelled: it applies from a day to the next version. */
export interface ContractVersion {
  number: number;
  effectiveFrom: CalendarDate;
  terms: Terms;
}

/** Versions in the order in which they apply, and the last day of the contract. */
export interface VersionedContract {
  /** At least one. */
  versions: readonly ContractVersion[];
  lastDay: CalendarDate | null;
}

/** A part of a period with the version that applies in it. */
export interface VersionSpan {
  version: ContractVersion;
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  days: number;
}

/** Versions in the order of their days. */
export function inOrder(versions: readonly ContractVersion[]): ContractVersion[] {
  return versions.toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
}

/** The version that applies on a day, or none before the first and after the contract's end. */
export function versionOn(contract: VersionedContract, day: CalendarDate): ContractVersion | null {
  if (contract.lastDay !== null && day > contract.lastDay) return null;
  return contract.versions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? null;
}

/** The version whose terms a transaction is settled by: that of the day on which it occurred. */
export function versionAt(contract: VersionedContract, at: Date): ContractVersion | null {
  const [first] = contract.versions;
  return first ? versionOn(contract, dateIn(at, first.terms.timeZone)) : null;
}

/** The period of a day, cut where a version changes the rhythm. @throws PeriodNotFound */
export function contractPeriodOn(contract: VersionedContract, day: CalendarDate): Period | null {
  const frame = frameOn(contract, day);
  return frame ? periodOn(frame, day) : null;
}

/**
 * The days around one in which the rhythm of periods stays the same. The rest of the cycle is the
 * version's of that day: a period is closed and paid as the version of its last day says.
 */
export function frameOn({ versions, lastDay }: VersionedContract, day: CalendarDate): Frame | null {
  const at = versions.findLastIndex(({ effectiveFrom }) => effectiveFrom <= day);
  const version = versions[at];
  if (!version || (lastDay !== null && day > lastDay)) return null;
  const { cycle, timeZone } = version.terms;
  const other = (each: ContractVersion): boolean =>
    !sameText(each.terms.cycle.rhythm, cycle.rhythm);
  const before = versions.findLastIndex((each, index) => index < at && other(each));
  const after = versions.find((each, index) => index > at && other(each));
  return {
    cycle,
    timeZone,
    from: versions[before + 1]?.effectiveFrom ?? version.effectiveFrom,
    to: after ? addDays(after.effectiveFrom, -1) : lastDay,
  };
}

/** Whether two values that were read as terms say the same. */
export function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A period's parts by the versions that apply in it, in order. */
export function versionSpans({ versions }: VersionedContract, period: Period): VersionSpan[] {
  return versions.flatMap((version, index) => {
    const next = versions[index + 1]?.effectiveFrom;
    const firstDay = later(version.effectiveFrom, period.firstDay);
    const end = next === undefined ? period.lastDay : addDays(next, -1);
    const lastDay = end < period.lastDay ? end : period.lastDay;
    if (firstDay > lastDay) return [];
    return [{ version, firstDay, lastDay, days: daysFrom(firstDay, lastDay) }];
  });
}

function later(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

/** The first moment at which a version applies. */
export function takesEffectAt({ effectiveFrom, terms }: ContractVersion): Date {
  return startOfDay(effectiveFrom, terms.timeZone);
}
