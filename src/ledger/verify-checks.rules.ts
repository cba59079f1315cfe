/**
 * What must hold for ever: 1 to 6 are the ledger's own, 7 is what settlements rest on, and 8 is
 * theirs.
 */
export const INVARIANTS = {
  1: "every transfer moves one amount out of one account and into another",
  2: "an account's versions are 1, 2, 3 ... in the order of their posting",
  3: "an account's row is what its entries lead to, and no entry broke a floor",
  4: "an external id has one transaction, with the content it came with",
  5: "what was reversed and what was captured is what the linked transactions say",
  6: "every row lies in a block, and every block in its lane's hash chain",
  7: "what is owed under a contract is what all its transactions come to",
  8: "a settlement adds up from what is on record, and what was decided of it moved once",
} as const;

export type Invariant = keyof typeof INVARIANTS;

/** What is looked at for each invariant. */
export const CHECKS = {
  "transfer-entries": { invariant: 1, holds: "a transfer has its debit and its credit entry" },
  "transfer-currency": { invariant: 1, holds: "a transfer stays within one currency" },
  "transfer-pending": { invariant: 1, holds: "only holds and their ends change what is pending" },
  "entry-transfer": { invariant: 1, holds: "an entry belongs to a transfer" },
  "currency-sum": { invariant: 1, holds: "the balances of a currency add up to zero" },
  "version-order": { invariant: 2, holds: "versions follow each other without a gap" },
  "posting-order": { invariant: 2, holds: "posting time never runs back on an account" },
  "running-balance": { invariant: 3, holds: "a balance is the one before and the amount" },
  "account-row": { invariant: 3, holds: "an account's row is as its last entry left it" },
  "entry-account": { invariant: 3, holds: "an entry has an account" },
  floor: { invariant: 3, holds: "no entry takes the available balance below the floor" },
  "account-totals": { invariant: 3, holds: "totals by time add up to the balance rolled up" },
  "identity-row": { invariant: 4, holds: "a transaction has its identity row" },
  "identity-transaction": { invariant: 4, holds: "an identity row has its transaction" },
  "content-hash": { invariant: 4, holds: "a transaction's content has the hash it came with" },
  "rollback-mark": { invariant: 4, holds: "a rollback before its debit has left its mark" },
  "reversal-total": { invariant: 5, holds: "a reversed total is the sum of the reversals" },
  "reversal-original": { invariant: 5, holds: "reversals have an original and stay within it" },
  hold: { invariant: 5, holds: "a hold is as its captures and releases left it" },
  "open-holds": { invariant: 5, holds: "what is pending on an account is in its open holds" },
  "chain-link": { invariant: 6, holds: "a block follows the one before it" },
  "lane-head": { invariant: 6, holds: "a lane ends with its last block" },
  "block-hash": { invariant: 6, holds: "a block's rows have the hash of the block" },
  "block-rows": { invariant: 6, holds: "a block has as many rows as it says, where it says" },
  "outside-block": { invariant: 6, holds: "a row lies in a block" },
  "verified-block": { invariant: 6, holds: "what was verified before is still there" },
  "counted-in": { invariant: 7, holds: "a transaction counts in a period of its contract" },
  "position-inputs": { invariant: 7, holds: "a position's inputs are the sums of transactions" },
  "position-accrued": { invariant: 7, holds: "a position's accrual is what its terms give" },
  "position-conditions": { invariant: 7, holds: "a position was settled as its contract says" },
  payable: { invariant: 7, holds: "an account has the accruals of its positions" },
  "position-chain": { invariant: 7, holds: "a chain counts the changes of its positions" },
  "closed-period": { invariant: 8, holds: "a period is closed as its settlement is" },
  "settlement-figures": { invariant: 8, holds: "a settlement is the sum of its parts" },
  "settlement-transfer": { invariant: 8, holds: "a posted transfer is in the ledger as decided" },
} as const satisfies Record<string, { invariant: Invariant; holds: string }>;

export type CheckName = keyof typeof CHECKS;

/** A row that is not as it must be. */
export interface Suspect {
  check: CheckName;
  table: string;
  /** The row's key, as in "id 01900000-..." or "account_id 12, version 5". */
  row: string;
  /** Sorts the suspects of a check: the first is the first wrong row. */
  order: string;
  expected: string;
  found: string;
}

/** A number in a text that sorts as the number does; from 0 up. */
export function orderOf(...numbers: readonly (number | bigint)[]): string {
  return numbers.map((number) => number.toString().padStart(20, "0")).join(" ");
}
