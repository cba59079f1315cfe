import { divideRounded, exponentOf, formatMinor } from "../shared/money.js";

/** How many decimals beyond the currency's own an endless fraction is shown with. */
const MORE_DECIMALS = 4;

/** Minor units as people write them in major units: "-1,234,567.89". @throws UnknownCurrency */
export function amountText(amountMinor: string, currency: string): string {
  return grouped(formatMinor(BigInt(amountMinor), currency));
}

/**
 * An exact number of minor units, a decimal such as "0.5" or a fraction such as "-1/3", in major
 * units; a fraction that does not end is cut and marked as near. @throws UnknownCurrency
 */
export function exactAmountText(exact: string, currency: string): string {
  const exponent = exponentOf(currency);
  const [numerator = "0", denominator] = exact.split("/");
  if (denominator === undefined) return grouped(shifted(numerator, exponent));
  const scaled = BigInt(numerator) * 10n ** BigInt(MORE_DECIMALS);
  const near = divideRounded(scaled, BigInt(denominator), "HALF_EVEN").toString();
  return `≈ ${grouped(shifted(near, exponent + MORE_DECIMALS))}`;
}

/** A decimal with its point so many places further to the left, without zeros that say nothing. */
function shifted(decimal: string, places: number): string {
  const sign = decimal.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const digits = whole.padStart(places + 1, "0") + fraction;
  const point = digits.length - fraction.length - places;
  const decimals = digits.slice(point).slice(places).replace(/0+$/, "");
  const kept = digits.slice(point, point + places) + decimals;
  return sign + digits.slice(0, point) + (kept === "" ? "" : `.${kept}`);
}

/** A whole number or decimal with a comma between thousands. */
export function grouped(decimal: string): string {
  const [whole = "", ...fraction] = decimal.split(".");
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

/** A moment as clocks of a time zone show it: `2026-08-01 12:00:00`. */
export function momentText(instant: string, timeZone: string): string {
  const shown = { timeZone, dateStyle: "short", timeStyle: "medium" } as const;
  return new Intl.DateTimeFormat("sv-SE", shown).format(new Date(instant)); // Swedish is ISO 8601
}
