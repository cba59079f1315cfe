/** Amounts stay decimal strings and whole minor units: what is shown never was a float. */

const MINUS = "\u2212";
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal as people read it: `-1234567.5` is `−1,234,567.5`; no digit is added or dropped. */
export function readable(amount: string): string {
  const [, sign, whole = "", fraction] = DECIMAL.exec(amount) ?? [];
  if (whole === "") return amount;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return (sign ? MINUS : "") + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

/** How many decimals an amount is written with: its currency's. */
export function exponentOf(amount: string): number {
  const point = amount.indexOf(".");
  return point === -1 ? 0 : amount.length - point - 1;
}

/** Minor units as a decimal: 1250n with the exponent 2 is `12.50`. */
export function decimalOf(minor: bigint, exponent: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  const sign = minor < 0n ? "-" : "";
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Whether a decimal is zero, however it is written. */
export function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}
