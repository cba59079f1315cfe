import { DomainError } from "../shared/errors.js";

export class RetentionTooShort extends DomainError {
  constructor(minimumDays: number) {
    super("RETENTION_TOO_SHORT", `It is kept for ${minimumDays} days at the least`, ["days"]);
  }
}

export class RetentionHoldNotFound extends DomainError {
  constructor() {
    super("RETENTION_HOLD_NOT_FOUND", "There is no such hold in force", ["holdId"]);
  }
}

export class RetentionReasonRequired extends DomainError {
  constructor() {
    super("REASON_REQUIRED", "Say why", ["reason"]);
  }
}

export class DocumentOfAnother extends DomainError {
  constructor() {
    super("INVALID_INPUT", "The partner has no such document", ["documentId"]);
  }
}

/** Something has to be kept for now. */
export class ErasureBlocked extends DomainError {
  constructor(why: string) {
    super("ERASURE_BLOCKED", `The partner's data cannot be erased yet: ${why}`, ["partnerId"]);
  }
}
