import type { CalendarDate } from "../shared/calendar.rules.js";

export const WEEKDAYS = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const HOLIDAY_POLICIES = ["NONE", "BEFORE", "AFTER"] as const;

/** The days on which nothing is paid. */
export interface HolidayCalendar {
  weekend: readonly Weekday[];
  holidays: readonly CalendarDate[];
}

/** How long periods are. MANUAL ones begin on the days listed; the last of these ends the last. */
export type Rhythm =
  | { kind: "DAILY" }
  | { kind: "WEEKLY"; startsOn: Weekday }
  | { kind: "MONTHLY"; startsOnDay: number }
  | { kind: "MANUAL"; boundaries: readonly CalendarDate[] };

export interface Cycle {
  rhythm: Rhythm;
  /** Whole days after the last one of a period at whose end it is cut off. */
  closeLagDays: number;
  /** Days after the last one of a period on which it is paid, of the kind `payoutLagIn`. */
  payoutLagDays: number;
  payoutLagIn: "CALENDAR_DAYS" | "BUSINESS_DAYS";
  /** Where to a payout on a day without payouts is moved. */
  holidayPolicy: (typeof HOLIDAY_POLICIES)[number];
  calendar: HolidayCalendar;
}
