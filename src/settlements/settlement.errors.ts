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

export class NothingToPay extends DomainError {
  constructor() {
    super("NOTHING_TO_PAY", "The settlement has no amount that is due to the partner");
  }
}
