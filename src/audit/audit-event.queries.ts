import type { Sql } from "../shared/database/sql.js";
import type { Json } from "../shared/tagged-json.js";

/** A row of the trail without what ties it to the row before. */
export interface AuditContent {
  at: Date;
  actorKind: string;
  actorId: string;
  actorName: string;
  channel: string;
  address: string | null;
  requestId: string;
  command: string;
  inputHash: Buffer;
  outcome: string;
  code: string | null;
  facts: Json;
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

/** The newest row, after lockTrail: a statement of its own, so that it sees what was committed. */
export async function findHead(sql: Sql): Promise<AuditHead | null> {
  const [head] = await sql.rows<{ sequence: string; hash: Buffer }>(
    // Ordered by the column: the selected text of the same name would put 9 after 10.
    `select e.sequence::text as sequence, e.hash from audit_event e
     order by e.sequence desc limit 1`,
  );
  return head ? { sequence: BigInt(head.sequence), hash: head.hash } : null;
}

export async function insertAuditEvent(sql: Sql, row: AuditRow): Promise<void> {
  await sql.rows(
    `insert into audit_event (sequence, at, actor_kind, actor_id, actor_name, channel, address,
       request_id, command, input_hash, outcome, code, facts, previous_hash, hash)
     values ($1::text::bigint, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
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
    ],
  );
}

/** A stretch of the trail in its order, from after `sequence` on. */
export async function auditRowsAfter(
  sql: Sql,
  sequence: bigint,
  limit: number,
): Promise<AuditRow[]> {
  const rows = await sql.rows<Omit<AuditRow, "sequence"> & { sequence: string }>(
    `select e.sequence::text as sequence, at, actor_kind as "actorKind", actor_id as "actorId",
       actor_name as "actorName", channel, address, request_id as "requestId", command,
       input_hash as "inputHash", outcome, code, facts, previous_hash as "previousHash", hash
     from audit_event e where e.sequence > $1::text::bigint order by e.sequence limit $2`,
    [sequence.toString(), limit],
  );
  return rows.map((row) => ({ ...row, sequence: BigInt(row.sequence) }));
}
