/** A fraction in lowest terms, as one learns it at school. */
export class Fraction {
  readonly n: bigint;
  readonly d: bigint;

  constructor(n: bigint, d = 1n) {
    const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
    const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom);
    this.n = top / divisor;
    this.d = bottom / divisor;
  }

  static of(text: string): Fraction {
    const [whole = "0", decimals = ""] = text.split(".");
    return new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  plus({ n, d }: Fraction): Fraction {
    return new Fraction(this.n * d + n * this.d, this.d * d);
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.n, other.d));
  }

  times({ n, d }: Fraction): Fraction {
    return new Fraction(this.n * n, this.d * d);
  }

  over({ n, d }: Fraction): Fraction {
    return new Fraction(this.n * d, this.d * n);
  }

  isBelow(other: Fraction): boolean {
    return this.n * other.d < other.n * this.d;
  }

  /** The nearest multiple of a unit, looking at the two between which this lies. */
  round(mode: "HALF_EVEN" | "HALF_UP" | "DOWN", unit: bigint): bigint {
    const negative = this.n < 0n;
    const size = new Fraction(negative ? -this.n : this.n, this.d);
    const below = size.n / (size.d * unit);
    const toBelow = size.minus(new Fraction(below * unit));
    const toAbove = new Fraction((below + 1n) * unit).minus(size);
    const half = !toBelow.isBelow(toAbove) && !toAbove.isBelow(toBelow);
    const up = half
      ? mode === "HALF_UP" || (mode === "HALF_EVEN" && below % 2n === 1n)
      : mode !== "DOWN" && toAbove.isBelow(toBelow);
    const result = (up ? below + 1n : below) * unit;
    return negative ? -result : result;
  }
}

export function fraction(n: bigint | number): Fraction {
  return new Fraction(BigInt(n));
}

export function total(values: readonly Fraction[]): Fraction {
  return values.reduce((sum, value) => sum.plus(value), fraction(0));
}

export function larger(one: Fraction, other: Fraction): Fraction {
  return one.isBelow(other) ? other : one;
}

export function smaller(one: Fraction, other: Fraction): Fraction {
  return one.isBelow(other) ? one : other;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
