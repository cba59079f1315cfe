import type { Sql } from "../shared/database/sql.js";

/** Why a partner was looked at. */
export const RUN_TRIGGERS = ["ARRIVAL", "DUE", "COMMAND"] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

/** What one look at a partner came to. */
export interface RunRow {
  id: string;
  partnerId: string;
  trigger: RunTrigger;
  startedAt: Date;
  finishedAt: Date;
  /** Our transactions and their lines that were new. */
  transactions: number;
  lines: number;
  matched: number;
  withTolerance: number;
  /** Breaks that were opened, and those that resolved themselves. */
  opened: number;
  resolved: number;
}

export const RUN_COLUMNS = `r.id, r.partner_id as "partnerId", r.trigger,
  r.started_at as "startedAt", r.finished_at as "finishedAt", r.transactions, r.lines, r.matched,
  r.with_tolerance as "withTolerance", r.opened, r.resolved`;

export async function insertRun(sql: Sql, run: RunRow): Promise<void> {
  const { id, partnerId, trigger, startedAt, finishedAt, transactions, lines } = run;
  const { matched, withTolerance, opened, resolved } = run;
  await sql.rows(
    `insert into reconciliation_run (id, partner_id, trigger, started_at, finished_at,
       transactions, lines, matched, with_tolerance, opened, resolved)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      partnerId,
      trigger,
      startedAt,
      finishedAt,
      transactions,
      lines,
      matched,
      withTolerance,
      opened,
      resolved,
    ],
  );
}
