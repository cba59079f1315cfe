import type { Sql } from "../shared/database/sql.js";
import type { Sealed } from "../vault/index.js";

/** Bytes as they arrived, of one partner. */
export interface RawContent extends Sealed {
  sha256: Buffer;
  partnerId: string;
}

/** Whether a partner's bytes are kept, and can be read. */
export async function hasContent(sql: Sql, sha256: Buffer, partnerId: string): Promise<boolean> {
  const rows = await sql.rows(
    "select from raw_content where sha256 = $1 and partner_id = $2 and sealed is not null",
    [sha256, partnerId],
  );
  return rows.length > 0;
}

/** Keeps sealed bytes; those that were removed are there again. */
export async function insertContent(sql: Sql, content: RawContent, at: Date): Promise<void> {
  await sql.rows(
    `insert into raw_content (sha256, partner_id, sealed, key_id, stored_at)
     values ($1, $2, $3, $4, $5)
     on conflict (sha256, partner_id) do update set sealed = excluded.sealed,
       key_id = excluded.key_id, stored_at = excluded.stored_at, removed_at = null
     where raw_content.sealed is null`,
    [content.sha256, content.partnerId, content.sealed, content.keyId, at],
  );
}

/** Bytes that were written before there were keys, and whose they are. */
export interface PlainContent {
  sha256: Buffer;
  bytes: Buffer;
  partnerIds: string[];
  storedAt: Date;
}

/** Some of them, locked until the transaction ends. */
export function plainContents(sql: Sql, limit: number): Promise<PlainContent[]> {
  return sql.rows(
    `select r.sha256, r.bytes, r.stored_at as "storedAt",
       (select coalesce(array_agg(distinct a.partner_id::text), '{}') from arrival a
        where a.raw_sha256 = r.sha256) as "partnerIds"
     from raw_document r where r.bytes is not null order by r.sha256 limit $1
     for update of r skip locked`,
    [limit],
  );
}

export async function clearPlainContent(sql: Sql, sha256: Buffer): Promise<void> {
  await sql.rows("update raw_document set bytes = null where sha256 = $1", [sha256]);
}

/** Bytes that are sealed with one of these keys, locked until the transaction ends. */
export function contentsUnder(
  sql: Sql,
  keyIds: readonly string[],
  limit: number,
): Promise<RawContent[]> {
  return sql.rows(
    `select sha256, partner_id as "partnerId", sealed, key_id as "keyId" from raw_content
     where key_id = any($1::uuid[]) and sealed is not null
     order by sha256, partner_id limit $2 for update`,
    [keyIds, limit],
  );
}

export async function replaceContent(sql: Sql, content: RawContent): Promise<void> {
  await sql.rows(
    "update raw_content set sealed = $3, key_id = $4 where sha256 = $1 and partner_id = $2",
    [content.sha256, content.partnerId, content.sealed, content.keyId],
  );
}

/** Takes from a partner's documents what their senders wrote, when their key is gone. */
export async function blankDocuments(sql: Sql, partnerId: string, at: Date): Promise<void> {
  await sql.rows(
    `update raw_content set sealed = null, key_id = null, removed_at = $2
     where partner_id = $1 and sealed is not null`,
    [partnerId, at],
  );
  await sql.rows("update arrival set name = 'erased' where partner_id = $1", [partnerId]);
  await sql.rows(
    `update quarantine_item set value = null, raw = null, row_content = null, correction = null,
       reason = 'erased', version = version + 1, decided_by = coalesce(decided_by, 'erasure'),
       decided_at = coalesce(decided_at, $2), decision_reason = coalesce(decision_reason, 'erased'),
       state = case when state in ('OPEN', 'AWAITING_APPROVAL', 'RELEASED') then 'REJECTED'
         else state end
     where partner_id = $1`,
    [partnerId, at],
  );
  await sql.rows(
    `update document set name = 'erased', message_ids = '{}',
       refusal = case when refusal is null then null
         else refusal || jsonb_build_object('file', 'erased', 'reason', 'erased') - 'element' end
     where partner_id = $1`,
    [partnerId],
  );
}
