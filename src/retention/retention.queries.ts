import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { RetentionKind } from "./retention.rules.js";

/** The days that were set, by kind. */
export async function retentionDays(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql.rows<{ kind: string; days: number }>(
    "select kind, days from retention_rule",
  );
  return new Map(rows.map(({ kind, days }) => [kind, days]));
}

export async function setRetentionDays(
  sql: Sql,
  { kind, days, by, at }: { kind: RetentionKind; days: number; by: string; at: Date },
): Promise<void> {
  await sql.rows(
    `insert into retention_rule (kind, days, changed_by, changed_at) values ($1, $2, $3, $4)
     on conflict (kind) do update set days = excluded.days, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at`,
    [kind, days, by, at],
  );
}

/** A hold on what is a partner's, or on one document. */
export interface RetentionHoldRow {
  id: string;
  partnerId: string;
  documentId: string | null;
  reason: string;
  placedBy: string;
  placedAt: Date;
  releasedBy: string | null;
  releasedAt: Date | null;
  releaseReason: string | null;
}

export const HOLD_COLUMNS = `h.id, h.partner_id as "partnerId", h.document_id as "documentId",
  h.reason, h.placed_by as "placedBy", h.placed_at as "placedAt", h.released_by as "releasedBy",
  h.released_at as "releasedAt", h.release_reason as "releaseReason"`;

export async function insertHold(
  sql: Sql,
  hold: Pick<RetentionHoldRow, "id" | "partnerId" | "documentId" | "reason"> & {
    by: string;
    at: Date;
  },
): Promise<RetentionHoldRow> {
  const { id, partnerId, documentId, reason, by, at } = hold;
  const [row] = await sql.rows<RetentionHoldRow>(
    `insert into retention_hold as h (id, partner_id, document_id, reason, placed_by, placed_at)
     values ($1, $2, $3, $4, $5, $6) returning ${HOLD_COLUMNS}`,
    [id, partnerId, documentId, reason, by, at],
  );
  if (!row) throw new Error("An insert answered no row");
  return row;
}

/** Ends a hold that is in force; null when the scope shows none. */
export async function releaseHold(
  sql: Sql,
  scope: PartnerScope,
  { id, reason, by, at }: { id: string; reason: string; by: string; at: Date },
): Promise<RetentionHoldRow | null> {
  const [row] = await sql.rows<RetentionHoldRow>(
    `update retention_hold h set released_by = $3, released_at = $4, release_reason = $5
     where h.id = $1 and h.released_at is null and ($2::uuid[] is null or h.partner_id = any($2))
     returning ${HOLD_COLUMNS}`,
    [id, scope, by, at, reason],
  );
  return row ?? null;
}

export function holdsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<RetentionHoldRow[]> {
  return sql.rows(
    `select ${HOLD_COLUMNS} from retention_hold h
     where h.id = any($1::uuid[]) and ($2::uuid[] is null or h.partner_id = any($2))`,
    [ids, scope],
  );
}

/** Whether anything of a partner is held. */
export async function isHeld(sql: Sql, partnerId: string): Promise<boolean> {
  const rows = await sql.rows(
    "select from retention_hold where partner_id = $1 and released_at is null limit 1",
    [partnerId],
  );
  return rows.length > 0;
}

export async function isDocumentOf(
  sql: Sql,
  partnerId: string,
  documentId: string,
): Promise<boolean> {
  const rows = await sql.rows("select from document where id = $1 and partner_id = $2", [
    documentId,
    partnerId,
  ]);
  return rows.length > 0;
}

export async function insertErasure(
  sql: Sql,
  erasure: { id: string; partnerId: string; reason: string; keys: number; by: string; at: Date },
): Promise<void> {
  const { id, partnerId, reason, keys, by, at } = erasure;
  await sql.rows(
    `insert into erasure (id, partner_id, reason, data_keys, erased_by, erased_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, partnerId, reason, keys, by, at],
  );
}

/** What the job removed the last time, by kind. */
export async function lastRuns(
  sql: Sql,
): Promise<Map<string, { kind: string; at: Date; removed: number }>> {
  const rows = await sql.rows<{ kind: string; at: Date; removed: number }>(
    "select distinct on (kind) kind, at, removed from retention_run order by kind, at desc",
  );
  return new Map(rows.map((row) => [row.kind, row]));
}

export async function insertRun(
  sql: Sql,
  run: { kind: RetentionKind; at: Date; cutoff: Date; removed: number },
): Promise<void> {
  await sql.rows(
    `insert into retention_run (kind, at, cutoff, removed) values ($1, $2, $3, $4)
     on conflict (kind, at) do nothing`,
    [run.kind, run.at, run.cutoff, run.removed],
  );
}
