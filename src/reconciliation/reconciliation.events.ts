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
