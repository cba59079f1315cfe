import { rounded, type Exact } from "./exact.rules.js";
import type { RoundingRule } from "./terms.rules.js";

/** A figure in minor units, with what the nearest whole minor unit has more than its rounding. */
export interface Figure {
  amountMinor: bigint;
  residualMinor: bigint;
}

/** An exact value as the terms round it. */
export function figureOf(exact: Exact, { mode, unitMinor }: RoundingRule): Figure {
  return figureAt(exact, rounded(exact, mode, BigInt(unitMinor)));
}

/** An exact value for which another figure stands, such as the sum of rounded lines. */
export function figureAt(exact: Exact, amountMinor: bigint): Figure {
  return { amountMinor, residualMinor: rounded(exact, "HALF_EVEN") - amountMinor };
}

export function lessFigure(whole: Figure, part: Figure): Figure {
  return {
    amountMinor: whole.amountMinor - part.amountMinor,
    residualMinor: whole.residualMinor - part.residualMinor,
  };
}

export const NO_FIGURE: Figure = { amountMinor: 0n, residualMinor: 0n };
