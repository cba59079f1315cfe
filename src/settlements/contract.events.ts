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
