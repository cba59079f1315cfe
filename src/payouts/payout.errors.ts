import { DomainError } from "../shared/errors.js";

export class InvalidPayoutAccount extends DomainError {
  constructor(why: string) {
    super("INVALID_INPUT", `No payment can go to this account: ${why}`, ["number"]);
  }
}

/** Its partner's personal data were erased: nobody can read it any more. */
export class PayoutAccountErased extends DomainError {
  constructor() {
    super("ERASED", "The holder and the number of this account were erased", ["payoutAccountId"]);
  }
}

export class PayoutAccountNotFound extends DomainError {
  constructor() {
    super("PAYOUT_ACCOUNT_REQUIRED", "There is no such payout account", ["payoutAccountId"]);
  }
}

export class NothingInRun extends DomainError {
  constructor(currency: string, day: string) {
    super("NOTHING_TO_PAY", `No payout in ${currency} is scheduled up to ${day}`);
  }
}

export class PayoutRunNotFound extends DomainError {
  constructor() {
    super("PAYOUT_RUN_NOT_FOUND", "There is no such payout run", ["payoutRunId"]);
  }
}

export class UnknownPayment extends DomainError {
  constructor(endToEndId: string) {
    super("UNKNOWN_PAYMENT", `No payout has the end-to-end id "${endToEndId.slice(0, 64)}"`);
  }
}

export class PayoutUnconfirmed extends DomainError {
  constructor(endToEndId: string, days: number) {
    const message = `The bank has not told of payment ${endToEndId} for ${days} days: ask it`;
    super("PAYOUT_NOT_CONFIRMED", message);
  }
}

export class RevealReasonRequired extends DomainError {
  constructor() {
    super("REASON_REQUIRED", "Say why the number has to be read whole", ["reason"]);
  }
}

export class PayoutAccountGone extends DomainError {
  constructor() {
    super("PAYOUT_ACCOUNT_REQUIRED", "A partner in the run has no account to pay to: add one");
  }
}
