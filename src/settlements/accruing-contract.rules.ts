import type { SettlementAccounts } from "./position-account.rules.js";
import type { VersionedContract } from "./version.rules.js";

/** A contract with all that accruing under it takes. */
export interface AccruingContract {
  id: string;
  partnerId: string;
  /** The settlement currency. */
  currency: string;
  timeZone: string;
  /** Grows with every change to the contract or its versions. */
  version: number;
  /** The first moment, and the first after the last; milliseconds since the epoch. */
  startsAt: number;
  endsAt: number;
  terms: VersionedContract;
  accounts: SettlementAccounts;
}
