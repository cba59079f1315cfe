import { DomainError } from "./errors.js";

/** Money is a whole number of minor units with its currency; never a JavaScript number. */
export interface Money {
  amountMinor: bigint;
  currency: string;
}

/** The largest amount and balance the ledger holds: Postgres' signed 64-bit integer. */
export const MAX_AMOUNT_MINOR = 2n ** 63n - 1n;

export class UnknownCurrency extends DomainError {
  constructor(currency: string) {
    super("UNKNOWN_CURRENCY", `"${currency}" is not a currency that this hub knows`);
  }
}

export class InvalidAmount extends DomainError {
  constructor(text: string, why: string) {
    super("INVALID_AMOUNT", `"${text}" is not an amount: ${why}`);
  }
}

/**
 * Minor-unit exponents by currency: ISO 4217's list where it differs from 2, retired currencies
 * that history still names (DEM), and every two-decimal code in use. An absent code is refused.
 */
const EXPONENTS = new Map<string, number>([
  ...codes(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...codes(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...codes(4, "CLF UYW"),
  ...codes(
    2,
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP " +
      "BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DEM DKK DOP DZD EGP ERN ETB EUR FJD FKP " +
      "GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD " +
      "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD " +
      "NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD " +
      "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS " +
      "VED VES WST XCD YER ZAR ZMW ZWG",
  ),
]);

function codes(exponent: number, list: string): [string, number][] {
  return list.split(" ").map((code) => [code, exponent]);
}

/** Digits after the decimal point of a currency's major unit. @throws UnknownCurrency */
export function exponentOf(currency: string): number {
  const exponent = EXPONENTS.get(currency);
  if (exponent === undefined) throw new UnknownCurrency(currency);
  return exponent;
}

export function isCurrency(currency: string): boolean {
  return EXPONENTS.has(currency);
}

const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{0,30}))?$/;

/**
 * A decimal amount in major units ("12.5") as minor units (1250n for USD). Digits beyond the
 * currency's exponent are refused unless they are zeros. @throws InvalidAmount, UnknownCurrency
 */
export function parseMinor(text: string, currency: string): bigint {
  const exponent = exponentOf(currency);
  const match = DECIMAL.exec(text);
  if (!match) throw new InvalidAmount(text, "digits with an optional decimal point are expected");
  const [, sign, whole = "0", fraction = ""] = match;
  const kept = fraction.slice(0, exponent).padEnd(exponent, "0");
  if (/[1-9]/.test(fraction.slice(exponent))) {
    throw new InvalidAmount(text, `${currency} has ${exponent} decimals`);
  }
  const minor = BigInt(whole + kept);
  if (minor > MAX_AMOUNT_MINOR) throw new InvalidAmount(text, "larger than 2^63-1 minor units");
  return sign === "-" ? -minor : minor;
}

/** Minor units as a decimal string in major units: 1250n USD is "12.50". @throws UnknownCurrency */
export function formatMinor(amountMinor: bigint, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = (amountMinor < 0n ? -amountMinor : amountMinor)
    .toString()
    .padStart(exponent + 1, "0");
  const sign = amountMinor < 0n ? "-" : "";
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

export type Rounding = "HALF_EVEN" | "HALF_UP" | "DOWN";

/**
 * An amount times an exact decimal rate, rounded to whole minor units. HALF_UP rounds a half away
 * from zero, DOWN towards zero. @throws InvalidAmount when the rate is not a decimal
 */
export function multiplyByRate(amountMinor: bigint, rate: string, rounding: Rounding): bigint {
  const match = DECIMAL.exec(rate);
  if (!match) throw new InvalidAmount(rate, "an exact decimal is expected");
  const [, sign, whole = "0", fraction = ""] = match;
  const numerator = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  return divideRounded(amountMinor * numerator, 10n ** BigInt(fraction.length), rounding);
}

/** `numerator / denominator` in whole numbers; the denominator is above zero. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const quotient = magnitude / denominator;
  const twice = (magnitude % denominator) * 2n;
  const up =
    rounding !== "DOWN" &&
    (twice > denominator ||
      (twice === denominator && (rounding === "HALF_UP" || quotient % 2n === 1n)));
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/**
 * An amount in one currency as minor units of another, at a rate in major units of the one for the
 * other, rounded half to even. @throws UnknownCurrency, InvalidAmount when the rate is not above
 * zero
 */
export function convertMinor(
  amountMinor: bigint,
  { fromCurrency, toCurrency, rate }: { fromCurrency: string; toCurrency: string; rate: string },
): bigint {
  const match = DECIMAL.exec(rate);
  const [, sign, whole = "0", fraction = ""] = match ?? [];
  const numerator = BigInt(whole + fraction);
  if (!match || sign === "-" || numerator === 0n) {
    throw new InvalidAmount(rate, "a rate above zero is expected");
  }
  const scale = 10n ** BigInt(fraction.length + exponentOf(fromCurrency));
  const units = amountMinor * numerator * 10n ** BigInt(exponentOf(toCurrency));
  return divideRounded(units, scale, "HALF_EVEN");
}
