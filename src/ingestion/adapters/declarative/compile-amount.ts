import { DomainError } from "../../../shared/errors.js";
import { divideRounded, exponentOf, MAX_AMOUNT_MINOR } from "../../../shared/money.js";
import { RefusedInput } from "../refuse-input.js";
import type { AmountDefinition } from "./adapter-definition.js";

/** A signed amount in minor units. @throws RefusedInput INVALID_AMOUNT, UNKNOWN_CURRENCY */
export type AmountReader = (value: unknown, currency: string) => bigint;

const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{0,18}))?$/;
const PLAIN_INTEGER = /^-?\d{1,15}$/;

/** Reads amounts by the scale, mark and rounding of a definition. */
export function compileAmount(definition: AmountDefinition): AmountReader {
  const { scale, rounding } = definition;
  const isComma = definition.decimalMark === ",";
  const grouping = isComma ? /[. ]/g : /[, ]/g;
  return (value, currency) => {
    const exponent = exponentFor(currency);
    // Most JSON has minor units as whole numbers, which need no text in between.
    if (scale === "MINOR" && Number.isSafeInteger(value)) return BigInt(value as number);
    const text = textOf(value);
    if (scale === "MINOR" && PLAIN_INTEGER.test(text)) return BigInt(text);
    const plain = isComma ? text.replaceAll(grouping, "").replace(",", ".") : text;
    const match = DECIMAL.exec(plain) ?? DECIMAL.exec(plain.replaceAll(grouping, ""));
    if (match === null) throw invalid(text, "digits with an optional fraction are expected");
    const [, sign, whole = "0", fraction = ""] = match;
    // Decimals that the text has, less those of a minor unit.
    const shift = exponentOfScale(scale, exponent) + fraction.length - exponent;
    const minor = shifted(BigInt(whole + fraction), shift, rounding, text);
    if (minor > MAX_AMOUNT_MINOR) throw invalid(text, "larger than 2^63-1 minor units");
    return sign === "-" ? -minor : minor;
  };
}

function exponentOfScale(scale: AmountDefinition["scale"], exponent: number): number {
  if (scale === "MAJOR") return 0;
  return scale === "MINOR" ? exponent : scale;
}

function shifted(
  digits: bigint,
  shift: number,
  rounding: AmountDefinition["rounding"],
  text: string,
): bigint {
  if (shift <= 0) return digits * 10n ** BigInt(-shift);
  const divisor = 10n ** BigInt(shift);
  if (rounding !== "REFUSE") return divideRounded(digits, divisor, rounding);
  if (digits % divisor === 0n) return digits / divisor;
  throw invalid(text, "it has more decimals than its currency");
}

function exponentFor(currency: string): number {
  try {
    return exponentOf(currency);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new RefusedInput("UNKNOWN_CURRENCY", error.message);
  }
}

/**
 * A JSON number of up to 15 digits is the decimal that was written; one of more may be another, and
 * is refused.
 */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw invalid(String(value), "it is neither a text nor a number");
  }
  const text = String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return text;
  if (text.replaceAll(/\D/g, "").length <= 15 && !text.includes("e")) return text;
  throw invalid(text, "a JSON number of so many digits is not exact; send it as a text");
}

function invalid(text: string, why: string): RefusedInput {
  return new RefusedInput("INVALID_AMOUNT", `"${text.slice(0, 40)}" is not an amount: ${why}`);
}
