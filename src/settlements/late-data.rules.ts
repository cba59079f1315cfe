import type { Period } from "./period.rules.js";
import type { LateDataPolicy } from "./terms.rules.js";

/** Where a transaction counts, and how what it changes there is settled. */
export interface LatePlace {
  countsIn: Period;
  /** In its period's own settlement, in that one opened again, or as a correction of its own. */
  settledAs: "OWN" | "REOPENED" | "DELTA";
  /** The period whose settlement pays it. */
  paidIn: Period;
}

/**
 * Where a transaction of a period counts. Once that is closed, SWEEP counts it in the one that is
 * open; REOPEN counts it in its own, which is settled again; DELTA counts it in its own and pays
 * the difference with the one that is open.
 */
export function placeOf(
  policy: LateDataPolicy,
  { own, isClosed, open }: { own: Period; isClosed: boolean; open: Period },
): LatePlace {
  if (!isClosed) return { countsIn: own, settledAs: "OWN", paidIn: own };
  switch (policy) {
    case "SWEEP":
      return { countsIn: open, settledAs: "OWN", paidIn: open };
    case "REOPEN":
      return { countsIn: own, settledAs: "REOPENED", paidIn: own };
    case "DELTA":
      return { countsIn: own, settledAs: "DELTA", paidIn: open };
  }
}
