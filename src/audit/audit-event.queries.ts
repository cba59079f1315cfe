import type { AuditKind, AuditOutcome } from "../shared/commands/audit-trail.js";
import type { Sql } from "../shared/database/sql.js";
import type { Json } from "../shared/tagged-json.js";

/** A row of the trail without what ties it to the row before. */
export interface AuditContent {
  kind: AuditKind;
  at: Date;
  actorKind: string;
  actorId: string;
  actorName: string;
  channel: string;
  address: string | null;
  requestId: string;
  command: string;
  inputHash: Buffer;
  outcome: AuditOutcome;
  code: string | null;
  partnerId: string | null;
  reason: string | null;
  facts: Json;
  changes: Json;
}

/** A row of the trail. */
export interface AuditRow extends AuditContent {
  sequence: bigint;
  previousHash: Buffer;
  hash: Buffer;
}

/** The end of the trail: what the next row continues. */
export interface AuditHead {
  sequence: bigint;
  hash: Buffer;
}

/** Makes the caller the only writer of the trail until its transaction ends. */
export async function lockTrail(sql: Sql): Promise<void> {
  await sql.rows("select pg_advisory_xact_lock(hashtextextended('audit_event', 0))");
}

/**
 * The newest row, after lockTrail: a statement of its own, so that it sees what was committed. It
 * is the last one that was retired where there are no others.
 */
export async function findHead(sql: Sql): Promise<AuditHead | null> {
  return (await headIn(sql, "audit_event")) ?? headIn(sql, "audit_checkpoint");
}

/** The last row that was retired: what the first of the trail continues. */
export function findCheckpoint(sql: Sql): Promise<AuditHead | null> {
  return headIn(sql, "audit_checkpoint");
}

async function headIn(sql: Sql, table: string): Promise<AuditHead | null> {
  const [head] = await sql.rows<{ sequence: string; hash: Buffer }>(
    // Ordered by the column: the selected text of the same name would put 9 after 10.
    `select e.sequence::text as sequence, e.hash from ${table} e order by e.sequence desc limit 1`,
  );
  return head ? { sequence: BigInt(head.sequence), hash: head.hash } : null;
}

export async function insertAuditEvent(sql: Sql, row: AuditRow): Promise<void> {
  await sql.rows(
    `insert into audit_event (sequence, at, actor_kind, actor_id, actor_name, channel, address,
       request_id, command, input_hash, outcome, code, facts, previous_hash, hash, kind,
       partner_id, reason, changes)
     values ($1::text::bigint, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
       $17, $18, $19)`,
    [
      row.sequence.toString(),
      row.at,
      row.actorKind,
      row.actorId,
      row.actorName,
      row.channel,
      row.address,
      row.requestId,
      row.command,
      row.inputHash,
      row.outcome,
      row.code,
      JSON.stringify(row.facts),
      row.previousHash,
      row.hash,
      row.kind,
      row.partnerId,
      row.reason,
      row.changes && JSON.stringify(row.changes),
    ],
  );
}

/** The columns of a row, by the names that code has for them; the sequence as a bigint. */
export const AUDIT_COLUMNS = `e.sequence, e.kind, e.at, e.actor_kind as "actorKind",
  e.actor_id as "actorId", e.actor_name as "actorName", e.channel, e.address,
  e.request_id as "requestId", e.command, e.input_hash as "inputHash", e.outcome, e.code,
  e.partner_id as "partnerId", e.reason, e.facts, e.changes, e.previous_hash as "previousHash",
  e.hash`;

/** A stretch of the trail in its order, from after `sequence` on. */
export async function auditRowsAfter(
  sql: Sql,
  sequence: bigint,
  limit: number,
): Promise<AuditRow[]> {
  const rows = await sql.rows<AuditRow>(
    `select ${AUDIT_COLUMNS} from audit_event e where e.sequence > $1::text::bigint
     order by e.sequence limit $2`,
    [sequence.toString(), limit],
  );
  return rows.map((row) => ({ ...row, sequence: BigInt(row.sequence) }));
}

/** The first and the last row of a stretch of time, or null where it has none. */
export async function auditStretch(
  sql: Sql,
  from: Date | null,
  to: Date | null,
): Promise<{ first: bigint; last: bigint } | null> {
  const [row] = await sql.rows<{ first: bigint | null; last: bigint }>(
    `select min(sequence) as first, max(sequence) as last from audit_event
     where ($1::timestamptz is null or at >= $1) and ($2::timestamptz is null or at < $2)`,
    [from, to],
  );
  return row?.first == null ? null : { first: BigInt(row.first), last: BigInt(row.last) };
}
