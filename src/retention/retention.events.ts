import type { DomainEvent } from "../shared/events/domain-event.js";
import type { RetentionKind } from "./retention.rules.js";

export class RetentionRuleSet implements DomainEvent {
  readonly name = "RetentionRuleSet";
  constructor(
    readonly kind: RetentionKind,
    readonly days: number,
    readonly before: number,
  ) {}
}

export class RetentionHoldPlaced implements DomainEvent {
  readonly name = "RetentionHoldPlaced";
  constructor(
    readonly holdId: string,
    readonly partnerId: string,
    readonly documentId: string | null,
  ) {}
}

export class RetentionHoldReleased implements DomainEvent {
  readonly name = "RetentionHoldReleased";
  constructor(
    readonly holdId: string,
    readonly partnerId: string,
  ) {}
}

/** A partner's keys were destroyed: its personal data can be read by nobody any more. */
export class PartnerErased implements DomainEvent {
  readonly name = "PartnerErased";
  constructor(
    readonly partnerId: string,
    readonly dataKeys: number,
  ) {}
}

/** The clock removed what was older than its time. */
export class RetentionApplied implements DomainEvent {
  readonly name = "RetentionApplied";
  constructor(
    readonly kind: RetentionKind,
    readonly removed: number,
    readonly cutoff: Date,
  ) {}
}
