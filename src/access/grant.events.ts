import type { DomainEvent } from "../shared/events/domain-event.js";
import type { HolderKind } from "./grant.rules.js";
import type { Role } from "./role.rules.js";

/** Somebody is to have a role; at once, or when a second administrator agrees. */
export class RoleGranted implements DomainEvent {
  readonly name = "RoleGranted";
  constructor(
    readonly grantId: string,
    readonly holder: { kind: HolderKind; id: string },
    readonly role: Role | null,
    readonly roleId: string | null,
    readonly isInForce: boolean,
  ) {}
}

export class GrantApproved implements DomainEvent {
  readonly name = "GrantApproved";
  constructor(readonly grantId: string) {}
}

export class GrantRefused implements DomainEvent {
  readonly name = "GrantRefused";
  constructor(readonly grantId: string) {}
}

export class GrantRevoked implements DomainEvent {
  readonly name = "GrantRevoked";
  constructor(readonly grantId: string) {}
}

export class RoleCreated implements DomainEvent {
  readonly name = "RoleCreated";
  constructor(
    readonly roleId: string,
    readonly permissions: readonly string[],
  ) {}
}

export class RoleChanged implements DomainEvent {
  readonly name = "RoleChanged";
  constructor(
    readonly roleId: string,
    readonly version: number,
    readonly permissions: readonly string[],
  ) {}
}
