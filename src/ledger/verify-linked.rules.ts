import type { Suspect } from "./verify-checks.rules.js";

/** What was reversed of a transaction: by its total, and by the reversals themselves. */
export interface ReversalRecord {
  originalId: string;
  /** Null where there is no total. */
  totalMinor: bigint | null;
  /** Of the reversals that are attached; null where there are none. */
  reversedMinor: bigint | null;
  /** Null where the original is missing or detached. */
  original: { kind: string; amountMinor: bigint; externalId: string } | null;
  /** Whether all have the original's partner and currency. */
  matching: boolean;
  /** The reversal that undid the last of it; null while something is left. */
  completedBy: string | null;
}

/** A hold: by its row, by the transaction that placed it, and by those that ended it. */
export interface HoldRecord {
  id: string;
  /** As text, to be compared: what was placed, by the hold's row and by its transaction. */
  stored: string | null;
  placed: string | null;
  amountMinor: bigint | null;
  capturedMinor: bigint | null;
  state: string | null;
  /** Milliseconds since the epoch. */
  expiresAt: number | null;
  /** By the transactions that are attached. */
  captured: bigint;
  released: bigint;
  voids: number;
  /** When it was voided, in milliseconds since the epoch. */
  voidedAt: number | null;
}

/** Compares the reversals of a transaction with their total and with their original. */
export function checkReversal(record: ReversalRecord, attachedFromId: string): Suspect[] {
  const { originalId, totalMinor, reversedMinor, original, matching } = record;
  const row = `transaction_id ${originalId}`;
  const at = { table: "reversal_total", row, order: originalId };
  const detached = original === null && originalId < attachedFromId;
  const total = totalMinor ?? 0n;
  const reversed = reversedMinor ?? 0n;
  const suspects: Suspect[] = [];
  // Of an original in a detached month some reversals may be detached as well.
  if (detached ? reversed > total : reversed !== total) {
    const found = `reversed_minor ${total}`;
    suspects.push({
      check: "reversal-total",
      ...at,
      expected: `reversed_minor ${reversed}`,
      found,
    });
  }
  const wrong = detached
    ? null
    : wrongOriginal(original, reversed > total ? reversed : total, matching);
  if (wrong) {
    const table = "transaction";
    suspects.push({ check: "reversal-original", ...at, table, row: `id ${originalId}`, ...wrong });
  }
  return suspects;
}

function wrongOriginal(
  original: ReversalRecord["original"],
  reversed: bigint,
  matching: boolean,
): { expected: string; found: string } | null {
  if (!original) return { expected: "an original of its reversals", found: "no such transaction" };
  const { kind, amountMinor } = original;
  if (kind !== "TRANSFER" && kind !== "CAPTURE") {
    return { expected: "kind TRANSFER or CAPTURE, as it is reversed", found: `kind ${kind}` };
  }
  if (reversed > amountMinor) {
    return { expected: `reversals of at most ${amountMinor}`, found: `reversals of ${reversed}` };
  }
  if (matching) return null;
  return { expected: "reversals of its own partner and currency", found: "others" };
}

/** Compares a hold with the transaction that placed it and with those that ended it. */
export function checkHold(hold: HoldRecord, attachedFromId: string): Suspect | undefined {
  const detached = hold.id < attachedFromId;
  const [expected, found] =
    hold.stored === null
      ? ["a hold, as its transaction placed it", "no row"]
      : (wrongPlacing(hold, detached) ?? wrongEnding(hold, detached) ?? []);
  if (expected === undefined || found === undefined) return undefined;
  return { check: "hold", table: "hold", row: `id ${hold.id}`, order: hold.id, expected, found };
}

function wrongPlacing({ stored, placed }: HoldRecord, detached: boolean): [string, string] | null {
  if (placed === null ? detached : stored === placed) return null;
  return [placed ?? "a transaction that placed it", stored ?? "none"];
}

function wrongEnding(hold: HoldRecord, detached: boolean): [string, string] | null {
  const { amountMinor, capturedMinor, state, captured, released } = hold;
  // What ended a hold of a detached month may be detached, too.
  if (detached) {
    if (captured <= (capturedMinor ?? 0n)) return null;
    return [`captured_minor of at least ${captured}`, `captured_minor ${capturedMinor}`];
  }
  const ended = stateOf(hold);
  const expected = `state ${ended}, captured_minor ${captured}`;
  const found = `state ${state}, captured_minor ${capturedMinor}`;
  if (found !== expected) return [expected, found];
  const over = captured + released;
  const whole = ended === "PENDING" ? 0n : (amountMinor ?? 0n) - captured;
  if (over <= (amountMinor ?? 0n) && released === whole) return null;
  return [`${whole} released`, `${released} released`];
}

/** The state that follows from what ended it. */
function stateOf({ amountMinor, captured, released, voids, ...hold }: HoldRecord): string {
  if (voids === 0) return captured + released === amountMinor ? "CAPTURED" : "PENDING";
  if (hold.state !== "EXPIRED") return "VOIDED";
  const { expiresAt, voidedAt } = hold;
  return expiresAt !== null && voidedAt !== null && voidedAt >= expiresAt ? "EXPIRED" : "VOIDED";
}
