import type { Sql } from "../shared/database/sql.js";
import type { SettledContract } from "./settlement-contract.queries.js";
import type { SettlementPeriod } from "./settlement-period.rules.js";

/** The last day of the contract's newest settlement, or null without any. */
export async function latestLastDay(sql: Sql, contractId: string): Promise<string | null> {
  const [row] = await sql.rows<{ latest: string | null }>(
    "select max(last_day)::text as latest from settlement where contract_id = $1",
    [contractId],
  );
  return row?.latest ?? null;
}

const INSERT = `
insert into settlement (id, partner_id, contract_id, currency, first_day, last_day, period_start,
  period_end, closes_at, due_on, state, version, created_at)
select u.id, $1, $2, $3, u.first_day, u.last_day, u.period_start, u.period_end, u.closes_at,
  u.due_on, 'OPEN', 1, $4
from unnest($5::uuid[], $6::date[], $7::date[], $8::timestamptz[], $9::timestamptz[],
  $10::timestamptz[], $11::date[])
  as u (id, first_day, last_day, period_start, period_end, closes_at, due_on)
on conflict on constraint settlement_period do nothing
returning id`;

/** Adds open settlements where there are none yet; answers the ids of those that are new. */
export async function insertSettlements(
  sql: Sql,
  { partnerId, id, currency }: SettledContract,
  rows: readonly (SettlementPeriod & { id: string })[],
  now: Date,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const inserted = await sql.rows<{ id: string }>(INSERT, [
    partnerId,
    id,
    currency,
    now,
    rows.map((row) => row.id),
    rows.map(({ period }) => period.firstDay),
    rows.map(({ period }) => period.lastDay),
    rows.map(({ period }) => period.startsAt),
    rows.map(({ period }) => period.endsAt),
    rows.map((row) => row.closesAt),
    rows.map((row) => row.dueOn),
  ]);
  return inserted.map((row) => row.id);
}
