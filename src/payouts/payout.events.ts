import type { DomainEvent } from "../shared/events/domain-event.js";

/** Where a partner is paid was set; the account's number is not part of what is told. */
export class PayoutAccountAdded implements DomainEvent {
  readonly name = "PayoutAccountAdded";
  constructor(
    readonly payoutAccountId: string,
    readonly partnerId: string,
    readonly currency: string,
    readonly numberMasked: string,
  ) {}
}

/** Somebody read an account's number whole. */
export class PayoutAccountRevealed implements DomainEvent {
  readonly name = "PayoutAccountRevealed";
  constructor(
    readonly payoutAccountId: string,
    readonly partnerId: string,
    readonly reason: string,
  ) {}
}

export class PayoutRunCreated implements DomainEvent {
  readonly name = "PayoutRunCreated";
  constructor(
    readonly payoutRunId: string,
    readonly currency: string,
    readonly payouts: number,
    readonly totalMinor: bigint,
  ) {}
}

/** The bank told what became of a payout. */
export class PayoutFinished implements DomainEvent {
  readonly name = "PayoutFinished";
  constructor(
    readonly payoutId: string,
    readonly partnerId: string,
    readonly state: "PAID_OUT" | "FAILED",
    readonly bankReason: string | null,
  ) {}
}
