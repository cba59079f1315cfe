import { identityKeyOf } from "./identity.rules.js";
import { ROLLED_BACK_BEFORE } from "./posting-model.rules.js";
import type { KnownTransaction } from "./posting-model.rules.js";
import type { SectionRows, StoredTransaction, StoredTransfer } from "./verify-block.queries.js";
import type { Suspect } from "./verify-checks.rules.js";
import { possibleContentHashes } from "./verify-content.rules.js";
import { readHoldRecords, readMarks, readReversals } from "./verify-linked.queries.js";
import { checkHold, checkReversal } from "./verify-linked.rules.js";
import type { VerifyRun } from "./verify-run.js";
import type { VerifySession } from "./verify-session.queries.js";

/** What the transactions of a section are linked with. */
interface Linked {
  /** When the holds that were placed expire. */
  expiries: Map<string, number | null>;
  /** The identity key of what each rollback undid or was to undo. */
  originalKeys: Map<string, string>;
  /** The reversals that undid the last of their originals. */
  completing: ReadonlySet<string>;
}

/**
 * Verifies what is said of transactions outside their rows: their identities, the hash of their
 * content, what they reversed, and the holds that they placed or ended. Answers which of them are
 * reversals that undid the last of their originals.
 */
export async function checkIdentities(
  run: VerifyRun,
  rows: SectionRows,
  { on, known }: { on: VerifySession; known: ReadonlyMap<string, KnownTransaction> },
): Promise<ReadonlySet<string>> {
  const linked = await checkLinked(run, rows.transactions, on);
  const transfers = Map.groupBy(rows.transfers, (transfer) => transfer.transactionId);
  for (const t of rows.transactions) {
    const identity = known.get(identityKeyOf(t.partnerId, t.externalId));
    run.findings.note([checkIdentity(t, identity)]);
    if (identity?.transactionId !== t.id) continue;
    checkContent(run, t, { identity, transfers: transfers.get(t.id) ?? [], linked });
  }
  return linked.completing;
}

/** The reversals that undid the last of their originals. */
export async function findCompleting(
  run: VerifyRun,
  { transactions }: SectionRows,
  on: VerifySession,
): Promise<ReadonlySet<string>> {
  const linked = transactions.filter(isUndoing).filter((t) => t.relatedId !== null);
  return (await checkReversals(run, linked, on)).completing;
}

function isUndoing({ kind }: StoredTransaction): boolean {
  return kind === "REVERSAL" || kind === "ROLLBACK";
}

function checkIdentity(t: StoredTransaction, identity?: KnownTransaction): Suspect | undefined {
  if (identity?.transactionId === t.id) return undefined;
  return {
    check: "identity-row",
    table: "transaction_identity",
    row: `key ${identityKeyOf(t.partnerId, t.externalId)}`,
    order: t.id,
    expected: `transaction_id ${t.id}, by its partner and external id`,
    found: identity ? `transaction_id ${identity.transactionId}` : "no such row",
  };
}

function checkContent(
  { findings }: VerifyRun,
  t: StoredTransaction,
  of: { identity: KnownTransaction; transfers: StoredTransfer[]; linked: Linked },
): void {
  const { identity, transfers, linked } = of;
  const hashes = possibleContentHashes(t, {
    transfers,
    expiresAt: linked.expiries.get(t.id),
    originalKey: linked.originalKeys.get(t.id),
  });
  if (hashes === null) findings.notProvable.contents += 1;
  const tried: string[] = [];
  for (const hash of hashes ?? [identity.contentHash]) {
    if (hash === identity.contentHash) return;
    tried.push(hash);
  }
  findings.note([
    {
      check: "content-hash",
      table: "transaction",
      row: `id ${t.id}`,
      order: t.id,
      expected: `the content of hash ${identity.contentHash}, as it came`,
      found: `content of hash ${tried[0] ?? "none"}`,
    },
  ]);
}

async function checkLinked(
  run: VerifyRun,
  transactions: readonly StoredTransaction[],
  on: VerifySession,
): Promise<Linked> {
  const expiries = await checkHolds(run, transactions, on);
  const undoing = transactions.filter(isUndoing);
  const linked = undoing.filter((t) => t.relatedId !== null);
  const { externalIds, completing } = await checkReversals(run, linked, on);
  const originalKeys = await checkMarks(
    run,
    undoing.filter((t) => t.relatedId === null && t.kind === "ROLLBACK"),
    on,
  );
  for (const { id, relatedId, partnerId } of linked) {
    const externalId = externalIds.get(relatedId ?? "");
    if (externalId !== undefined) originalKeys.set(id, identityKeyOf(partnerId, externalId));
  }
  return { expiries, originalKeys, completing };
}

async function checkHolds(
  { findings, attached }: VerifyRun,
  transactions: readonly StoredTransaction[],
  on: VerifySession,
): Promise<Map<string, number | null>> {
  const ids = new Set(transactions.flatMap(holdOf));
  const holds = ids.size > 0 ? await readHoldRecords(on, [...ids]) : [];
  findings.note(holds.map((hold) => checkHold(hold, attached.fromId)));
  return new Map(holds.map(({ id, expiresAt }) => [id, expiresAt]));
}

function holdOf({ id, kind, relatedId }: StoredTransaction): string[] {
  if (kind === "HOLD") return [id];
  return (kind === "CAPTURE" || kind === "VOID") && relatedId !== null ? [relatedId] : [];
}

/** The external ids of what was reversed, where it is attached, and what undid the last of each. */
async function checkReversals(
  { findings, attached }: VerifyRun,
  reversals: readonly StoredTransaction[],
  on: VerifySession,
): Promise<{ externalIds: Map<string, string>; completing: Set<string> }> {
  const ids = new Set(reversals.flatMap((t) => t.relatedId ?? []));
  const records = ids.size > 0 ? await readReversals(on, [...ids]) : [];
  findings.note(records.flatMap((record) => checkReversal(record, attached.fromId)));
  const known = records.flatMap(({ originalId, original }) => {
    return original ? [[originalId, original.externalId] as const] : [];
  });
  const completing = new Set(records.flatMap(({ completedBy }) => completedBy ?? []));
  return { externalIds: new Map(known), completing };
}

/** A rollback that came before its debit leaves one mark under the debit's identity key. */
async function checkMarks(
  { findings }: VerifyRun,
  rollbacks: readonly StoredTransaction[],
  on: VerifySession,
): Promise<Map<string, string>> {
  const ids = rollbacks.map((t) => t.id);
  const marks = ids.length > 0 ? await readMarks(on, ids) : new Map<string, string[]>();
  findings.note(
    ids.filter((id) => marks.get(id)?.length !== 1).map((id) => missingMark(id, marks)),
  );
  return new Map([...marks].flatMap(([id, [key]]) => (key ? [[id, key] as const] : [])));
}

function missingMark(id: string, marks: Map<string, string[]>): Suspect {
  return {
    check: "rollback-mark",
    table: "transaction_identity",
    row: `transaction_id ${id}, content_hash ${ROLLED_BACK_BEFORE}`,
    order: id,
    expected: "one mark of a rollback that came before its debit",
    found: `${marks.get(id)?.length ?? 0}`,
  };
}
