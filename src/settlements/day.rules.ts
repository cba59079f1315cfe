import type { CalendarDate } from "../shared/calendar.rules.js";
import { WEEKDAYS, type HolidayCalendar, type Weekday } from "./cycle.rules.js";

const DAY_MS = 86_400_000;
/** January 1, 1970 was a Thursday. */
const EPOCH_WEEKDAY = 3;

/** Days of the calendar since January 1, 1970; no time zone has a part in it. */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Both included. */
export function daysFrom(first: CalendarDate, last: CalendarDate): number {
  return dayNumber(last) - dayNumber(first) + 1;
}

export function weekdayOf(date: CalendarDate): Weekday {
  const index = (((dayNumber(date) + EPOCH_WEEKDAY) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? "MONDAY";
}

/** The day with this number in the month that is so many months later. */
export function dayOfMonth(date: CalendarDate, months: number, day: number): CalendarDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** Whether money is paid on a day. */
export function isPayday(date: CalendarDate, { weekend, holidays }: HolidayCalendar): boolean {
  return !weekend.includes(weekdayOf(date)) && !holidays.includes(date);
}

/** The day itself, or the nearest before (-1) or after (1) it on which money is paid. */
export function paydayFrom(
  date: CalendarDate,
  step: -1 | 1,
  calendar: HolidayCalendar,
): CalendarDate {
  let day = date;
  while (!isPayday(day, calendar)) day = addDays(day, step);
  return day;
}
