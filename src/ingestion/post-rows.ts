import type { Outcome, PartnerTransaction, Receipt } from "../ledger/index.js";
import type { CanonicalTransaction } from "./canonical-transaction.js";
import type { PostingCounts } from "./document.rules.js";
import { holdRefused } from "./quality/hold-row.js";
import { MAX_HELD, type Held } from "./quality/quarantine.rules.js";

/** Transactions of a document that are posted together. */
export const POSTING_CHUNK = 1_000;

export interface RowPosting {
  partnerId: string;
  /** Posts up to POSTING_CHUNK transactions, each for itself. */
  post(transactions: readonly PartnerTransaction[]): Promise<Receipt>;
}

export interface PostedRows {
  counts: PostingCounts;
  /** Those that the ledger refused, as many as quarantine keeps of a document. */
  held: Held[];
}

/**
 * Posts the rows of a document, in chunks that need not wait for each other, and counts what became
 * of them.
 * @throws Overloaded when the ledger stayed full, after all chunks have ended one way or the other
 */
export async function postRows(
  posting: RowPosting,
  documentId: string,
  rows: readonly CanonicalTransaction[],
): Promise<PostedRows> {
  const chunks: Promise<Outcome[]>[] = [];
  for (let start = 0; start < rows.length; start += POSTING_CHUNK) {
    const chunk = rows.slice(start, start + POSTING_CHUNK);
    chunks.push(postChunk(posting, documentId, chunk));
  }
  const ended = await Promise.allSettled(chunks);
  const failed = ended.find((chunk) => chunk.status === "rejected");
  if (failed) throw failed.reason;
  return counted(
    rows,
    ended.flatMap((chunk) => (chunk.status === "fulfilled" ? chunk.value : [])),
  );
}

async function postChunk(
  { post, partnerId }: RowPosting,
  documentId: string,
  rows: readonly CanonicalTransaction[],
): Promise<Outcome[]> {
  const { outcomes } = await post(rows.map((row) => transactionOf(row, partnerId, documentId)));
  return outcomes.flat();
}

function transactionOf(
  row: CanonicalTransaction,
  partnerId: string,
  documentId: string,
): PartnerTransaction {
  return {
    partnerId,
    documentId,
    externalId: row.externalId,
    type: row.type,
    direction: row.direction,
    amountMinor: row.amountMinor,
    currency: row.currency,
    occurredAt: row.occurredAt,
    counterparty: row.counterparty,
    reference: row.reference,
  };
}

function counted(rows: readonly CanonicalTransaction[], outcomes: readonly Outcome[]): PostedRows {
  const counts: PostingCounts = { posted: 0, known: 0, refused: 0 };
  const held: Held[] = [];
  outcomes.forEach((outcome, index) => {
    if (outcome.status === "POSTED") counts.posted += 1;
    else if (outcome.status === "REPLAYED") counts.known += 1;
    else {
      counts.refused += 1;
      const row = rows[index];
      if (row !== undefined && held.length < MAX_HELD) held.push(holdRefused(row, outcome));
    }
  });
  return { counts, held };
}
