import type { Recomputation } from "./verify-position.rules.js";
import type { Attached, LaneCut } from "./verify-cut.queries.js";
import type { VerifyFindings } from "./verify-findings.js";

/** What all parts of one verification share. */
export interface VerifyRun {
  findings: VerifyFindings;
  /** The lanes at its beginning, with the range of blocks that it verifies. */
  lanes: ReadonlyMap<number, LaneCut & { from: number; upto: number }>;
  attached: Attached;
  recomputation: Recomputation;
  /** Whether it goes on from an earlier one. */
  since: boolean;
  /** Whether it leaves out all that settlements do not rest on. */
  settlementsOnly: boolean;
  /** Rows that one of its parts takes, about. */
  partRows: number;
}
