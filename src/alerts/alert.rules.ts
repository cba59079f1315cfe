/** What an alert is about. */
export const ALERT_KINDS = [
  "JOB_FAILED",
  "PAYOUT_FAILED",
  "SOURCE_LATE",
  "SOURCE_GAP",
  "BREAKS_OPEN",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const ALERT_STATES = ["RAISED", "RESOLVED"] as const;
export type AlertState = (typeof ALERT_STATES)[number];
