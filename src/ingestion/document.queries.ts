import type { Sql } from "../shared/database/sql.js";
import type { Refusal } from "./adapters/index.js";
import type { DocumentState, DocumentTotal } from "./document.rules.js";

/** A file for an adapter; partner, adapter and its bytes are its identity. */
export interface DocumentFile {
  /** Taken when it is new. */
  id: string;
  partnerId: string;
  adapter: string;
  sha256: Buffer;
  arrivalId: string;
  name: string;
  at: Date;
}

/** What an adapter found in a file. */
export interface DocumentContent {
  adapterVersion: string;
  format: string | null;
  messageIds: string[];
  transactions: number;
  unposted: number;
  totals: DocumentTotal[];
}

/** What posting it came to. */
export interface DocumentEnd {
  state: DocumentState;
  posted: number;
  refused: number;
  at: Date;
}

const FILE_COLUMNS = "id, partner_id, adapter, sha256, arrival_id, name, received_at";

function fileValues(file: DocumentFile): unknown[] {
  const { id, partnerId, adapter, sha256, arrivalId, name, at } = file;
  return [id, partnerId, adapter, sha256, arrivalId, name, at];
}

function contentValues(content: DocumentContent): unknown[] {
  const { adapterVersion, format, messageIds, transactions, unposted, totals } = content;
  return [adapterVersion, format, messageIds, transactions, unposted, storedTotals(totals)];
}

/** Notes a file that will be read now. */
export async function receiveDocument(sql: Sql, file: DocumentFile): Promise<void> {
  await sql.rows(
    `insert into document (${FILE_COLUMNS}, state) values ($1, $2, $3, $4, $5, $6, $7, 'RECEIVED')
     on conflict on constraint document_identity do nothing`,
    fileValues(file),
  );
}

/** A document all of which is in the ledger. */
export interface PostedDocument extends Pick<DocumentContent, "transactions" | "unposted"> {
  id: string;
  totals: DocumentTotal[];
}

/** The document with these bytes, if that very version of the adapter read it and all is posted. */
export async function postedDocument(
  sql: Sql,
  file: DocumentFile,
  adapterVersion: string,
): Promise<PostedDocument | null> {
  const [row] = await sql.rows<PostedDocument & { totals: StoredTotal[] }>(
    `select id, transactions, unposted, totals from document
     where partner_id = $1 and adapter = $2 and sha256 = $3
       and state = 'POSTED' and adapter_version = $4`,
    [file.partnerId, file.adapter, file.sha256, adapterVersion],
  );
  return row ? { ...row, totals: row.totals.map(totalOf) } : null;
}

/** A total as JSON keeps it, which has no exact number. */
export interface StoredTotal extends Omit<DocumentTotal, "amountMinor"> {
  amountMinor: string;
}

export function totalOf(stored: StoredTotal): DocumentTotal {
  return { ...stored, amountMinor: BigInt(stored.amountMinor) };
}

function storedTotals(totals: readonly DocumentTotal[]): string {
  return JSON.stringify(totals.map((t) => ({ ...t, amountMinor: t.amountMinor.toString() })));
}

/**
 * Notes what a file holds, before any of it is posted: should that be cut off, it can be seen.
 * @returns the document's id, which is an older one when the bytes are known, and whether it was
 *   read before
 */
export async function beginDocument(
  sql: Sql,
  file: DocumentFile,
  content: DocumentContent,
): Promise<{ id: string; isAgain: boolean }> {
  const [row] = await sql.rows<{ id: string; stateBefore: DocumentState | null }>(
    `insert into document (${FILE_COLUMNS}, state, adapter_version, format, message_ids,
       transactions, unposted, totals)
     values ($1, $2, $3, $4, $5, $6, $7, 'PARTIAL', $8, $9, $10, $11, $12, $13)
     on conflict on constraint document_identity do update set
       state = 'PARTIAL', adapter_version = excluded.adapter_version, format = excluded.format,
       message_ids = excluded.message_ids, transactions = excluded.transactions,
       unposted = excluded.unposted, totals = excluded.totals, posted = 0, refused = 0,
       refusal = null, finished_at = null
     returning id, (select d.state from document d where d.id = document.id) as "stateBefore"`,
    [...fileValues(file), ...contentValues(content)],
  );
  const { id = file.id, stateBefore = null } = row ?? {};
  return { id, isAgain: stateBefore !== null && stateBefore !== "RECEIVED" };
}

/** Notes what became of a document's transactions. */
export async function finishDocument(sql: Sql, id: string, end: DocumentEnd): Promise<void> {
  const { state, posted, refused, at } = end;
  await sql.rows(
    `update document set state = $2, posted = $3, refused = $4, finished_at = $5 where id = $1`,
    [id, state, posted, refused, at],
  );
}

/**
 * Notes that a file was refused as a whole, and why. One that another version of the adapter
 * read, and perhaps posted, stays as it is.
 * @returns the document's id, or null where it stays as it is
 */
export async function refuseDocument(
  sql: Sql,
  file: DocumentFile,
  adapterVersion: string,
  refusal: Refusal,
): Promise<string | null> {
  const [row] = await sql.rows<{ id: string }>(
    `insert into document (${FILE_COLUMNS}, state, adapter_version, refusal, finished_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'REFUSED', $8, $9, $7)
     on conflict on constraint document_identity do update set
       state = 'REFUSED', refusal = excluded.refusal, finished_at = excluded.finished_at,
       adapter_version = excluded.adapter_version
     where document.state in ('RECEIVED', 'REFUSED')
     returning id`,
    [...fileValues(file), adapterVersion, JSON.stringify(refusal)],
  );
  return row?.id ?? null;
}
