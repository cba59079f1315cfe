import type { CalendarDate } from "../shared/calendar.rules.js";
import { InvalidInput } from "../shared/input.errors.js";
import { isCurrency } from "../shared/money.js";
import type { Reader } from "./shape.rules.js";
import { InvalidRate, InvalidTermAmount, UnknownTermCurrency } from "./terms.errors.js";

const RATE = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,8})?$/;
const AMOUNT = /^(?:0|[1-9]\d{0,17})$/;
const PRICE = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,8})?$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** An exact decimal from 0: "0.125" is 12.5 percent. @throws InvalidRate */
export const rate: Reader<string> = (value, path) => {
  if (typeof value === "string" && RATE.test(value)) return value;
  throw new InvalidRate(shown(value), path);
};

/** A rate above zero. @throws InvalidRate */
export const rateAboveZero: Reader<string> = (value, path) => {
  const read = rate(value, path);
  if (/[1-9]/.test(read)) return read;
  throw new InvalidRate(read, path);
};

/** Whole minor units, or a whole number of items, from 0. @throws InvalidTermAmount */
export const amount: Reader<string> = (value, path) => {
  if (typeof value === "string" && AMOUNT.test(value)) return value;
  throw new InvalidTermAmount(shown(value), path);
};

/** Whole minor units from 1. @throws InvalidTermAmount */
export const amountAboveZero: Reader<string> = (value, path) => {
  const read = amount(value, path);
  if (read !== "0") return read;
  throw new InvalidTermAmount(read, path);
};

/** Minor units with up to 8 decimals, from 0. @throws InvalidTermAmount */
export const unitPrice: Reader<string> = (value, path) => {
  if (typeof value === "string" && PRICE.test(value)) return value;
  throw new InvalidTermAmount(shown(value), path);
};

/** @throws UnknownTermCurrency */
export const currency: Reader<string> = (value, path) => {
  if (typeof value === "string" && isCurrency(value)) return value;
  throw new UnknownTermCurrency(shown(value), path);
};

/** A day of the calendar that there is. @throws InvalidInput */
export const calendarDate: Reader<CalendarDate> = (value, path) => {
  if (typeof value === "string" && DATE.test(value) && isDay(value)) return value;
  throw new InvalidInput("A day such as 2026-01-31 is expected", path);
};

/** JavaScript rolls February 30 over into March. */
function isDay(date: string): boolean {
  return new Date(Date.parse(`${date}T00:00:00Z`)).toISOString().startsWith(date);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : `${typeof value}`;
}
