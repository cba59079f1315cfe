import fc from "fast-check";
import type { Outcome, PostingGroup } from "../../src/ledger/posting-model.rules.js";
import { histories } from "./reference-history.js";
import { printBatches } from "./reference-print.js";
import type { LedgerPage, World } from "./reference-pages.js";
import { itemOf } from "./reference-run.js";
import type { Step } from "./reference-step.js";

const SMALL = 100n;

/**
 * Whether a step means the same in whatever batch it comes: it names no transaction by the id that
 * an earlier batch gave it, and is too small to meet a limit at the end of one batch and not of
 * another.
 */
function standsAnywhere({ operation: op, amountMinor }: Step): boolean {
  if (amountMinor > SMALL) return false;
  if (op.kind === "TRANSFER") return op.legs.every((leg) => leg.amountMinor <= SMALL);
  return op.kind === "HOLD" || op.kind === "ROLLBACK";
}

/** Groups that can be cut into batches anywhere. */
export class Stream {
  constructor(readonly groups: readonly Step[][]) {}

  items(world: World): PostingGroup[] {
    return this.groups.map((group) => group.map((step) => itemOf(world, new Map(), step)));
  }

  toString(): string {
    const changes: [] = [];
    return printBatches([{ changes, clockMs: 0, groups: [...this.groups] }]);
  }
}

export const streams: fc.Arbitrary<Stream> = histories.map(({ batches }) => {
  const groups = batches.flatMap((batch) => batch.groups);
  const kept = groups.map((group) => group.filter(standsAnywhere));
  return new Stream(kept.filter((group) => group.length > 0));
});

/** Cuts a list into pieces of the sizes given, over and over. */
export function cut<T>(list: readonly T[], sizes: readonly number[]): T[][] {
  const pieces: T[][] = [];
  for (let taken = 0; taken < list.length;) {
    const size = sizes[pieces.length % sizes.length] ?? 1;
    pieces.push(list.slice(taken, taken + size));
    taken += size;
  }
  return pieces;
}

/** The answers without the names that the ledger chose. */
export function verdicts(outcomes: readonly Outcome[][]): string[] {
  return outcomes.flat().map((o) => (o.status === "REFUSED" ? o.code : o.status));
}

/**
 * What of a ledger does not depend on where batches ended: all but the ids, and how many entries it
 * took to bring accruals up to date.
 */
export function standing({ accounts, transactions, holds, positions }: LedgerPage) {
  const figures = Object.entries(accounts).map(
    ([id, { balance, pendingDebit, pendingCredit }]) =>
      `${id}: ${balance} (${pendingDebit}, ${pendingCredit})`,
  );
  const lines = Object.values(transactions).map((line) => line.replace(/ about [0-9a-f-]{36}/, ""));
  return { figures, transactions: lines.sort(), holds: Object.values(holds).sort(), positions };
}

/** Transfers that have nothing to do with each other: an id each, and accounts without a floor. */
export const independent: fc.Arbitrary<[Stream, Stream]> = fc
  .array(
    fc.record({
      partner: fc.constantFrom("acme" as const, "bolt" as const, "carl" as const),
      direction: fc.constantFrom("IN" as const, "OUT" as const, "NONE" as const),
      amountMinor: fc.bigInt(1n, SMALL),
      occurredAfterMs: fc.constantFrom(0, 999, 1_000, 5_000),
      type: fc.constantFrom("bet", "win"),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .chain((parts) => {
    const steps = parts.map((part, index) => [transferOf(index, part)]);
    const shuffled = fc.shuffledSubarray(steps, { minLength: steps.length });
    return fc.tuple(
      fc.constant(new Stream(steps)),
      shuffled.map((groups) => new Stream(groups)),
    );
  });

type Part = Pick<Step, "partner" | "direction" | "amountMinor" | "occurredAfterMs" | "type">;

function transferOf(index: number, part: Part): Step {
  const leg = { amountMinor: part.amountMinor, currency: "EUR", code: "BET" };
  const [debit, credit] =
    part.direction === "IN" ? (["cash", "shares"] as const) : (["shares", "cash"] as const);
  return {
    ...part,
    externalId: `t${index}`,
    currency: "EUR",
    reference: null,
    accrues: true,
    operation: { kind: "TRANSFER", legs: [{ ...leg, debit, credit }] },
  };
}
