import { MAX_AMOUNT_MINOR } from "../shared/money.js";
import { AccountNotFound, BelowFloor, OutOfRange } from "./ledger.errors.js";
import type {
  AccountId,
  AccountState,
  EntryRow,
  HoldState,
  LedgerState,
  OriginalState,
  PostingPlan,
  RefusalRow,
  Side,
  TransactionRow,
  TransferRow,
} from "./posting-model.rules.js";
import { PositionWork } from "./position-work.rules.js";

/** What one side of a transfer does to its account, in minor units. */
export interface SideEffect {
  side: Side;
  amount: bigint;
  pending: bigint;
}

interface Savepoint {
  undo: number;
  transactions: number;
  transfers: number;
  entries: number;
}

/**
 * A batch in the making: a copy-on-write view of the ledger's state, the rows to append, and an
 * undo list that takes back what a failing group has done. It reads no clock and makes no ids.
 */
export class PostingWork {
  readonly accounts = new Map<AccountId, { before: AccountState; after: AccountState }>();
  readonly transactions: TransactionRow[] = [];
  readonly transfers: TransferRow[] = [];
  readonly entries: EntryRow[] = [];
  readonly refusals: RefusalRow[] = [];
  readonly known = new Map<string, { transactionId: string; contentHash: string }>();
  readonly originals = new Map<string, OriginalState>();
  readonly touchedOriginals = new Map<string, OriginalState>();
  readonly holds = new Map<string, HoldState>();
  readonly newHolds = new Set<string>();
  readonly rollbacksBeforeDebit = new Map<string, string>();
  readonly positions: PositionWork;
  private readonly undoList: (() => void)[] = [];

  constructor(
    private readonly state: LedgerState,
    private readonly nextId: () => string,
  ) {
    this.positions = new PositionWork(state, (undo) => this.undoList.push(undo));
  }

  newId(): string {
    return this.nextId();
  }

  savepoint(): Savepoint {
    return {
      undo: this.undoList.length,
      transactions: this.transactions.length,
      transfers: this.transfers.length,
      entries: this.entries.length,
    };
  }

  rollbackTo(mark: Savepoint): void {
    while (this.undoList.length > mark.undo) this.undoList.pop()?.();
    this.transactions.length = mark.transactions;
    this.transfers.length = mark.transfers;
    this.entries.length = mark.entries;
  }

  onRollback(undo: () => void): void {
    this.undoList.push(undo);
  }

  /** Sets a key for as long as the present group stands. */
  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    const before = map.get(key);
    map.set(key, value);
    this.undoList.push(() => {
      if (before === undefined) map.delete(key);
      else map.set(key, before);
    });
  }

  /** @throws AccountNotFound */
  account(id: AccountId): AccountState {
    const touched = this.accounts.get(id);
    if (touched) return touched.after;
    const account = this.state.accounts.get(id);
    if (!account) throw new AccountNotFound(id);
    return account;
  }

  knownTransaction(identityKey: string) {
    return this.known.get(identityKey) ?? this.state.known.get(identityKey);
  }

  original(transactionId: string): OriginalState | undefined {
    return this.originals.get(transactionId) ?? this.state.originals.get(transactionId);
  }

  hold(id: string): HoldState | undefined {
    return this.holds.get(id) ?? this.state.holds.get(id);
  }

  /**
   * Appends a transfer and both its entries. @throws AccountNotFound, BelowFloor, OutOfRange
   */
  transfer(
    row: Omit<TransferRow, "id" | "debitVersion" | "creditVersion">,
    occurredAt: number,
    effect: { amount: bigint; pending: bigint },
  ): void {
    const id = this.nextId();
    const { transactionId } = row;
    const debit = this.enter(row.debit, { side: "DEBIT", ...effect });
    const credit = this.enter(row.credit, { side: "CREDIT", ...effect });
    this.transfers.push({ ...row, id, debitVersion: debit.version, creditVersion: credit.version });
    this.entries.push(
      entryOf(debit, -effect.amount, { id, transactionId, occurredAt }),
      entryOf(credit, effect.amount, { id, transactionId, occurredAt }),
    );
  }

  private enter(id: AccountId, effect: SideEffect): AccountState {
    const account = this.touch(id);
    if (effect.side === "DEBIT") {
      account.balance -= effect.amount;
      account.pendingDebit += effect.pending;
    } else {
      account.balance += effect.amount;
      account.pendingCredit += effect.pending;
    }
    account.version += 1;
    assertWithinLimits(account, effect);
    return account;
  }

  private touch(id: AccountId): AccountState {
    let touched = this.accounts.get(id);
    if (!touched) {
      const before = this.account(id);
      touched = { before, after: { ...before } };
      this.accounts.set(id, touched);
    }
    const { after } = touched;
    const { balance, pendingDebit, pendingCredit, version } = after;
    this.undoList.push(() => {
      after.balance = balance;
      after.pendingDebit = pendingDebit;
      after.pendingCredit = pendingCredit;
      after.version = version;
    });
    return after;
  }

  /**
   * The finished plan. Posting time never runs backwards on an account, whatever the clock says.
   */
  plan(outcomes: PostingPlan["outcomes"], now: number): PostingPlan {
    let postedAt = now;
    for (const [id, { before, after }] of this.accounts) {
      if (before.version === after.version) this.accounts.delete(id);
      else if (before.postedAt > postedAt) postedAt = before.postedAt;
    }
    for (const { after } of this.accounts.values()) after.postedAt = postedAt;
    const { transactions, transfers, entries, refusals, accounts } = this;
    const { holds, newHolds, rollbacksBeforeDebit, touchedOriginals: reversals } = this;
    const { settled: positions } = this.positions;
    return {
      outcomes,
      postedAt,
      transactions,
      transfers,
      entries,
      refusals,
      accounts,
      holds,
      newHolds,
      reversals,
      rollbacksBeforeDebit,
      positions,
      chains: this.positions.extended(),
    };
  }
}

/**
 * What an account's owner may still use, in its normal side's sign: posted less what is on hold.
 */
export function availableMinor(account: AccountState): bigint {
  return account.normalSide === "CREDIT"
    ? account.balance - account.pendingDebit
    : -account.balance - account.pendingCredit;
}

/** @throws BelowFloor, OutOfRange */
function assertWithinLimits(account: AccountState, effect: SideEffect): void {
  const { id, floorMinor } = account;
  if (floorMinor !== null && lowersAvailable(account, effect)) {
    if (availableMinor(account) < floorMinor) throw new BelowFloor(id);
  }
  if (account.balance > MAX_AMOUNT_MINOR || account.balance < -MAX_AMOUNT_MINOR) {
    throw new OutOfRange(id);
  }
  if (account.pendingDebit > MAX_AMOUNT_MINOR || account.pendingCredit > MAX_AMOUNT_MINOR) {
    throw new OutOfRange(id);
  }
}

function lowersAvailable(account: AccountState, { side, amount, pending }: SideEffect): boolean {
  return account.normalSide !== side && amount + pending > 0n;
}

function entryOf(
  account: AccountState,
  amount: bigint,
  of: { id: string; transactionId: string; occurredAt: number },
): EntryRow {
  return {
    accountId: account.id,
    version: account.version,
    transferId: of.id,
    transactionId: of.transactionId,
    amount,
    balanceAfter: account.balance,
    pendingDebitAfter: account.pendingDebit,
    pendingCreditAfter: account.pendingCredit,
    occurredAt: of.occurredAt,
  };
}
