export const STORED_VERSION_STATES = ["SCHEDULED", "CANCELLED"] as const;
/** What is kept of a version's state: the rest follows from the time. */
export type StoredVersionState = (typeof STORED_VERSION_STATES)[number];

export const VERSION_STATES = ["SCHEDULED", "IN_FORCE", "PAST", "CANCELLED"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** A version with the moment at which it begins, and that at which the next one or nothing does. */
export interface VersionTimes {
  state: StoredVersionState;
  startsAt: Date;
  /** Excluded; null is without end. */
  endsAt: Date | null;
}

/** What a version is at a moment. */
export function versionStateAt({ state, startsAt, endsAt }: VersionTimes, at: Date): VersionState {
  if (state === "CANCELLED") return "CANCELLED";
  if (at < startsAt) return "SCHEDULED";
  return endsAt !== null && endsAt <= at ? "PAST" : "IN_FORCE";
}
