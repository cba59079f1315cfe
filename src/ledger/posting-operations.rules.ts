import {
  AlreadyReversed,
  CaptureExceedsHold,
  CurrencyMismatch,
  HoldExpired,
  HoldNotFound,
  HoldNotPending,
  NotReversible,
  ReversalExceedsOriginal,
  SameAccount,
  TransactionNotFound,
} from "./ledger.errors.js";
import type { PostingWork } from "./posting-work.rules.js";
import { ROLLED_BACK_BEFORE } from "./posting.types.js";
import type {
  Direction,
  HoldState,
  Leg,
  Operation,
  OriginalState,
  PostingItem,
  TransactionRow,
} from "./posting.types.js";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** What an operation came to: the row to append and what it adds to a settlement position. */
export interface Posted {
  row: TransactionRow;
  /** The input of the position it counts towards, and by how much and how many. */
  counts: { type: string; direction: Direction; amountMinor: bigint; count: bigint };
}

/** The debit and the credit of a leg: open, different, and in its currency. */
function assertLeg(work: PostingWork, leg: Leg): void {
  const debit = work.openAccount(leg.debit);
  const credit = work.openAccount(leg.credit);
  if (leg.debit === leg.credit) throw new SameAccount(leg.debit);
  for (const account of [debit, credit]) {
    if (account.currency !== leg.currency) {
      throw new CurrencyMismatch(account.id, account.currency, leg.currency);
    }
  }
}

function rowOf(
  id: string,
  item: PostingItem,
  changes: Partial<TransactionRow> = {},
): TransactionRow {
  const { type, direction, amountMinor } = item;
  return {
    id,
    item,
    kind: item.operation.kind,
    type,
    direction,
    amountMinor,
    relatedId: null,
    ...changes,
  };
}

/** What moves no money yet, or none any more, counts for nothing. */
function counting(row: TransactionRow, count = 1n): Posted {
  const { type, direction, amountMinor } = row;
  return { row, counts: { type, direction, amountMinor: amountMinor * count, count } };
}

export function postTransfers(work: PostingWork, item: PostingItem, op: Of<"TRANSFER">): Posted {
  const id = work.newId();
  for (const leg of op.legs) assertLeg(work, leg);
  for (const leg of op.legs) {
    work.transfer({ transactionId: id, kind: "POST", ...legRow(leg) }, item.occurredAt, {
      amount: leg.amountMinor,
      pending: 0n,
    });
  }
  const row = rowOf(id, item);
  rememberOriginal(work, row, op.legs);
  return counting(row);
}

function legRow({ debit, credit, amountMinor, code }: Leg) {
  return { debit, credit, amountMinor, code };
}

function rememberOriginal(work: PostingWork, row: TransactionRow, legs: readonly Leg[]): void {
  const { id, kind, type, direction, amountMinor, item } = row;
  const { partnerId, currency } = item;
  const original: OriginalState = {
    id,
    partnerId,
    kind,
    type,
    direction,
    amountMinor,
    currency,
    legs,
    reversedMinor: 0n,
  };
  work.set(work.originals, id, original);
}

export function placeHold(work: PostingWork, item: PostingItem, op: Of<"HOLD">): Posted {
  const { debit, credit, expiresAt } = op;
  const { amountMinor, currency, partnerId } = item;
  const code = "HOLD";
  const id = work.newId();
  assertLeg(work, { debit, credit, amountMinor, currency, code });
  work.transfer(
    { transactionId: id, kind: "HOLD", debit, credit, amountMinor, code },
    item.occurredAt,
    { amount: 0n, pending: amountMinor },
  );
  const placed = { id, partnerId, debit, credit, amountMinor, currency, expiresAt };
  work.set(work.holds, id, { ...placed, capturedMinor: 0n, state: "PENDING" });
  work.newHolds.add(id);
  work.onRollback(() => work.newHolds.delete(id));
  return counting(rowOf(id, item), 0n);
}

function pendingHold(work: PostingWork, item: PostingItem, holdId: string): HoldState {
  const hold = work.hold(holdId);
  if (!hold || hold.partnerId !== item.partnerId) throw new HoldNotFound();
  if (hold.state !== "PENDING") throw new HoldNotPending(hold.state);
  return hold;
}

export function captureHold(
  work: PostingWork,
  item: PostingItem,
  op: Of<"CAPTURE">,
  now: number,
): Posted {
  const hold = pendingHold(work, item, op.holdId);
  const { debit, credit, currency } = hold;
  if (hold.expiresAt !== null && now >= hold.expiresAt) throw new HoldExpired();
  const left = hold.amountMinor - hold.capturedMinor;
  const { amountMinor } = item;
  if (amountMinor > left) throw new CaptureExceedsHold(left, currency);
  const leg: Leg = { debit, credit, amountMinor, currency, code: "CAPTURE" };
  if (item.currency !== currency) throw new CurrencyMismatch(debit, currency, item.currency);
  assertLeg(work, leg);
  const id = work.newId();
  work.transfer({ transactionId: id, kind: "CAPTURE", ...legRow(leg) }, item.occurredAt, {
    amount: amountMinor,
    pending: -amountMinor,
  });
  const released = op.final ? left - amountMinor : 0n;
  if (released > 0n) release(work, hold, { transactionId: id, amountMinor: released, item });
  const capturedMinor = hold.capturedMinor + amountMinor;
  const done = op.final || capturedMinor === hold.amountMinor;
  work.set(work.holds, hold.id, { ...hold, capturedMinor, state: done ? "CAPTURED" : "PENDING" });
  const row = rowOf(id, item, { relatedId: hold.id });
  rememberOriginal(work, row, [leg]);
  return counting(row);
}

function release(
  work: PostingWork,
  { debit, credit }: HoldState,
  of: { transactionId: string; amountMinor: bigint; item: PostingItem },
): void {
  const { transactionId, amountMinor, item } = of;
  work.transfer(
    { transactionId, kind: "VOID", code: "RELEASE", debit, credit, amountMinor },
    item.occurredAt,
    { amount: 0n, pending: -amountMinor },
  );
}

export function voidHold(
  work: PostingWork,
  item: PostingItem,
  op: Of<"VOID">,
  now: number,
): Posted {
  const hold = pendingHold(work, item, op.holdId);
  if (op.because === "EXPIRED" && (hold.expiresAt === null || now < hold.expiresAt)) {
    throw new HoldNotPending("not due");
  }
  const id = work.newId();
  const amountMinor = hold.amountMinor - hold.capturedMinor;
  release(work, hold, { transactionId: id, amountMinor, item });
  work.set(work.holds, hold.id, { ...hold, state: op.because });
  return counting(rowOf(id, item, { amountMinor, relatedId: hold.id }), 0n);
}

const OPPOSITE: Record<Direction, Direction> = { IN: "OUT", OUT: "IN", NONE: "NONE" };

export function reverse(work: PostingWork, item: PostingItem, op: Of<"REVERSAL">): Posted {
  const original = work.original(op.originalId);
  if (!original || original.partnerId !== item.partnerId) throw new TransactionNotFound();
  return undo(work, item, original, item.amountMinor);
}

/**
 * A wallet rollback: the whole of the original, or a mark against a debit that is still to come.
 */
export function rollBack(work: PostingWork, item: PostingItem, op: Of<"ROLLBACK">): Posted {
  if (op.originalKey === item.identityKey) throw new NotReversible("it would undo itself");
  const known = work.knownTransaction(op.originalKey);
  if (known?.contentHash === ROLLED_BACK_BEFORE) throw new AlreadyReversed();
  const original = known && work.original(known.transactionId);
  if (original && original.partnerId === item.partnerId) return undo(work, item, original, 0n);
  if (known) throw new NotReversible("only a debit or a credit can be rolled back");
  const row = rowOf(work.newId(), item, { amountMinor: 0n });
  const mark = { transactionId: row.id, contentHash: ROLLED_BACK_BEFORE };
  work.set(work.known, op.originalKey, mark);
  work.set(work.rollbacksBeforeDebit, op.originalKey, row.id);
  return counting(row, 0n);
}

function undo(work: PostingWork, item: PostingItem, of: OriginalState, asked: bigint): Posted {
  const { currency, legs } = of;
  if (of.kind !== "TRANSFER" && of.kind !== "CAPTURE") {
    throw new NotReversible(`it is itself a ${of.kind.toLowerCase()}`);
  }
  if (item.currency !== currency) throw new NotReversible(`it is in ${currency}`);
  const left = of.amountMinor - of.reversedMinor;
  if (left === 0n) throw new AlreadyReversed();
  const amountMinor = asked === 0n ? left : asked;
  if (amountMinor > left) throw new ReversalExceedsOriginal(left, currency);
  const whole = amountMinor === of.amountMinor;
  if (legs.length > 1 && !whole) throw new NotReversible("one with several transfers goes whole");
  const id = work.newId();
  for (const { debit, credit, amountMinor: all } of legs) {
    const amount = whole ? all : amountMinor;
    const swapped = { debit: credit, credit: debit, amountMinor: amount, code: "REVERSAL" };
    work.transfer({ transactionId: id, kind: "POST", ...swapped }, item.occurredAt, {
      amount,
      pending: 0n,
    });
  }
  const reversed = { ...of, reversedMinor: of.reversedMinor + amountMinor };
  work.set(work.originals, of.id, reversed);
  work.set(work.touchedOriginals, of.id, reversed);
  const { type, direction } = of;
  const row = rowOf(id, item, {
    type,
    direction: OPPOSITE[direction],
    amountMinor,
    relatedId: of.id,
  });
  // A transaction undone in parts counts until the last of it is undone.
  const count = amountMinor === left ? -1n : 0n;
  return { row, counts: { type, direction, amountMinor: -amountMinor, count } };
}
