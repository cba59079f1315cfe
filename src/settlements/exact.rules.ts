import { divideRounded, type Rounding } from "../shared/money.js";

/** An exact number: a fraction of whole numbers with the denominator above zero, not reduced. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

export function whole(n: bigint): Exact {
  return { n, d: 1n };
}

/** A decimal text such as "0.125", which has been checked to be one. */
export function decimal(text: string): Exact {
  const point = text.indexOf(".");
  if (point < 0) return whole(BigInt(text));
  const digits = text.slice(0, point) + text.slice(point + 1);
  return { n: BigInt(digits), d: 10n ** BigInt(text.length - point - 1) };
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function negate({ n, d }: Exact): Exact {
  return { n: -n, d };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function times(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** `a / b` for whole numbers, the divisor above zero. */
export function ratio(a: bigint, b: bigint): Exact {
  return { n: a, d: b };
}

/** Below zero when `a` is less than `b`, above when it is more. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function least(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function most(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

/** The nearest multiple of `unit` by the rounding mode. */
export function rounded({ n, d }: Exact, mode: Rounding, unit = 1n): bigint {
  return divideRounded(n, d * unit, mode) * unit;
}

/** As people write it: a decimal where it ends, otherwise a fraction. */
export function exactText(value: Exact): string {
  const { n, d } = reduced(value);
  let [scale, left] = [0, d];
  while (left % 10n === 0n || left % 5n === 0n || left % 2n === 0n) {
    left = left % 10n === 0n ? left / 10n : left % 5n === 0n ? left / 5n : left / 2n;
    scale += 1;
  }
  if (left !== 1n) return `${n}/${d}`;
  const digits = ((n < 0n ? -n : n) * 10n ** BigInt(scale)) / d;
  const padded = digits.toString().padStart(scale + 1, "0");
  const sign = n < 0n ? "-" : "";
  if (scale === 0) return sign + padded;
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function reduced({ n, d }: Exact): Exact {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a };
}
