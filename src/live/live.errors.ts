import { DomainError } from "../shared/errors.js";

export class TooManySubscriptions extends DomainError {
  constructor(limit: number) {
    super("TOO_MANY_SUBSCRIPTIONS", `A connection has at most ${limit} subscriptions`);
  }
}

export class AccountNotVisible extends DomainError {
  constructor(accountId: string, index: number) {
    super("ACCOUNT_NOT_FOUND", `There is no account acc_${accountId}`, [
      "accountIds",
      String(index),
    ]);
  }
}

/** The credential of a subscription was revoked or has expired since it began. */
export class CredentialEnded extends DomainError {
  constructor() {
    super("UNAUTHENTICATED", "The credential was revoked or has expired");
  }
}

/** The hub ends; what was begun on it will not be finished. */
export class HubStopping extends DomainError {
  constructor() {
    super("OVERLOADED", "The hub is stopping; connect again");
  }
}
