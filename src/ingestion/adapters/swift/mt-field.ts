import { parseMinor } from "../../../shared/money.js";
import { DomainError } from "../../../shared/errors.js";
import type { StatementBalance } from "../../canonical-statement.js";
import type { Direction } from "../../canonical-transaction.js";
import { RefusedInput } from "../refuse-input.js";

/** A field of a SWIFT message: its tag, its text with the lines that follow, its first line. */
export interface MtField {
  tag: string;
  text: string;
  /** Lines after the first, which in :61: mean something else than the first. */
  more: string[];
  line: number;
}

/** :61: as it stands. */
export interface StatementLine {
  valueDay: string;
  bookingDay: string;
  direction: Direction;
  isReversal: boolean;
  amount: string;
  /** NTRF, FMSC ... */
  type: string | undefined;
  customerReference: string | undefined;
  bankReference: string | undefined;
}

const LINE =
  /^(\d{6})(\d{4})?(RC|RD|EC|ED|C|D)([A-Z])?(\d[\d.,]*|,\d+)(?: ?([NFS][A-Z0-9][A-Z0-9 ]{2})(.*))?$/;

/** RC takes a credit back, RD a debit; EC and ED are expected ones of the same direction. */
const DIRECTIONS: Record<string, Direction> = {
  C: "IN",
  D: "OUT",
  EC: "IN",
  ED: "OUT",
  RC: "OUT",
  RD: "IN",
};

/** @throws RefusedInput NOT_WELL_FORMED, INVALID_DATE */
export function readStatementLine(field: MtField): StatementLine {
  const match = LINE.exec(field.text.trim());
  if (match === null) throw malformed(field);
  const [, valueDate = "", entryDate, mark = "", , amount = "", type, references = ""] = match;
  const [customer, bank] = references.split("//");
  const valueDay = dayOf(valueDate);
  return {
    valueDay,
    bookingDay: entryDate === undefined ? valueDay : bookingDay(entryDate, valueDay),
    direction: DIRECTIONS[mark] ?? "IN",
    isReversal: mark === "RC" || mark === "RD",
    amount,
    type: type?.trim(),
    customerReference: given(customer),
    bankReference: given(bank),
  };
}

function given(reference: string | undefined): string | undefined {
  const text = reference?.trim();
  return text === undefined || text === "" || text === "NONREF" ? undefined : text;
}

/** YYMMDD; SWIFT's years go from 1980 to 2079. @throws RefusedInput INVALID_DATE */
export function dayOf(text: string): string {
  const [, yy = "", mm = "", dd = ""] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const year = (Number(yy) < 80 ? 2000 : 1900) + Number(yy);
  return dayIn(year, Number(mm), Number(dd), text);
}

/**
 * Banks that count interest by months of thirty days write 30 February for its last day.
 */
function dayIn(year: number, month: number, day: number, text: string): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) {
    throw new RefusedInput("INVALID_DATE", `"${text.slice(0, 40)}" is not a date`);
  }
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(Math.min(day, last))}`;
}

/** MMDD of the booking, in the year that brings it nearest to the value date. */
function bookingDay(entryDate: string, valueDay: string): string {
  const [month, day] = [Number(entryDate.slice(0, 2)), Number(entryDate.slice(2))];
  const [valueYear, valueMonth] = [Number(valueDay.slice(0, 4)), Number(valueDay.slice(5, 7))];
  const shift = month - valueMonth > 6 ? -1 : valueMonth - month > 6 ? 1 : 0;
  return dayIn(valueYear + shift, month, day, entryDate);
}

const BALANCE = /^([CD])(\d{6})([A-Z]{3})([\d.,]+)$/;

/** :60F:, :62M:, :64: ... @throws RefusedInput NOT_WELL_FORMED, INVALID_AMOUNT ... */
export function readBalance(field: MtField): StatementBalance {
  const match = BALANCE.exec(field.text.trim());
  if (match === null) throw malformed(field);
  const [, mark, date = "", currency = "", amount = ""] = match;
  const minor = readAmount(amount, currency);
  const day = dayOf(date);
  return { code: field.tag, amountMinor: mark === "D" ? -minor : minor, currency, day };
}

/**
 * "1234,56", "12," and ",5"; some banks write a decimal point.
 * @throws RefusedInput INVALID_AMOUNT, UNKNOWN_CURRENCY
 */
export function readAmount(text: string, currency: string): bigint {
  const point = text.includes(",") ? text.replaceAll(".", "").replace(",", ".") : text;
  try {
    return parseMinor(point.startsWith(".") ? `0${point}` : point, currency);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const code = error.code === "UNKNOWN_CURRENCY" ? "UNKNOWN_CURRENCY" : "INVALID_AMOUNT";
    throw new RefusedInput(code, error.message);
  }
}

export function malformed({ tag, text, line }: MtField): RefusedInput {
  const reason = `":${tag}:${text.slice(0, 60)}" is not what a field ${tag} looks like`;
  return new RefusedInput("NOT_WELL_FORMED", reason, { line, column: 1 });
}
