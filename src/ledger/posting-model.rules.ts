import type { ErrorCode } from "../shared/errors.js";
import type { AccountId, ChainState, Direction, PositionState } from "./accrual-model.rules.js";

export type { AccountId, Direction } from "./accrual-model.rules.js";
/** The number that no account has. */
export const NO_ACCOUNT: AccountId = "0";
export type Side = "DEBIT" | "CREDIT";

/** One movement that an operation asks for: `amountMinor` out of `debit` and into `credit`. */
export interface Leg {
  debit: AccountId;
  credit: AccountId;
  amountMinor: bigint;
  currency: string;
  code: string;
}

/** What a posting item does to the ledger. */
export type Operation =
  | { kind: "TRANSFER"; legs: readonly Leg[] }
  | { kind: "HOLD"; debit: AccountId; credit: AccountId; expiresAt: number | null }
  /** `final` releases what is left of the hold after this capture. */
  | { kind: "CAPTURE"; holdId: string; final: boolean }
  | { kind: "VOID"; holdId: string; because: "VOIDED" | "EXPIRED" }
  /** Undoes the item's amount of the original, or all that is left of it where that is zero. */
  | { kind: "REVERSAL"; originalId: string }
  /** Undoes a wallet debit, named by its identity key, in full; remembered if it is unknown. */
  | { kind: "ROLLBACK"; originalKey: string }
  /** Settles a position anew, of which nothing new was counted; it is opened by that. */
  | {
      kind: "SETTLE";
      contractId: string;
      /** Start of the period, in milliseconds since the epoch. */
      periodStart: number;
      releases: readonly ReleaseOrder[];
    };

/** What an earlier period still holds back by a clause is to be released. */
export interface ReleaseOrder {
  clause: string;
  /** Start of that period, in milliseconds since the epoch. */
  heldIn: number;
}

/** One transaction on its way into the ledger, all of it decided but its effect. */
export interface PostingItem {
  partnerId: string | null;
  externalId: string;
  /** Hash of partner and external id: the transaction's identity for ever. */
  identityKey: string;
  /** Hash of everything that makes the content: same identity and other content is refused. */
  contentHash: string;
  type: string;
  direction: Direction;
  amountMinor: bigint;
  currency: string;
  /** The world's time, in milliseconds since the epoch. */
  occurredAt: number;
  counterparty: string | null;
  reference: string | null;
  documentId: string | null;
  /** Further facts to keep, such as a conversion's rate, as JSON text. */
  details: string | null;
  operation: Operation;
  /** Whether it counts towards the partner's settlement. */
  accrues: boolean;
}

/** Items that are posted all together or not at all. */
export type PostingGroup = readonly PostingItem[];

export interface AccountState {
  readonly id: AccountId;
  readonly partnerId: string | null;
  readonly purpose: string;
  readonly currency: string;
  readonly normalSide: Side;
  readonly floorMinor: bigint | null;
  readonly closed: boolean;
  readonly revision: bigint;
  /** Credits less debits, in minor units. */
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  version: number;
  /** When the last entry was posted, in milliseconds since the epoch. */
  postedAt: number;
}

export interface KnownTransaction {
  transactionId: string;
  contentHash: string;
}

/** In place of a content hash: the rollback arrived before the debit, which is refused for ever. */
export const ROLLED_BACK_BEFORE = "00000000-0000-0000-0000-000000000000";

export interface HoldState {
  readonly id: string;
  readonly partnerId: string | null;
  readonly debit: AccountId;
  readonly credit: AccountId;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly expiresAt: number | null;
  capturedMinor: bigint;
  state: "PENDING" | "CAPTURED" | "VOIDED" | "EXPIRED";
}

/** A posted transaction that an item refers to, with what it moved and what was undone of it. */
export interface OriginalState {
  readonly id: string;
  readonly partnerId: string | null;
  readonly kind: string;
  readonly type: string;
  readonly direction: Direction;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** The world's time, in milliseconds since the epoch. */
  readonly occurredAt: number;
  /** Start of the settlement period in which it counted; null where it counted in none. */
  readonly countedIn: number | null;
  readonly legs: readonly Leg[];
  reversedMinor: bigint;
}

/** Everything that a batch may need to know of the ledger, read before it is computed. */
export interface LedgerState {
  accounts: Map<AccountId, AccountState>;
  known: Map<string, KnownTransaction>;
  holds: Map<string, HoldState>;
  /** By transaction id. */
  originals: Map<string, OriginalState>;
  /** By `positionKey`. */
  positions: Map<string, PositionState>;
  /** By contract, where its periods depend on each other: all of its positions are there then. */
  chains: Map<string, ChainState>;
}

export interface TransactionRow {
  id: string;
  item: PostingItem;
  kind: Operation["kind"];
  type: string;
  direction: Direction;
  amountMinor: bigint;
  relatedId: string | null;
  /** Start of the settlement period in which it counts; null where it counts in none. */
  countedIn: number | null;
}

export type TransferKind = "POST" | "HOLD" | "CAPTURE" | "VOID";

export interface TransferRow {
  id: string;
  transactionId: string;
  kind: TransferKind;
  code: string;
  debit: AccountId;
  debitVersion: number;
  credit: AccountId;
  creditVersion: number;
  amountMinor: bigint;
}

export interface EntryRow {
  accountId: AccountId;
  version: number;
  transferId: string;
  transactionId: string;
  /** Credit positive, debit negative, zero for a hold or its release; minor units. */
  amount: bigint;
  balanceAfter: bigint;
  pendingDebitAfter: bigint;
  pendingCreditAfter: bigint;
  occurredAt: number;
}

export interface RefusalRow {
  id: string;
  item: PostingItem;
  code: ErrorCode;
  reason: string;
}

/** What became of one item. */
export type Outcome =
  | { status: "POSTED"; transactionId: string; entries: readonly EntryRow[] }
  | { status: "REPLAYED"; transactionId: string }
  | { status: "REFUSED"; code: ErrorCode; reason: string };

/** The effect of a batch: rows to append, state to replace, and an outcome for each item. */
export interface PostingPlan {
  /** One for each item, group by group, in the order given. */
  outcomes: Outcome[][];
  postedAt: number;
  transactions: TransactionRow[];
  transfers: TransferRow[];
  entries: EntryRow[];
  refusals: RefusalRow[];
  accounts: Map<AccountId, { before: AccountState; after: AccountState }>;
  holds: Map<string, HoldState>;
  newHolds: Set<string>;
  reversals: Map<string, OriginalState>;
  rollbacksBeforeDebit: Map<string, string>;
  positions: Map<string, PositionState>;
  chains: Map<string, ChainState>;
}
