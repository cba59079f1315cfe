import type { Batch, Step, StepOperation } from "./reference-step.js";

type Names = Pick<Step, "externalId" | "amountMinor"> & Partial<Step>;

function step(operation: StepOperation, names: Names): Step {
  return {
    partner: "acme",
    type: "bet",
    direction: "IN",
    currency: "EUR",
    occurredAfterMs: 0,
    reference: null,
    accrues: true,
    operation,
    ...names,
  };
}

function pay(externalId: string, amountMinor: bigint, from: "cash" | "anna" = "cash"): Step {
  const [debit, credit] =
    from === "cash" ? (["cash", "anna"] as const) : (["anna", "cash"] as const);
  const leg = { debit, credit, amountMinor, currency: "EUR", code: "BET" };
  return step({ kind: "TRANSFER", legs: [leg] }, { externalId, amountMinor });
}

const hold = (externalId: string, amountMinor: bigint) =>
  step(
    { kind: "HOLD", debit: "anna", credit: "cash", expiresInMs: null },
    { externalId, amountMinor },
  );
const capture = (externalId: string, of: string, amountMinor: bigint, final: boolean) =>
  step({ kind: "CAPTURE", of, final }, { externalId, amountMinor });
const release = (externalId: string, of: string) =>
  step({ kind: "VOID", of, because: "VOIDED" }, { externalId, amountMinor: 0n });
/** As the use cases ask for it. */
const UNDOING = { direction: "NONE" as const };
const reverse = (externalId: string, of: string, amountMinor: bigint) =>
  step({ kind: "REVERSAL", of }, { ...UNDOING, type: "reversal", externalId, amountMinor });
const rollBack = (externalId: string, of: string) =>
  step({ kind: "ROLLBACK", of }, { ...UNDOING, type: "rollback", externalId, amountMinor: 0n });

function batch(...groups: Step[][]): Batch {
  return { changes: [], clockMs: 1, groups };
}

/**
 * A day on which the ledger does everything that it can do once, in an order that takes each of the
 * ways a batch can be written: on fresh state, ahead of the commit before it, under locks after a
 * refusal, with ids looked up after a repetition, with and without each of the side tables.
 */
export const ORDINARY_DAY: readonly Batch[] = [
  batch([pay("in", 100n)], [pay("first bet", 7n, "anna")]),
  batch([pay("second bet", 5n, "anna")]),
  batch([hold("kept", 20n)], [hold("split", 10n)], [hold("dropped", 4n)]),
  batch([pay("too much", 1_000n, "anna")], [pay("third bet", 3n, "anna")]),
  batch(
    [capture("part", "split", 4n, false), capture("rest", "split", 3n, true)],
    [release("drop", "dropped")],
  ),
  batch([pay("second bet", 5n, "anna")], [pay("first bet", 8n, "anna")], [pay("more", 2n)]),
  batch([reverse("give back", "first bet", 2n)], [rollBack("undo", "third bet")]),
  batch([rollBack("before", "late bet")]),
  batch([pay("late bet", 1n, "anna")], [pay("one", 1n), pay("two", 999n, "anna")]),
  { ...batch([pay("closed", 1n)]), changes: [{ account: "cash", closed: true, floorMinor: null }] },
  { ...batch([pay("open", 1n)]), changes: [{ account: "cash", closed: false, floorMinor: null }] },
];

/** What a partner sends without waiting for answers; one of it twice. */
export const RUSH_HOUR: readonly Step[][] = [
  [pay("a", 50n)],
  [pay("b", 3n, "anna")],
  [pay("c", 4n, "anna"), pay("d", 5n)],
  [pay("b", 3n, "anna")],
  [pay("e", 2n, "anna")],
  [pay("f", 1n, "anna")],
  [pay("g", 1n)],
];
