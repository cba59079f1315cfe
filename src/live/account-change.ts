import type { AccountSnapshot } from "./read-accounts.queries.js";

/** An account that is being watched, exactly as of the blocks that the hub has taken in. */
export type WatchedAccount = AccountSnapshot;

/** A step of one account, from one version to a later one. */
export interface AccountChange {
  fromVersion: number;
  /** The account after it. */
  after: AccountSnapshot;
  /** The transaction behind the last entry of it. */
  transactionId: string;
}

/** Two steps as one: the second continues the first. */
export function joined(first: AccountChange, second: AccountChange): AccountChange {
  return { ...second, fromVersion: first.fromVersion };
}
