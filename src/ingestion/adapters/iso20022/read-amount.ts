import { DomainError } from "../../../shared/errors.js";
import { parseMinor, type Money } from "../../../shared/money.js";
import { RefusedInput } from "../refuse-input.js";

/**
 * An `Amt` with its `Ccy`, exact. It is never negative: the sign is `CdtDbtInd`'s.
 * @throws RefusedInput INVALID_AMOUNT, UNKNOWN_CURRENCY
 */
export function readAmount(text: string, currency: string | undefined): Money {
  if (currency === undefined || currency === "") {
    throw new RefusedInput("UNKNOWN_CURRENCY", `the amount "${text}" names no currency (Ccy)`);
  }
  if (text.startsWith("-")) {
    throw new RefusedInput("INVALID_AMOUNT", `"${text}" is negative: CdtDbtInd carries the sign`);
  }
  return { amountMinor: readMinor(text, currency), currency };
}

/** A signed decimal in minor units. @throws RefusedInput INVALID_AMOUNT, UNKNOWN_CURRENCY */
export function readMinor(text: string, currency: string): bigint {
  try {
    // xs:decimal allows ".5"
    return parseMinor(text.startsWith(".") ? `0${text}` : text, currency);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const code = error.code === "UNKNOWN_CURRENCY" ? "UNKNOWN_CURRENCY" : "INVALID_AMOUNT";
    throw new RefusedInput(code, error.message);
  }
}
