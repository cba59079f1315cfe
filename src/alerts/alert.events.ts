import type { DomainEvent } from "../shared/events/domain-event.js";
import type { AlertKind } from "./alert.rules.js";

export class AlertRaised implements DomainEvent {
  readonly name = "AlertRaised";
  constructor(
    readonly alertId: string,
    readonly kind: AlertKind,
    readonly subject: string,
    readonly message: string,
  ) {}
}

export class AlertResolved implements DomainEvent {
  readonly name = "AlertResolved";
  constructor(
    readonly alertId: string,
    readonly resolution: string,
  ) {}
}
