import { dateIn, type CalendarDate } from "../shared/calendar.rules.js";
import { addDays } from "./day.rules.js";
import { closesAt, dueOn, type Period } from "./period.rules.js";
import { PeriodNotFound } from "./terms.errors.js";
import { contractPeriodOn, frameOn, versionOn } from "./version.rules.js";
import type { ContractVersion, VersionedContract } from "./version.rules.js";

/** A period with the moments of its settlement, as the version of its last day says them. */
export interface SettlementPeriod {
  period: Period;
  version: ContractVersion;
  closesAt: Date;
  dueOn: CalendarDate;
}

/** How many periods are opened at once, at the most; the next time goes on from there. */
export const MAX_PERIODS_AT_ONCE = 500;

/** The period of a day, or null where the contract has none. */
export function settlementPeriodOn(
  contract: VersionedContract,
  day: CalendarDate,
): SettlementPeriod | null {
  const period = periodOrNull(contract, day);
  if (!period) return null;
  const frame = frameOn(contract, period.lastDay);
  const version = versionOn(contract, period.lastDay);
  if (!frame || !version) return null;
  return { period, version, closesAt: closesAt(period, frame), dueOn: dueOn(period, frame.cycle) };
}

/** The periods after a day (of all of the contract where it is null) that have begun. */
export function periodsBegun(
  contract: VersionedContract,
  after: CalendarDate | null,
  now: Date,
): SettlementPeriod[] {
  const found: SettlementPeriod[] = [];
  let day = after === null ? contract.versions[0]?.effectiveFrom : addDays(after, 1);
  while (day !== undefined && found.length < MAX_PERIODS_AT_ONCE) {
    const next: SettlementPeriod | null = settlementPeriodOn(contract, day);
    if (!next || next.period.startsAt > now) break;
    found.push(next);
    day = addDays(next.period.lastDay, 1);
  }
  return found;
}

/** The contract's day at a moment. */
export function contractDay(contract: VersionedContract, at: Date): CalendarDate {
  const zone = contract.versions[0]?.terms.timeZone ?? "UTC";
  return dateIn(at, zone);
}

function periodOrNull(contract: VersionedContract, day: CalendarDate): Period | null {
  try {
    return contractPeriodOn(contract, day);
  } catch (error) {
    if (error instanceof PeriodNotFound) return null;
    throw error;
  }
}
