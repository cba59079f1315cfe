import { DomainError } from "../shared/errors.js";

export class AccountNotVisible extends DomainError {
  constructor(accountId: string, index: number) {
    super("ACCOUNT_NOT_FOUND", `There is no account acc_${accountId}`, [
      "accountIds",
      String(index),
    ]);
  }
}

/** The hub ends; what was begun on it will not be finished. */
export class HubStopping extends DomainError {
  constructor() {
    super("OVERLOADED", "The hub is stopping; connect again");
  }
}
