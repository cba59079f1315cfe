import { DomainError } from "../shared/errors.js";

export class JobNotFound extends DomainError {
  constructor() {
    super("JOB_NOT_FOUND", "There is no such job", ["jobId"]);
  }
}

export class JobNotOpen extends DomainError {
  constructor(decision: string, state: string) {
    const message = `A job that is ${state} cannot be told to ${decision.toLowerCase()}`;
    super("JOB_NOT_OPEN", message, ["jobId"]);
  }
}

export class SkipReasonRequired extends DomainError {
  constructor() {
    super("REASON_REQUIRED", "Say why the job is skipped", ["reason"]);
  }
}
