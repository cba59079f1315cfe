import type { Terms } from "./terms.rules.js";

/**
 * How far a transaction reaches: its own period; the later ones of the quarter, whose tiers it
 * fills; or all that follow, because what a guarantee advances is earned back in them.
 */
export type Reach = "PERIOD" | "QUARTER" | "FOLLOWING";

/** Which periods are to be settled anew when the totals of one change. */
export function reachOf(versions: readonly Terms[]): Reach {
  const clauses = versions.flatMap((terms) => terms.clauses);
  const advances = clauses.some(
    (clause) => clause.kind === "MINIMUM_GUARANTEE" && clause.recoupable,
  );
  if (advances) return "FOLLOWING";
  const addsUp = clauses.some(
    (clause) => "tierPeriod" in clause && clause.tierPeriod === "QUARTER",
  );
  return addsUp ? "QUARTER" : "PERIOD";
}
