import type { Clock } from "../shared/clock.js";
import type { Sql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import type { Adapter, Refusal } from "./adapters/index.js";
import type { CanonicalDocument } from "./canonical-document.js";
import type { CanonicalTransaction } from "./canonical-transaction.js";
import type { EvidenceDesk, SortedRows } from "./sort-evidence.js";
import {
  beginDocument,
  finishDocument,
  postedDocument,
  refuseDocument,
  type DocumentContent,
  type DocumentFile,
} from "./document.queries.js";
import {
  MAX_LISTED_REFUSALS,
  stateAfter,
  totalsOf,
  type DocumentState,
  type DocumentTotal,
  type PostingCounts,
  type RefusedTransaction,
} from "./document.rules.js";
import { postRows, type RowPosting } from "./post-rows.js";
import type { CheckedRows, HeldDocument, SourceCheck } from "./quality/check-source.js";
import { holdDocument, holdLine } from "./quality/hold-row.js";
import { keepHeld, undecided } from "./quality/keep-held.js";
import type { Held } from "./quality/quarantine.rules.js";
import type { ReadFile } from "./read-file.js";

/** What an import works with and for. */
export interface ImportWork extends RowPosting {
  sql: Sql;
  clock: Clock;
  ids: Ids;
  adapter: Adapter;
  /** The rules of the source; null where there are none. */
  check: SourceCheck | null;
  arrivalId: string;
  evidence: EvidenceDesk;
}

/** What became of one file. */
export interface DocumentResult extends PostingCounts {
  /** Null when another version of the adapter posted what this one refuses. */
  documentId: string | null;
  file: string;
  state: DocumentState;
  transactions: number;
  unposted: number;
  totals: DocumentTotal[];
  refusedTransactions: RefusedTransaction[];
  /** Why the whole file was refused. */
  refusal?: Refusal;
}

const NOTHING = {
  transactions: 0,
  unposted: 0,
  posted: 0,
  known: 0,
  refused: 0,
  totals: [],
  refusedTransactions: [],
};

/**
 * Posts what a file holds, or keeps the reason for which it was refused. Bytes that are posted
 * already are recognised; otherwise the ids of the transactions make that a second time, or a time
 * after one that was cut off, leads to the same end.
 * @throws Overloaded when the ledger stayed full; the document can be imported again
 */
export async function importDocument(work: ImportWork, file: ReadFile): Promise<DocumentResult> {
  const { content } = file;
  if ("refusal" in content) return refuse(work, file, content.refusal);
  const known = await postedDocument(work.sql, fileOf(work, file), work.adapter.version);
  if (known) {
    const { id, transactions, unposted, totals } = known;
    const counts = { transactions, unposted, totals, known: transactions };
    return { ...NOTHING, ...counts, documentId: id, file: file.name, state: "POSTED" };
  }
  return postContent(work, file, content.documents);
}

/** Keeps why a file was refused, and the file in quarantine; nothing of it is posted. */
export async function refuse(
  work: ImportWork,
  file: Pick<ReadFile, "name" | "sha256">,
  refusal: Refusal,
  rule?: Pick<Held, "rule" | "ruleId">,
): Promise<DocumentResult> {
  const { sql, adapter } = work;
  const documentId = await refuseDocument(sql, fileOf(work, file), adapter.version, refusal);
  if (documentId !== null) {
    await keepHeld(work, documentId, [holdDocument(refusal, rule)], true);
  }
  return { ...NOTHING, documentId, file: file.name, state: "REFUSED", refusal };
}

function fileOf(work: ImportWork, file: Pick<ReadFile, "name" | "sha256">): DocumentFile {
  const { ids, clock, partnerId, adapter, arrivalId } = work;
  const { name, sha256 } = file;
  const at = clock.now();
  return { id: ids.next(), partnerId, adapter: adapter.name, sha256, arrivalId, name, at };
}

async function postContent(
  work: ImportWork,
  file: ReadFile,
  documents: readonly CanonicalDocument[],
): Promise<DocumentResult> {
  const { partnerId, adapter } = work;
  const sorted = await work.evidence.sort({ partnerId, adapter: adapter.name, documents });
  const checked = await checkContent(work.check, documents, sorted.posted, file.name);
  if ("refusal" in checked) return refuse(work, file, checked.refusal, checked);
  const lines = documents.flatMap((document) => document.refusedLines ?? []);
  const content = contentOf(adapter, documents, sorted, lines.length);
  const { id, isAgain } = await beginDocument(work.sql, fileOf(work, file), content);
  await sorted.keep(id);
  const held = [...checked.held, ...lines.map(holdLine)];
  const posted = await postGood(work, { id, isAgain }, checked.good, held);
  const { transactions, unposted, totals } = content;
  return { documentId: id, file: file.name, transactions, unposted, totals, ...posted };
}

/** What a source without rules sends is good. */
async function checkContent(
  check: SourceCheck | null,
  documents: readonly CanonicalDocument[],
  rows: readonly CanonicalTransaction[],
  file: string,
): Promise<CheckedRows | HeldDocument> {
  if (check === null) return { good: rows, held: [] };
  const refused = check.document(documents, file);
  if (refused !== null) return refused;
  const checked = await check.rows(rows);
  return check.tooMany(checked, file) ?? checked;
}

type Ending = Pick<DocumentResult, "state" | "refusedTransactions" | keyof PostingCounts>;

/** Posts what is good, keeps what is not, and notes what became of the document. */
async function postGood(
  work: ImportWork,
  { id, isAgain }: { id: string; isAgain: boolean },
  good: readonly CanonicalTransaction[],
  held: readonly Held[],
): Promise<Ending> {
  const { sql, clock } = work;
  const all = { good, held, posted: 0, refused: 0 };
  const left = isAgain ? await undecided(sql, id, good, held) : all;
  const { counts, held: refusedRows } = await postRows(work, id, left.good);
  const kept = [...refusedRows, ...left.held];
  if (kept.length > 0 || isAgain) await keepHeld(work, id, kept, isAgain);
  const { posted } = counts;
  const known = counts.known + left.posted;
  const refused = counts.refused + left.refused + left.held.length;
  const state = stateAfter({ posted, known, refused });
  await finishDocument(sql, id, { state, posted: posted + known, refused, at: clock.now() });
  return { posted, known, refused, state, refusedTransactions: listed(kept) };
}

function listed(held: readonly Held[]): RefusedTransaction[] {
  return held.slice(0, MAX_LISTED_REFUSALS).map(({ position, row, code, reason }) => {
    return { position, externalId: row?.externalId ?? "", code, reason };
  });
}

function contentOf(
  { version }: Adapter,
  documents: readonly CanonicalDocument[],
  { posted, evidence }: SortedRows,
  refusedLines: number,
): DocumentContent {
  const unposted = documents.reduce((sum, document) => sum + document.unposted.length, 0);
  return {
    adapterVersion: version,
    format: documents[0]?.format ?? null,
    messageIds: documents.map((document) => document.documentId),
    transactions: posted.length + refusedLines,
    unposted: unposted + evidence,
    totals: totalsOf(posted),
  };
}
