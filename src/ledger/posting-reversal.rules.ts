import {
  AlreadyReversed,
  NotReversible,
  ReversalExceedsOriginal,
  TransactionNotFound,
} from "./ledger.errors.js";
import { ROLLED_BACK_BEFORE } from "./posting-model.rules.js";
import type { Direction, Operation, OriginalState, PostingItem } from "./posting-model.rules.js";
import { assertLegs, counting, rowOf } from "./posting-operations.rules.js";
import type { Posted } from "./posting-operations.rules.js";
import type { PostingWork } from "./posting-work.rules.js";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

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
  const amountMinor = reversible(item, of, asked);
  assertLegs(work, of.legs);
  const id = work.newId();
  const whole = amountMinor === of.amountMinor;
  for (const leg of of.legs) {
    const amount = whole ? leg.amountMinor : amountMinor;
    const swapped = { debit: leg.credit, credit: leg.debit, amountMinor: amount, code: "REVERSAL" };
    const effect = { amount, pending: 0n };
    work.transfer({ transactionId: id, kind: "POST", ...swapped }, item.occurredAt, effect);
  }
  const reversedMinor = of.reversedMinor + amountMinor;
  work.set(work.originals, of.id, { ...of, reversedMinor });
  work.set(work.touchedOriginals, of.id, { ...of, reversedMinor });
  const { type } = of;
  const direction = OPPOSITE[of.direction];
  const row = rowOf(id, item, { type, direction, amountMinor, relatedId: of.id });
  // A transaction undone in parts counts until the last of it is undone.
  const count = reversedMinor === of.amountMinor ? -1n : 0n;
  const counts = { type, direction: of.direction, amountMinor: -amountMinor, count };
  return { row, counts, undoes: of };
}

/** How much is undone; zero asks for all that is left. @throws the reason why it cannot be */
function reversible(item: PostingItem, of: OriginalState, asked: bigint): bigint {
  const { kind, currency, amountMinor, reversedMinor, legs } = of;
  if (kind !== "TRANSFER" && kind !== "CAPTURE") {
    throw new NotReversible(`it is itself a ${kind.toLowerCase()}`);
  }
  if (item.currency !== currency) throw new NotReversible(`it is in ${currency}`);
  if (legs.length > 1 && asked !== 0n && asked < amountMinor) {
    throw new NotReversible("one with several transfers goes whole");
  }
  const left = amountMinor - reversedMinor;
  if (left === 0n) throw new AlreadyReversed();
  if (asked > left) throw new ReversalExceedsOriginal(left, currency);
  return asked === 0n ? left : asked;
}
