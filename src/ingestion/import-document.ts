import type { Clock } from "../shared/clock.js";
import type { Sql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import type { Adapter, Refusal } from "./adapters/index.js";
import type { CanonicalDocument, RefusedLine } from "./canonical-document.js";
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
import { postRows, type PostedRows, type RowPosting } from "./post-rows.js";
import type { ReadFile } from "./read-file.js";

/** What an import works with and for. */
export interface ImportWork extends RowPosting {
  sql: Sql;
  clock: Clock;
  ids: Ids;
  adapter: Adapter;
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

/** Keeps why a file was refused; nothing of it is posted. */
export async function refuse(
  work: ImportWork,
  file: Pick<ReadFile, "name" | "sha256">,
  refusal: Refusal,
): Promise<DocumentResult> {
  const { sql, adapter } = work;
  const documentId = await refuseDocument(sql, fileOf(work, file), adapter.version, refusal);
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
  const rows = sorted.posted;
  const refusedLines = documents.flatMap((document) => document.refusedLines ?? []);
  const content = contentOf(adapter, documents, sorted, refusedLines.length);
  const documentId = await beginDocument(work.sql, fileOf(work, file), content);
  await sorted.keep(documentId);
  const { counts, refusedTransactions } = withRefused(
    await postRows(work, documentId, rows),
    refusedLines,
  );
  const state = stateAfter(counts);
  const { refused } = counts;
  const at = work.clock.now();
  const posted = counts.posted + counts.known;
  await finishDocument(work.sql, documentId, { state, posted, refused, refusedTransactions, at });
  const { transactions, unposted, totals } = content;
  const what = { transactions, unposted, totals, refusedTransactions, ...counts };
  return { documentId, file: file.name, state, ...what };
}

/** What the adapter refused line by line counts as what the ledger refuses does. */
function withRefused(posted: PostedRows, lines: readonly RefusedLine[]): PostedRows {
  const { counts, refusedTransactions } = posted;
  const listed = lines.slice(0, MAX_LISTED_REFUSALS - refusedTransactions.length);
  const refused = listed.map(({ position, reason }) => {
    return { position, externalId: "", code: "INVALID_INPUT" as const, reason };
  });
  return {
    counts: { ...counts, refused: counts.refused + lines.length },
    refusedTransactions: [...refusedTransactions, ...refused],
  };
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
