import { JobNotOpen } from "./job.errors.js";

/** What jobs there are. */
export const JOB_KINDS = [
  "OPEN_PERIOD",
  "CLOSE_PERIOD",
  "REOPEN_SETTLEMENT",
  "RENEW_RATES",
  "RELEASE_RESERVES",
  "SCHEDULE_PAYOUT",
  "POST_TRANSFER",
  "EXPIRE_PAYOUT",
  "ISSUE_STATEMENT",
  "REWRAP_KEYS",
  "SEAL_ROWS",
  "CHECK_FRESHNESS",
  "POST_QUARANTINED",
  "APPLY_RETENTION",
] as const;
export type JobKindName = (typeof JOB_KINDS)[number];

export const JOB_STATES = ["WAITING", "RUNNING", "DONE", "FAILED", "SKIPPED"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What a person may do with a job. */
export type JobDecision = "RUN" | "RETRY" | "SKIP";

/**
 * A job that waits may be run before its time; one that failed is retried; both may be skipped. One
 * that a node works on may be run too: if that node is gone, it goes on.
 */
const ALLOWED: Record<JobDecision, readonly JobState[]> = {
  RUN: ["WAITING", "RUNNING"],
  RETRY: ["FAILED"],
  SKIP: ["WAITING", "FAILED"],
};

/** @throws JobNotOpen */
export function assertDecision(decision: JobDecision, state: JobState): void {
  if (!ALLOWED[decision].includes(state)) throw new JobNotOpen(decision, state);
}
