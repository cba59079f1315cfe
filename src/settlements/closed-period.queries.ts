import type { Sql } from "../shared/database/sql.js";

/** A period of a contract by its first moment, and the moment at which it is closed or opened. */
export interface PeriodMove {
  contractId: string;
  periodStart: Date;
  at: Date;
}

const CLOSE = `
with revised as (update terms_revision set revision = revision + 1 returning revision)
insert into closed_period (contract_id, period_start, closed_at, revision)
select $1, $2, $3, revision from revised
on conflict (contract_id, period_start) do update
  set closed_at = excluded.closed_at, reopened_at = null, revision = excluded.revision`;

/**
 * Closes a period: what is posted once this is committed goes by the contract's late-data policy.
 * Waits for the batches that are being committed, so that each transaction is on one side. To be
 * called within a transaction, before the position is read.
 */
export async function closePeriod(
  sql: Sql,
  { contractId, periodStart, at }: PeriodMove,
): Promise<void> {
  await sql.rows(CLOSE, [contractId, periodStart, at]);
}

const REOPEN = `
with revised as (update terms_revision set revision = revision + 1 returning revision)
update closed_period set reopened_at = $3, revision = revised.revision from revised
where contract_id = $1 and period_start = $2`;

/** Opens a closed period again: what occurred in it counts in it, as before it was closed. */
export async function reopenPeriod(
  sql: Sql,
  { contractId, periodStart, at }: PeriodMove,
): Promise<void> {
  await sql.rows(REOPEN, [contractId, periodStart, at]);
}
