import type { Actor } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";

/** A correction by a person. */
export interface AdjustmentRow {
  id: string;
  settlementId: string;
  /** Positive is owed to the partner. */
  amountMinor: bigint;
  currency: string;
  reason: string;
  actorId: string;
  actorName: string;
  at: Date;
}

export async function insertAdjustment(
  sql: Sql,
  row: Omit<AdjustmentRow, "actorId" | "actorName">,
  { kind, id, name }: Actor,
): Promise<void> {
  await sql.rows(
    `insert into adjustment (id, settlement_id, amount_minor, currency, reason, actor_kind,
       actor_id, actor_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.settlementId, row.amountMinor, row.currency, row.reason, kind, id, name, row.at],
  );
}

/** The adjustments of settlements, each settlement's in the order in which they were made. */
export function adjustmentsOf(
  sql: Sql,
  settlementIds: readonly string[],
): Promise<AdjustmentRow[]> {
  return sql.rows(
    `select a.id, a.settlement_id as "settlementId", a.amount_minor as "amountMinor", a.currency,
       a.reason, a.actor_id as "actorId", a.actor_name as "actorName", a.at
     from adjustment a where a.settlement_id = any($1::uuid[]) order by a.settlement_id, a.id`,
    [settlementIds],
  );
}

/** What earlier periods' late transactions bring to a settlement. */
export interface CorrectionRow {
  settlementId: string;
  aboutId: string;
  amountMinor: bigint;
  currency: string;
}

/** The corrections that settlements pay as they are closed now. */
export function correctionsOf(
  sql: Sql,
  settlementIds: readonly string[],
): Promise<CorrectionRow[]> {
  return sql.rows(
    `select c.settlement_id as "settlementId", c.about_id as "aboutId",
       c.amount_minor as "amountMinor", s.currency
     from settlement_correction c join settlement s on s.id = c.settlement_id
       and s.closing = c.closing and s.state <> 'OPEN'
     where c.settlement_id = any($1::uuid[]) order by c.settlement_id, c.about_id`,
    [settlementIds],
  );
}
