import type { DomainEvent } from "../shared/events/domain-event.js";

export class WebhookEndpointCreated implements DomainEvent {
  readonly name = "WebhookEndpointCreated";
  constructor(
    readonly endpointId: string,
    readonly partnerId: string,
    readonly url: string,
  ) {}
}

export class WebhookEndpointChanged implements DomainEvent {
  readonly name = "WebhookEndpointChanged";
  constructor(
    readonly endpointId: string,
    readonly version: number,
  ) {}
}

export class WebhookSecretRotated implements DomainEvent {
  readonly name = "WebhookSecretRotated";
  constructor(
    readonly endpointId: string,
    readonly previousUntil: Date,
  ) {}
}

export class WebhooksReplayed implements DomainEvent {
  readonly name = "WebhooksReplayed";
  constructor(
    readonly endpointId: string,
    readonly messageIds: readonly string[],
  ) {}
}
