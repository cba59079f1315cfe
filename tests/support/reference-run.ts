import { identityKeyOf } from "../../src/ledger/identity.rules.js";
import { postingItem } from "../../src/ledger/posting-item.rules.js";
import type {
  Operation,
  Outcome,
  PostingGroup,
  PostingItem,
} from "../../src/ledger/posting-model.rules.js";
import { pageOf } from "./reference-pages.js";
import type { LedgerPage, World } from "./reference-pages.js";
import { ReferenceLedger } from "./reference-ledger.js";
import type { ReferenceOutcome } from "./reference-ledger.js";
import type { AccountChange, Batch, Step, StepOperation } from "./reference-step.js";

/** A ledger that a history is posted to. */
export interface Subject {
  world: World;
  post(groups: readonly PostingGroup[], now: number): Promise<Outcome[][]>;
  change(change: AccountChange): Promise<void>;
  page(): Promise<LedgerPage>;
}

/** The id of no transaction. */
const NOWHERE = "00000000-0000-7000-8000-00000000dead";

/**
 * Posts a history to a ledger and to the reference beside it, and tells what both did. Where
 * answers get lost on their way, a transaction may be `inDoubt`: posted now, or before.
 */
export async function runBeside(subject: Subject, batches: readonly Batch[], inDoubt = false) {
  const { world } = subject;
  const reference = new ReferenceLedger(structuredClone(world.accounts), world.contracts);
  const expected: string[][] = [];
  const actual: string[][] = [];
  const ids = new Map<string, string>();
  let now = world.startMs;
  for (const { changes, clockMs, groups } of batches) {
    now += clockMs;
    for (const change of changes) await changeBoth(subject, reference, change);
    const items = groups.map((group) => group.map((step) => itemOf(world, ids, step)));
    if (items.length === 0) continue;
    const answers = (await subject.post(items, now)).flat();
    const references = reference.post(items, now).flat();
    learn(ids, items.flat(), answers, references);
    actual.push(answers.map(inDoubt ? printVerdict : printOutcome));
    const print = inDoubt ? printReferenceVerdict : printReference;
    expected.push(references.map((outcome) => print(reference, outcome)));
  }
  return {
    actual: { answers: actual, page: await subject.page() },
    expected: { answers: expected, page: pageOf(world, reference.book) },
  };
}

async function changeBoth(subject: Subject, reference: ReferenceLedger, change: AccountChange) {
  const account = reference.accounts.get(subject.world.ids[change.account]);
  if (account) Object.assign(account, { closed: change.closed, floorMinor: change.floorMinor });
  await subject.change(change);
}

/** The reference makes no ids: it is told those of the other ledger. */
export function learn(
  ids: Map<string, string>,
  items: readonly PostingItem[],
  answers: readonly Outcome[],
  references: readonly ReferenceOutcome[],
): void {
  answers.forEach((answer, index) => {
    const reference = references[index];
    if (answer.status === "REFUSED" || reference?.status !== "POSTED") return;
    reference.transaction.id = answer.transactionId;
    ids.set(items[index]?.identityKey ?? "", answer.transactionId);
  });
}

/** The item of a step; transactions of earlier batches go by the ids that the ledger gave them. */
export function itemOf(world: World, ids: ReadonlyMap<string, string>, step: Step): PostingItem {
  const { operation, occurredAfterMs } = step;
  const partnerId = world.partners[step.partner];
  const keyOf = (externalId: string) => identityKeyOf(partnerId, world.prefix + externalId);
  const idOf = (externalId: string) => ids.get(keyOf(externalId)) ?? NOWHERE;
  const expires = operation.kind === "VOID" && operation.because === "EXPIRED";
  const externalId = (expires ? "tutti:" : "") + world.prefix + step.externalId;
  const occurredAt = world.startMs + occurredAfterMs;
  const item = postingItem({
    ...step,
    partnerId,
    externalId: step.externalId === "" ? "" : externalId,
    occurredAt: new Date(occurredAt),
    operation: operationOf(world, operation, { keyOf, idOf }),
  });
  return { ...item, occurredAt };
}

interface Names {
  keyOf(externalId: string): string;
  idOf(externalId: string): string;
}

function operationOf({ ids, startMs }: World, op: StepOperation, names: Names): Operation {
  switch (op.kind) {
    case "TRANSFER": {
      const legs = op.legs.map((l) => ({ ...l, debit: ids[l.debit], credit: ids[l.credit] }));
      return { kind: "TRANSFER", legs };
    }
    case "HOLD": {
      const expiresAt = op.expiresInMs === null ? null : startMs + op.expiresInMs;
      return { kind: "HOLD", debit: ids[op.debit], credit: ids[op.credit], expiresAt };
    }
    case "CAPTURE":
      return { kind: "CAPTURE", holdId: names.idOf(op.of), final: op.final };
    case "VOID":
      return { kind: "VOID", holdId: names.idOf(op.of), because: op.because };
    case "REVERSAL":
      return { kind: "REVERSAL", originalId: names.idOf(op.of) };
    case "ROLLBACK":
      return { kind: "ROLLBACK", originalKey: names.keyOf(op.of) };
  }
}

function printVerdict(outcome: Outcome): string {
  return outcome.status === "REFUSED" ? outcome.code : outcome.transactionId;
}

function printReferenceVerdict(_: ReferenceLedger, outcome: ReferenceOutcome): string {
  return outcome.status === "REFUSED" ? outcome.code : String(outcome.transaction.id);
}

function printOutcome(outcome: Outcome): string {
  if (outcome.status === "REFUSED") return `REFUSED ${outcome.code}`;
  if (outcome.status === "REPLAYED") return `REPLAYED ${outcome.transactionId}`;
  const entries = outcome.entries.map(
    (e) =>
      `${e.accountId} v${e.version}: ${e.amount} = ${e.balanceAfter} ` +
      `(${e.pendingDebitAfter}, ${e.pendingCreditAfter})`,
  );
  return [`POSTED ${outcome.transactionId}`, ...entries].join("; ");
}

function printReference({ book }: ReferenceLedger, outcome: ReferenceOutcome): string {
  if (outcome.status === "REFUSED") return `REFUSED ${outcome.code}`;
  const { status, transaction } = outcome;
  if (status === "REPLAYED") return `REPLAYED ${transaction.id}`;
  const entries = book.movementsOf(transaction).flatMap((movement) =>
    [movement.debit, movement.credit].map((id) => {
      const row = book.page(id).find((each) => each.movement === movement);
      return (
        `${id} v${row?.version}: ${row?.amount} = ${row?.balance} ` +
        `(${row?.pendingDebit}, ${row?.pendingCredit})`
      );
    }),
  );
  return [`POSTED ${transaction.id}`, ...entries].join("; ");
}
