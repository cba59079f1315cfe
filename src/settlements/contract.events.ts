import type { DomainEvent } from "../shared/events/domain-event.js";

export class ContractCreated implements DomainEvent {
  readonly name = "ContractCreated";
  constructor(
    readonly contractId: string,
    readonly partnerId: string,
    readonly currency: string,
    readonly startsAt: Date,
    readonly endsAt: Date | null,
  ) {}
}

export class ContractVersionScheduled implements DomainEvent {
  readonly name = "ContractVersionScheduled";
  constructor(
    readonly contractId: string,
    readonly number: number,
    readonly effectiveFrom: string,
    readonly reason: string | null,
  ) {}
}

export class ContractVersionMoved implements DomainEvent {
  readonly name = "ContractVersionMoved";
  constructor(
    readonly contractId: string,
    readonly number: number,
    readonly from: string,
    readonly effectiveFrom: string,
    readonly reason: string,
  ) {}
}

export class ContractVersionCancelled implements DomainEvent {
  readonly name = "ContractVersionCancelled";
  constructor(
    readonly contractId: string,
    readonly number: number,
    readonly effectiveFrom: string,
    readonly reason: string,
  ) {}
}

export class ContractEnded implements DomainEvent {
  readonly name = "ContractEnded";
  constructor(
    readonly contractId: string,
    readonly from: string | null,
    readonly effectiveTo: string,
    readonly reason: string,
  ) {}
}
