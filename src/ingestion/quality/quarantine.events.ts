import type { DomainEvent } from "../../shared/events/domain-event.js";

export class QualityRulesSet implements DomainEvent {
  readonly name = "QualityRulesSet";
  constructor(
    readonly partnerId: string,
    readonly version: number,
    readonly reason: string,
  ) {}
}

export class QuarantineItemCorrected implements DomainEvent {
  readonly name = "QuarantineItemCorrected";
  constructor(
    readonly itemId: string,
    /** The fields that differ from what came. */
    readonly fields: readonly string[],
    readonly ignoresRules: boolean,
    readonly awaitsApproval: boolean,
    readonly reason: string,
  ) {}
}

export class CorrectionApproved implements DomainEvent {
  readonly name = "CorrectionApproved";
  constructor(
    readonly itemId: string,
    readonly correctedById: string,
  ) {}
}

export class CorrectionDeclined implements DomainEvent {
  readonly name = "CorrectionDeclined";
  constructor(
    readonly itemId: string,
    readonly reason: string,
  ) {}
}

export class QuarantineReplayed implements DomainEvent {
  readonly name = "QuarantineReplayed";
  constructor(
    readonly itemIds: readonly string[],
    readonly released: number,
    readonly reason: string,
  ) {}
}

export class QuarantineRejected implements DomainEvent {
  readonly name = "QuarantineRejected";
  constructor(
    readonly itemIds: readonly string[],
    readonly reason: string,
  ) {}
}

export class QuarantinePosted implements DomainEvent {
  readonly name = "QuarantinePosted";
  constructor(
    readonly itemIds: readonly string[],
    /** Items that the ledger refused: they are open again. */
    readonly refusedIds: readonly string[],
  ) {}
}
