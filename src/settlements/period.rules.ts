import { dateIn, startOfDay, type CalendarDate } from "../shared/calendar.rules.js";
import { WEEKDAYS, type Cycle, type Rhythm } from "./cycle.rules.js";
import { addDays, dayOfMonth, daysFrom, paydayFrom, weekdayOf } from "./day.rules.js";
import { PeriodNotFound } from "./terms.errors.js";

/** How a contract's time is cut into periods, and in which days of it. */
export interface Frame {
  cycle: Cycle;
  timeZone: string;
  /** The first and the last day of it; null is without end. */
  from: CalendarDate;
  to: CalendarDate | null;
}

/** A settlement period: whole days of the contract's time zone. */
export interface Period {
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  startsAt: Date;
  /** Excluded. */
  endsAt: Date;
  /** The days that it has, and those that a whole one of its cycle has. */
  days: number;
  wholeDays: number;
  /** The calendar quarter in which its cycle began it, such as 2026-Q1. */
  quarter: string;
}

/** The period that a moment belongs to. @throws PeriodNotFound */
export function periodOf(frame: Frame, at: Date): Period {
  return periodOn(frame, dateIn(at, frame.timeZone));
}

/** The period that has a day, cut to the days of the frame. @throws PeriodNotFound */
export function periodOn(frame: Frame, day: CalendarDate): Period {
  const { from, to, timeZone } = frame;
  if (day < from || (to !== null && day > to)) throw new PeriodNotFound(day);
  const whole = spanOf(frame.cycle.rhythm, day);
  const firstDay = whole.first < from ? from : whole.first;
  const lastDay = to !== null && whole.last > to ? to : whole.last;
  return {
    firstDay,
    lastDay,
    startsAt: startOfDay(firstDay, timeZone),
    endsAt: startOfDay(addDays(lastDay, 1), timeZone),
    days: daysFrom(firstDay, lastDay),
    wholeDays: daysFrom(whole.first, whole.last),
    quarter: quarterOf(whole.first),
  };
}

interface Span {
  first: CalendarDate;
  last: CalendarDate;
}

function spanOf(rhythm: Rhythm, day: CalendarDate): Span {
  switch (rhythm.kind) {
    case "DAILY":
      return { first: day, last: day };
    case "WEEKLY": {
      const since = WEEKDAYS.indexOf(weekdayOf(day)) - WEEKDAYS.indexOf(rhythm.startsOn);
      const first = addDays(day, -((since + 7) % 7));
      return { first, last: addDays(first, 6) };
    }
    case "MONTHLY": {
      const { startsOnDay } = rhythm;
      const first = dayOfMonth(day, Number(day.slice(8)) < startsOnDay ? -1 : 0, startsOnDay);
      return { first, last: addDays(dayOfMonth(first, 1, startsOnDay), -1) };
    }
    case "MANUAL":
      return listedSpan(rhythm.boundaries, day);
  }
}

/** The last day listed belongs to the last period; each one before it begins a period. */
function listedSpan(boundaries: readonly CalendarDate[], day: CalendarDate): Span {
  const next = boundaries.findIndex((boundary) => boundary > day);
  const end = boundaries.at(-1);
  const at = next < 0 ? boundaries.length - 1 : next;
  const first = boundaries[at - 1];
  const following = boundaries[at];
  if (first === undefined || following === undefined || end === undefined || day > end) {
    throw new PeriodNotFound(day);
  }
  return { first, last: following === end ? end : addDays(following, -1) };
}

function quarterOf(date: CalendarDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** The moment from which a period can be closed: so long late data is waited for. */
export function closesAt(period: Period, { cycle, timeZone }: Frame): Date {
  return startOfDay(addDays(period.lastDay, 1 + cycle.closeLagDays), timeZone);
}

/** The day on which what a period comes to is paid. */
export function dueOn(period: Period, cycle: Cycle): CalendarDate {
  const { calendar, holidayPolicy } = cycle;
  const day = lagged(period.lastDay, cycle);
  if (holidayPolicy === "NONE") return day;
  return paydayFrom(day, holidayPolicy === "BEFORE" ? -1 : 1, calendar);
}

function lagged(lastDay: CalendarDate, { payoutLagDays, payoutLagIn, calendar }: Cycle) {
  if (payoutLagIn === "CALENDAR_DAYS") return addDays(lastDay, payoutLagDays);
  let day = lastDay;
  for (let passed = 0; passed < payoutLagDays; passed += 1) {
    day = paydayFrom(addDays(day, 1), 1, calendar);
  }
  return day;
}

/** The day on which a reserve that a period held back is released. */
export function releasedOn(period: Period, releaseAfterDays: number): CalendarDate {
  return addDays(period.lastDay, releaseAfterDays);
}
