import type { DomainEvent } from "../shared/events/domain-event.js";
import type { JobKindName, JobState } from "./job.rules.js";

/** A job came to an end: done, failed (an alert tells of it) or skipped. */
export class JobEnded implements DomainEvent {
  readonly name = "JobEnded";
  constructor(
    readonly jobId: string,
    readonly kind: JobKindName,
    readonly state: JobState,
    readonly reason: string | null,
  ) {}
}

/** A person had a job run again that had failed. */
export class JobRetried implements DomainEvent {
  readonly name = "JobRetried";
  constructor(
    readonly jobId: string,
    readonly kind: JobKindName,
  ) {}
}

/** Jobs were planned, or moved to another time. */
export class JobsPlanned implements DomainEvent {
  readonly name = "JobsPlanned";
}

/** A node works on a job. */
export class JobBegun implements DomainEvent {
  readonly name = "JobBegun";
  constructor(readonly jobId: string) {}
}
