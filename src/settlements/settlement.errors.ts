import { DomainError } from "../shared/errors.js";

export class TransitionNotAllowed extends DomainError {
  constructor(from: string, to: string, instead: readonly string[]) {
    const way = instead.length === 0 ? "nothing" : instead.join(", ");
    const message = `A settlement that is ${from} cannot become ${to}; it goes on to ${way}`;
    super("TRANSITION_NOT_ALLOWED", message);
  }
}

export class TransitionForbidden extends DomainError {
  constructor(permission: string) {
    super("FORBIDDEN", `This takes the permission ${permission}`);
  }
}

export class ReasonRequired extends DomainError {
  constructor(to: string) {
    super("REASON_REQUIRED", `Say why the settlement becomes ${to}`, ["reason"]);
  }
}

export class SecondPersonRequired extends DomainError {
  constructor() {
    const message = "Whoever prepared the settlement cannot approve it: a second person has to";
    super("SECOND_PERSON_REQUIRED", message);
  }
}

export class PayoutAccountRequired extends DomainError {
  constructor() {
    const message = "The partner has no account to pay to: add one first";
    super("PAYOUT_ACCOUNT_REQUIRED", message);
  }
}

export class PayoutNotConfirmed extends DomainError {
  constructor() {
    const message = "Only the bank's confirmation of the payout makes a settlement paid out";
    super("PAYOUT_NOT_CONFIRMED", message);
  }
}

export class PayoutRequired extends DomainError {
  constructor() {
    const message =
      "Only a settlement of which nothing is due ends without a payout, once a later one has " +
      "taken over what it owes";
    super("PAYOUT_REQUIRED", message);
  }
}

export class NothingToPay extends DomainError {
  constructor() {
    super("NOTHING_TO_PAY", "The settlement has no amount that is due to the partner");
  }
}

export class SettlementNotFound extends DomainError {
  constructor() {
    super("SETTLEMENT_NOT_FOUND", "There is no such settlement", ["settlementId"]);
  }
}

export class PeriodNotOver extends DomainError {
  constructor(endsAt: Date) {
    super("PERIOD_NOT_OVER", `The period goes on until ${endsAt.toISOString()}`);
  }
}

export class EarlierPeriodOpen extends DomainError {
  constructor(firstDay: string, lastDay: string) {
    const message = `The period from ${firstDay} to ${lastDay} is not closed; close it first`;
    super("EARLIER_PERIOD_OPEN", message);
  }
}

export class LaterPeriodClosed extends DomainError {
  constructor() {
    const message =
      "A later period of the contract is closed and builds on this one; correct it there";
    super("LATER_PERIOD_CLOSED", message);
  }
}

export class SettlementNotAdjustable extends DomainError {
  constructor(state: string) {
    const message = `A settlement that is ${state} is not adjusted; it has to be looked at again`;
    super("SETTLEMENT_NOT_ADJUSTABLE", message, ["settlementId"]);
  }
}

export class NettingNotPossible extends DomainError {
  constructor(why: string) {
    super("NETTING_NOT_POSSIBLE", `These settlements cannot be paid as one: ${why}`);
  }
}

export class PartnerOnHold extends DomainError {
  constructor(code: string) {
    super("PARTNER_ON_HOLD", `Partner "${code}" is on hold; release it before it is paid`);
  }
}

export class AdjustmentNotAnAmount extends DomainError {
  constructor(amountMinor: bigint) {
    const message = `${amountMinor} is not an amount to adjust by: it is above or below zero`;
    super("INVALID_AMOUNT", message, ["amountMinor"]);
  }
}

export class TransferNotPosted extends DomainError {
  constructor(reason: string) {
    super("TRANSFER_NOT_POSTED", `The ledger did not take a transfer of the settlement: ${reason}`);
  }
}
