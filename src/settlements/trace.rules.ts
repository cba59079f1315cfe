import type { Exact } from "./exact.rules.js";
import type { Effect, RoundingRule } from "./terms.rules.js";

/** One line of arithmetic of how a figure came about, in the order in which it was done. */
export type TraceLine =
  /** A total that was counted, and what it is worth in the settlement currency. */
  | {
      is: "INPUT";
      input: string;
      effect: Effect;
      amountMinor: bigint;
      count: bigint;
      worth: Exact;
    }
  /** A step of a basis: what it came to, at most `limit`, and what stands after it. */
  | {
      is: "STEP";
      name: string;
      effect: Effect;
      value: Exact;
      limit: Exact | null;
      standing: Exact;
    }
  /** What an earlier clause brought. */
  | { is: "CLAUSE"; clause: string; amountMinor: bigint }
  /** The part of something within a tier, times its rate or price. */
  | { is: "TIER"; from: string; to: string | null; part: Exact; factor: string; value: Exact }
  /** A rate of something. */
  | { is: "RATE"; name: string; of: Exact; rate: string; value: Exact }
  /** An amount that the terms or an earlier period give. */
  | { is: "AMOUNT"; name: string; value: Exact }
  /** The sum of lines that were rounded each for itself. */
  | { is: "LINES"; count: bigint; amountMinor: bigint }
  | { is: "ROUNDED"; exact: Exact; rule: RoundingRule; amountMinor: bigint }
  /** What follows was settled before and is taken off. */
  | { is: "LESS"; name: string };

/** Where the lines go, when somebody asks. */
export type Trace = (line: TraceLine) => void;

/** Nobody asks. */
export const untraced: Trace = () => undefined;
