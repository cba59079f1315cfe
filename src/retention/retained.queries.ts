import type { Sql } from "../shared/database/sql.js";
import type { RetentionKind } from "./retention.rules.js";

/** What of a kind is older than its time. */
export interface Overdue {
  /** How many there are, those that are held among them. */
  overdue: number;
  held: number;
}

interface Retained {
  /** Counts what is older than $1. */
  count: string;
  /** Removes some of it that is not held, and answers a row for each; none where others do it. */
  remove: string | null;
}

const PARTNER_HELD = (partnerId: string): string => `exists (select from retention_hold h
  where h.released_at is null and h.document_id is null and h.partner_id = ${partnerId})`;

const CONTENT_HELD = `(${PARTNER_HELD("c.partner_id")} or exists (
  select from retention_hold h join document d on d.id = h.document_id
  join arrival a on a.id = d.arrival_id
  where h.released_at is null and a.raw_sha256 = c.sha256 and a.partner_id = c.partner_id))`;

const MESSAGE = `webhook_message m join webhook_endpoint e on e.id = m.endpoint_id
  where m.created_at < $1 and m.state <> 'PENDING'`;

const RETAINED: Record<RetentionKind, Retained> = {
  TRANSACTION_RECORDS: {
    // Months that were taken out of the ledger, to be archived and dropped by the owner.
    count: `select count(*)::integer as overdue, 0 as held from detached_month
      where (month + interval '1 month') < $1::timestamptz`,
    remove: null,
  },
  AUDIT_TRAIL: {
    count: "select count(*)::integer as overdue, 0 as held from audit_event where at < $1",
    remove: "select from generate_series(1, retire_audit_events($1)) where $2 > 0",
  },
  RAW_DOCUMENTS: {
    count: `select count(*)::integer as overdue,
        count(*) filter (where ${CONTENT_HELD})::integer as held
      from raw_content c where c.stored_at < $1 and c.sealed is not null`,
    remove: `update raw_content set sealed = null, key_id = null, removed_at = now()
      where (sha256, partner_id) in (select c.sha256, c.partner_id from raw_content c
        where c.stored_at < $1 and c.sealed is not null and not ${CONTENT_HELD} limit $2)
      returning partner_id`,
  },
  WEBHOOK_MESSAGES: {
    count: `select count(*)::integer as overdue,
        count(*) filter (where ${PARTNER_HELD("e.partner_id")})::integer as held from ${MESSAGE}`,
    remove: `with gone as (select m.id from ${MESSAGE} and not ${PARTNER_HELD("e.partner_id")}
        limit $2),
      attempts as (delete from webhook_attempt a using gone where a.message_id = gone.id)
      select id from gone`,
  },
  COMMAND_ANSWERS: {
    count: `select count(*)::integer as overdue, 0 as held from command_claim
      where claimed_at < $1`,
    remove: `delete from command_claim where (actor_id, idempotency_key) in (
        select actor_id, idempotency_key from command_claim where claimed_at < $1 limit $2)
      returning command`,
  },
};

/** How much of a kind is older than its time. */
export async function countOverdue(sql: Sql, kind: RetentionKind, cutoff: Date): Promise<Overdue> {
  const [row] = await sql.rows<Overdue>(RETAINED[kind].count, [cutoff]);
  return row ?? { overdue: 0, held: 0 };
}

/** Removes some of what is older than its time and is not held; answers how much. */
export async function removeOverdue(
  sql: Sql,
  kind: RetentionKind,
  cutoff: Date,
  limit: number,
): Promise<number> {
  const { remove } = RETAINED[kind];
  if (remove === null) return 0;
  const rows = await sql.rows<{ id?: string }>(remove, [cutoff, limit]);
  if (kind === "WEBHOOK_MESSAGES") await removeMessages(sql, rows);
  return rows.length;
}

/** After their attempts, which refer to them. */
async function removeMessages(sql: Sql, rows: readonly { id?: string }[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await sql.rows("delete from webhook_message where id = any($1::uuid[])", [ids]);
}
