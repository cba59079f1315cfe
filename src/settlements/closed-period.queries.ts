import { reviseTerms } from "../ledger/index.js";
import type { Sql } from "../shared/database/sql.js";

export async function closePeriod(
  sql: Sql,
  of: { contractId: string; periodStart: Date; at: Date },
): Promise<void> {
  await reviseTerms(sql);
  await sql.rows(
    `insert into closed_period (contract_id, period_start, closed_at, revision)
     select $1, $2, $3, revision from terms_revision
     on conflict (contract_id, period_start)
     do update set closed_at = $3, reopened_at = null, revision = excluded.revision`,
    [of.contractId, of.periodStart, of.at],
  );
}

export async function reopenPeriod(
  sql: Sql,
  of: { contractId: string; periodStart: Date; at: Date },
): Promise<void> {
  await reviseTerms(sql);
  await sql.rows(
    `update closed_period set reopened_at = $3, revision = r.revision from terms_revision r
     where contract_id = $1 and period_start = $2`,
    [of.contractId, of.periodStart, of.at],
  );
}
