import type { Leg, Operation, PostingItem } from "../../src/ledger/posting-model.rules.js";
import type { ReferenceJournal, ReferenceTransaction } from "./reference-journal.js";
import { refuse } from "./reference-refusal.js";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** What an operation counts for in its settlement position: undoing lowers what was counted. */
export interface Counts {
  input: string;
  amountMinor: bigint;
  count: bigint;
  /** Where what is undone counted: the undoing counts there too, or nowhere. */
  position?: string | null;
}

function counts(of: ReferenceTransaction, amountMinor: bigint, count: bigint): Counts {
  return { input: `${of.type}:${of.direction}`, amountMinor, count };
}

/** Carries a transaction out: writes what it moves and remembers what it changed. */
export function operate(book: ReferenceJournal, of: ReferenceTransaction, now: number): Counts {
  const { operation } = of.item;
  switch (operation.kind) {
    case "TRANSFER":
      return transfer(book, of, operation.legs);
    case "HOLD":
      return hold(book, of, operation);
    case "CAPTURE":
      return capture(book, of, operation, now);
    case "VOID":
      return endHold(book, of, operation, now);
    case "REVERSAL":
      return reverse(book, of, operation);
    case "ROLLBACK":
      return rollBack(book, of, operation);
    case "SETTLE":
      return refuse("PERIOD_NOT_FOUND"); // no history asks for it
  }
}

function checkLegs(book: ReferenceJournal, legs: readonly Omit<Leg, "code">[]): void {
  const sides = legs.flatMap(({ debit, credit, currency }) => [
    { account: book.account(debit), currency },
    { account: book.account(credit), currency },
  ]);
  if (sides.some(({ account }) => account.closed)) refuse("ACCOUNT_CLOSED");
  if (legs.some(({ debit, credit }) => debit === credit)) refuse("SAME_ACCOUNT");
  if (sides.some(({ account, currency }) => account.currency !== currency)) {
    refuse("CURRENCY_MISMATCH");
  }
}

function transfer(book: ReferenceJournal, of: ReferenceTransaction, legs: readonly Leg[]): Counts {
  checkLegs(book, legs);
  for (const { debit, credit, amountMinor, code } of legs) {
    book.move({ of, kind: "POST", code, debit, credit, amountMinor });
  }
  return counts(of, of.amountMinor, 1n);
}

function hold(book: ReferenceJournal, of: ReferenceTransaction, op: Of<"HOLD">): Counts {
  const { debit, credit } = op;
  const { amountMinor, currency } = of.item;
  checkLegs(book, [{ debit, credit, amountMinor, currency }]);
  book.move({ of, kind: "HOLD", code: "HOLD", debit, credit, amountMinor });
  return counts(of, 0n, 0n);
}

interface PendingHold {
  placed: ReferenceTransaction;
  operation: Of<"HOLD">;
  left: bigint;
}

function pendingHold(book: ReferenceJournal, item: PostingItem, holdId: string): PendingHold {
  const placed = book.withId(holdId);
  const operation = placed?.item.operation;
  if (operation?.kind !== "HOLD" || !placed) return refuse("HOLD_NOT_FOUND");
  if (placed.item.partnerId !== item.partnerId) refuse("HOLD_NOT_FOUND");
  if (book.stateOf(placed) !== "PENDING") refuse("HOLD_NOT_PENDING");
  return { placed, operation, left: placed.amountMinor - book.captured(placed) };
}

function isDue({ operation: { expiresAt } }: PendingHold, now: number): boolean {
  return expiresAt !== null && now >= expiresAt;
}

function capture(
  book: ReferenceJournal,
  of: ReferenceTransaction,
  { holdId, final }: Of<"CAPTURE">,
  now: number,
): Counts {
  const { item, amountMinor } = of;
  const pending = pendingHold(book, item, holdId);
  const { placed, operation, left } = pending;
  const { debit, credit } = operation;
  if (isDue(pending, now)) refuse("HOLD_EXPIRED");
  if (amountMinor > left) refuse("CAPTURE_EXCEEDS_HOLD");
  checkLegs(book, [{ debit, credit, amountMinor, currency: item.currency }]);
  of.about = placed;
  book.move({ of, kind: "CAPTURE", code: "CAPTURE", debit, credit, amountMinor });
  book.lines.push({ line: "captured", hold: placed, amountMinor });
  const rest = left - amountMinor;
  if (final && rest > 0n) release(book, of, operation, rest);
  if (final || rest === 0n) book.lines.push({ line: "ended", hold: placed, how: "CAPTURED" });
  return counts(of, amountMinor, 1n);
}

function release(
  book: ReferenceJournal,
  of: ReferenceTransaction,
  { debit, credit }: Of<"HOLD">,
  amountMinor: bigint,
): void {
  book.move({ of, kind: "VOID", code: "RELEASE", debit, credit, amountMinor });
}

function endHold(
  book: ReferenceJournal,
  of: ReferenceTransaction,
  { holdId, because }: Of<"VOID">,
  now: number,
): Counts {
  const pending = pendingHold(book, of.item, holdId);
  if (because === "EXPIRED" && !isDue(pending, now)) refuse("HOLD_NOT_PENDING");
  of.about = pending.placed;
  of.amountMinor = pending.left;
  release(book, of, pending.operation, pending.left);
  book.lines.push({ line: "ended", hold: pending.placed, how: because });
  return counts(of, 0n, 0n);
}

function reverse(book: ReferenceJournal, of: ReferenceTransaction, op: Of<"REVERSAL">): Counts {
  const original = book.withId(op.originalId);
  if (original?.item.partnerId !== of.item.partnerId) return refuse("TRANSACTION_NOT_FOUND");
  return undo(book, of, original, of.item.amountMinor);
}

function rollBack(book: ReferenceJournal, of: ReferenceTransaction, op: Of<"ROLLBACK">): Counts {
  const key = op.originalKey;
  if (key === of.item.identityKey) refuse("NOT_REVERSIBLE");
  if (book.isNever(key)) refuse("ALREADY_REVERSED");
  const original = book.known(key);
  if (original) return undo(book, of, original, 0n);
  of.amountMinor = 0n;
  book.lines.push({ line: "never", key });
  return counts(of, 0n, 0n);
}

const OTHER_WAY = { IN: "OUT", OUT: "IN", NONE: "NONE" } as const;

/** Undoes `asked` of a transaction, or all that is left of it where nothing is asked. */
function undo(
  book: ReferenceJournal,
  of: ReferenceTransaction,
  original: ReferenceTransaction,
  asked: bigint,
): Counts {
  const { kind } = original.item.operation;
  if (kind !== "TRANSFER" && kind !== "CAPTURE") refuse("NOT_REVERSIBLE");
  if (of.item.currency !== original.item.currency) refuse("NOT_REVERSIBLE");
  const moved = book.movementsOf(original).filter(({ code }) => code !== "RELEASE");
  const inPart = asked > 0n && asked < original.amountMinor;
  if (moved.length > 1 && inPart) refuse("NOT_REVERSIBLE");
  const left = original.amountMinor - book.undone(original);
  if (left === 0n) refuse("ALREADY_REVERSED");
  const amountMinor = asked === 0n ? left : asked;
  if (amountMinor > left) refuse("REVERSAL_EXCEEDS_ORIGINAL");
  const whole = amountMinor === original.amountMinor;
  if (
    moved.some(({ debit, credit }) => book.account(debit).closed || book.account(credit).closed)
  ) {
    refuse("ACCOUNT_CLOSED");
  }
  of.about = original;
  of.type = original.type;
  of.direction = OTHER_WAY[original.direction];
  of.amountMinor = amountMinor;
  for (const { debit, credit, amountMinor: all } of moved) {
    const back = { debit: credit, credit: debit, amountMinor: whole ? all : amountMinor };
    book.move({ of, kind: "POST", code: "REVERSAL", ...back });
  }
  book.lines.push({ line: "undone", of: original, amountMinor });
  const position = book.positionOf(original);
  return { ...counts(original, -amountMinor, amountMinor === left ? -1n : 0n), position };
}
