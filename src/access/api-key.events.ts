import type { DomainEvent } from "../shared/events/domain-event.js";
import type { Role } from "./role.rules.js";

export class ApiKeyCreated implements DomainEvent {
  readonly name = "ApiKeyCreated";
  constructor(
    readonly apiKeyId: string,
    readonly role: Role,
    readonly partnerId: string | null,
  ) {}
}

export class ApiKeyRotated implements DomainEvent {
  readonly name = "ApiKeyRotated";
  constructor(
    readonly apiKeyId: string,
    readonly previousSecretUntil: Date,
  ) {}
}

export class ApiKeyRevoked implements DomainEvent {
  readonly name = "ApiKeyRevoked";
  constructor(readonly apiKeyId: string) {}
}
