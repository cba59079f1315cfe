import {
  AccountClosed,
  CaptureExceedsHold,
  CurrencyMismatch,
  HoldExpired,
  HoldNotFound,
  HoldNotPending,
  SameAccount,
} from "./ledger.errors.js";
import type { PostingWork } from "./posting-work.rules.js";
import type {
  Direction,
  HoldState,
  Leg,
  Operation,
  OriginalState,
  PostingItem,
  TransactionRow,
} from "./posting-model.rules.js";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** What an operation came to: the row to append and what it adds to a settlement position. */
export interface Posted {
  row: TransactionRow;
  /** The input of the position it counts towards, and by how much and how many. */
  counts: { type: string; direction: Direction; amountMinor: bigint; count: bigint };
  /** What it undoes, and so takes away from where that counted. */
  undoes?: OriginalState;
}

/** Both accounts of every leg are open, different, and in its currency; check by check. */
export function assertLegs(work: PostingWork, legs: readonly Omit<Leg, "code">[]): void {
  const accounts = legs.flatMap((leg) => [work.account(leg.debit), work.account(leg.credit)]);
  for (const { id, closed } of accounts) if (closed) throw new AccountClosed(id);
  for (const { debit, credit } of legs) if (debit === credit) throw new SameAccount(debit);
  accounts.forEach(({ id, currency }, index) => {
    const asked = legs[index >> 1]?.currency ?? currency;
    if (asked !== currency) throw new CurrencyMismatch(id, currency, asked);
  });
}

export function rowOf(
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
    countedIn: null,
    ...changes,
  };
}

/** What moves no money yet, or none any more, counts for nothing. */
export function counting(row: TransactionRow, count = 1n): Posted {
  const { type, direction, amountMinor } = row;
  return { row, counts: { type, direction, amountMinor: amountMinor * count, count } };
}

export function postTransfers(
  work: PostingWork,
  item: PostingItem,
  op: Of<"TRANSFER">,
  countedIn: number | null,
): Posted {
  const id = work.newId();
  assertLegs(work, op.legs);
  for (const leg of op.legs) {
    work.transfer({ transactionId: id, kind: "POST", ...legRow(leg) }, item.occurredAt, {
      amount: leg.amountMinor,
      pending: 0n,
    });
  }
  const row = rowOf(id, item);
  rememberOriginal(work, row, { legs: op.legs, countedIn });
  return counting(row);
}

function legRow({ debit, credit, amountMinor, code }: Leg) {
  return { debit, credit, amountMinor, code };
}

function rememberOriginal(
  work: PostingWork,
  row: TransactionRow,
  { legs, countedIn }: Pick<OriginalState, "legs" | "countedIn">,
): void {
  const { id, kind, type, direction, amountMinor, item } = row;
  const { partnerId, currency, occurredAt } = item;
  const original: OriginalState = {
    id,
    partnerId,
    kind,
    type,
    direction,
    amountMinor,
    currency,
    occurredAt,
    countedIn,
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
  assertLegs(work, [{ debit, credit, amountMinor, currency }]);
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
  { now, countedIn }: { now: number; countedIn: number | null },
): Posted {
  const hold = pendingHold(work, item, op.holdId);
  const { debit, credit, currency } = hold;
  if (hold.expiresAt !== null && now >= hold.expiresAt) throw new HoldExpired();
  const left = hold.amountMinor - hold.capturedMinor;
  const { amountMinor } = item;
  if (amountMinor > left) throw new CaptureExceedsHold(left, currency);
  const leg: Leg = { debit, credit, amountMinor, currency: item.currency, code: "CAPTURE" };
  assertLegs(work, [leg]);
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
  rememberOriginal(work, row, { legs: [leg], countedIn });
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
