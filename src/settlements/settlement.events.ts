import type { DomainEvent } from "../shared/events/domain-event.js";
import type { SettlementRow } from "./settlement.queries.js";
import type { SettlementState } from "./settlement-state.rules.js";

/** A settlement took a step; statements are made when it becomes CLOSED. */
export class SettlementMoved implements DomainEvent {
  readonly name = "SettlementMoved";
  readonly settlementId: string;
  readonly partnerId: string;
  readonly contractId: string;
  readonly to: SettlementState;
  readonly version: number;

  /** @param moved as it is after the step */
  constructor(
    moved: Pick<SettlementRow, "id" | "partnerId" | "contractId" | "state" | "version">,
    readonly from: SettlementState,
    readonly reason: string | null,
  ) {
    this.settlementId = moved.id;
    this.partnerId = moved.partnerId;
    this.contractId = moved.contractId;
    this.to = moved.state;
    this.version = moved.version;
  }
}

export class SettlementsOpened implements DomainEvent {
  readonly name = "SettlementsOpened";
  constructor(
    readonly contractId: string,
    readonly settlementIds: readonly string[],
  ) {}
}

export class SettlementAdjusted implements DomainEvent {
  readonly name = "SettlementAdjusted";
  constructor(
    readonly settlementId: string,
    readonly adjustmentId: string,
    readonly amountMinor: bigint,
    readonly currency: string,
    readonly reason: string,
  ) {}
}

export class SettlementsNetted implements DomainEvent {
  readonly name = "SettlementsNetted";
  constructor(
    readonly nettingId: string,
    readonly settlementIds: readonly string[],
    readonly amountMinor: bigint,
    readonly currency: string,
  ) {}
}
