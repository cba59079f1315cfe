import type { DomainEvent } from "../shared/events/domain-event.js";
import type { PartnerKind } from "./partner.rules.js";

export class PartnerCreated implements DomainEvent {
  readonly name = "PartnerCreated";
  constructor(
    readonly partnerId: string,
    readonly code: string,
    readonly kind: PartnerKind,
  ) {}
}

export class PartnerHeld implements DomainEvent {
  readonly name = "PartnerHeld";
  constructor(
    readonly partnerId: string,
    readonly version: number,
    readonly reason: string,
  ) {}
}

export class PartnerReleased implements DomainEvent {
  readonly name = "PartnerReleased";
  constructor(
    readonly partnerId: string,
    readonly version: number,
  ) {}
}
