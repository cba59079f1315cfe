import type { DomainEvent } from "../shared/events/domain-event.js";

/** A statement was made; it never changes. */
export class StatementIssued implements DomainEvent {
  readonly name = "StatementIssued";
  constructor(
    readonly statementId: string,
    readonly settlementId: string,
    readonly partnerId: string,
    readonly number: string,
  ) {}
}
