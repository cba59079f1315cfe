import type { CheckName, Invariant } from "./verify-checks.rules.js";

/** The first wrong row that a check came across. */
export interface VerifyFault {
  /** A key of INVARIANTS. */
  invariant: Invariant;
  check: CheckName;
  table: string;
  /** The row's key in that table. */
  row: string;
  expected: string;
  found: string;
  /** All of it in words. */
  sentence: string;
}

/** How much was looked at. */
export interface VerifyCounts {
  blocks: number;
  transactions: number;
  transfers: number;
  /** Seen account by account; with `since`, those of the newer blocks. */
  entries: number;
  accounts: number;
  positions: number;
}

/** What could not be proved, and is no fault. */
export interface NotProvable {
  /** Accounts whose floor or state was changed: which entries had which floor is not known. */
  floors: number;
  /** Blocks whose rows are, in part or all of them, in a detached month. */
  detachedBlocks: number;
  /** Transactions whose content cannot be put together again, as what they undo is detached. */
  contents: number;
}

export interface VerifiedLane {
  lane: number;
  /** The blocks above `from`, up to `upto`, were verified. */
  from: number;
  upto: number;
}

export interface VerifyReport {
  /** Whether no fault was found. */
  clean: boolean;
  /** By invariant, then as CHECKS lists them; one for each check that found any. */
  faults: VerifyFault[];
  counts: VerifyCounts;
  /** For each currency its accounts, and the sum of their balances in minor units: zero. */
  currencies: { currency: string; accounts: number; sumMinor: bigint }[];
  notProvable: NotProvable;
  lanes: VerifiedLane[];
}

/** How far a verification has come, in rows. */
export interface VerifyProgress {
  done: number;
  total: number;
}
