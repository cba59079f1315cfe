import { DomainError } from "../../shared/errors.js";
import { parseMinor } from "../../shared/money.js";
import { RefusedInput } from "./refuse-input.js";

/**
 * A signed decimal of major units in minor units, with a point or a comma before its fraction.
 * @throws RefusedInput INVALID_AMOUNT, UNKNOWN_CURRENCY
 */
export function readDecimal(text: string, currency: string): bigint {
  try {
    return parseMinor(plain(text.trim()), currency);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const code = error.code === "UNKNOWN_CURRENCY" ? "UNKNOWN_CURRENCY" : "INVALID_AMOUNT";
    throw new RefusedInput(code, error.message);
  }
}

/** "1.234,56" and "1,234.56" as "1234.56": what comes last is the mark before the fraction. */
function plain(text: string): string {
  const [comma, point] = [text.lastIndexOf(","), text.lastIndexOf(".")];
  const grouped = comma > point ? "." : ",";
  const digits = text.replaceAll(grouped, "").replace(",", ".");
  return digits.replace(/^([+-]?)\./, "$10.");
}

/** Whole minor units, as fixed-width formats write them. @throws RefusedInput INVALID_AMOUNT */
export function readMinorDigits(text: string): bigint {
  if (/^[+-]?\d{1,18}$/.test(text)) return BigInt(text.replace(/^\+/, ""));
  const reason = `"${text.slice(0, 40)}" is not a whole number of minor units`;
  throw new RefusedInput("INVALID_AMOUNT", reason);
}
