import type { DomainEvent } from "../shared/events/domain-event.js";

/** A look at a partner changed something. */
export class ReconciliationRan implements DomainEvent {
  readonly name = "ReconciliationRan";
  constructor(
    readonly runId: string,
    readonly partnerId: string,
    readonly opened: number,
    readonly resolved: number,
  ) {}
}

/** People decided on breaks. */
export class BreaksResolved implements DomainEvent {
  readonly name = "BreaksResolved";
  constructor(
    readonly breakIds: readonly string[],
    readonly action: string,
    readonly reason: string,
  ) {}
}

/** A second person decided on write-offs above the limit. */
export class WriteOffsDecided implements DomainEvent {
  readonly name = "WriteOffsDecided";
  constructor(
    readonly breakIds: readonly string[],
    readonly approved: boolean,
    readonly reason: string,
  ) {}
}

/** A person said what documents of a kind are for. */
export class DocumentRoleSet implements DomainEvent {
  readonly name = "DocumentRoleSet";
  constructor(
    readonly partnerId: string,
    readonly adapter: string,
    readonly account: string,
    readonly role: string,
  ) {}
}

/** A person changed how a partner is reconciled. */
export class ReconciliationPolicyChanged implements DomainEvent {
  readonly name = "ReconciliationPolicyChanged";
  constructor(
    readonly partnerId: string,
    readonly version: number,
  ) {}
}
