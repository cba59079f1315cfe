import { DomainError } from "../shared/errors.js";
import { LIVE_LIMITS } from "./live-limits.js";

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

export class TooManyRows extends DomainError {
  constructor() {
    const limit = LIVE_LIMITS.rowsPerSubscription;
    super("INVALID_INPUT", `More than ${limit} are selected: narrow the selection`);
  }
}
