import type { Sql } from "../shared/database/sql.js";
import type { Side } from "./posting-model.rules.js";

/** An account by what it is for: there is one for each partner, purpose, currency and reference. */
export interface AccountSpec {
  /** Absent for the platform's own accounts. */
  partnerId: string | null;
  purpose: string;
  currency: string;
  normalSide: Side;
  /** Tells accounts of one purpose apart, such as the customer's id on a wallet. */
  reference?: string;
  /** The available balance never falls below it, in the normal side's sign; none where absent. */
  floorMinor?: bigint | null;
}

const ENSURE = `
with given as (
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
    with ordinality as u (partner_id, purpose, currency, normal_side, reference, floor_minor, n)
), opened as (
  insert into account
    (partner_id, purpose, currency, normal_side, reference, floor_minor, created_at)
  select distinct on (partner_id, purpose, currency, reference)
    partner_id, purpose, currency, normal_side, reference, floor_minor, $7::timestamptz
  from given g
  where not exists (
    select from account a where a.partner_id is not distinct from g.partner_id
      and a.purpose = g.purpose and a.currency = g.currency and a.reference = g.reference)
  on conflict on constraint account_identity do nothing
  returning id, partner_id, purpose, currency, reference
)
select g.n, coalesce(a.id, o.id) as id
from given g
left join account a on a.partner_id is not distinct from g.partner_id
  and a.purpose = g.purpose and a.currency = g.currency and a.reference = g.reference
left join opened o on o.partner_id is not distinct from g.partner_id
  and o.purpose = g.purpose and o.currency = g.currency and o.reference = g.reference
order by g.n`;

/** Opens the accounts that are not there yet and answers all ids, in the order asked. */
export async function ensureAccounts(
  sql: Sql,
  specs: readonly AccountSpec[],
  now: Date,
): Promise<string[]> {
  const values = [
    specs.map((spec) => spec.partnerId),
    specs.map((spec) => spec.purpose),
    specs.map((spec) => spec.currency),
    specs.map((spec) => spec.normalSide),
    specs.map((spec) => spec.reference ?? ""),
    specs.map((spec) => spec.floorMinor ?? null),
    now,
  ];
  const rows = await sql.rows<{ id: bigint | null }>(ENSURE, values);
  if (rows.every((row) => row.id !== null)) return rows.map((row) => String(row.id));
  // Another hub opened one between our snapshot and our insert: it is visible to a new statement.
  return (await sql.rows<{ id: bigint }>(ENSURE, values)).map((row) => row.id.toString());
}

const FIND = `
select a.id
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) with ordinality
  as g (partner_id, purpose, currency, reference, n)
left join account a on a.partner_id is not distinct from g.partner_id
  and a.purpose = g.purpose and a.currency = g.currency and a.reference = g.reference
order by g.n`;

/** The ids in the order asked, null for an account that is not there. */
export async function findAccounts(sql: Sql, specs: readonly AccountSpec[]) {
  const rows = await sql.rows<{ id: bigint | null }>(FIND, [
    specs.map((spec) => spec.partnerId),
    specs.map((spec) => spec.purpose),
    specs.map((spec) => spec.currency),
    specs.map((spec) => spec.reference ?? ""),
  ]);
  return rows.map(({ id }) => id?.toString() ?? null);
}

const LATEST_OCCURRED = `
select max((select max(e.occurred_at) from entry e where e.account_id = a.id)) as latest
from account a where a.partner_id = $1 and a.currency = $2`;

/** When the newest transaction of a partner in a currency happened, by its own time. */
export async function latestOccurredAt(
  sql: Sql,
  partnerId: string,
  currency: string,
): Promise<Date | null> {
  const [row] = await sql.rows<{ latest: Date | null }>(LATEST_OCCURRED, [partnerId, currency]);
  return row?.latest ?? null;
}

/**
 * To be called first by every command that changes contracts: waits for the batches that accrue
 * under the present ones, and makes the lanes read the new ones before they post again.
 */
export async function reviseTerms(sql: Sql): Promise<void> {
  await sql.rows("update terms_revision set revision = revision + 1");
}

/** Closes an empty account and tells what came of it. */
export async function closeRow(
  sql: Sql,
  accountId: string,
  scope: readonly string[] | null,
): Promise<"CLOSED" | "ABSENT" | "NOT_EMPTY"> {
  const [account] = await sql.rows<{ empty: boolean }>(
    `select balance = 0 and pending_debit = 0 and pending_credit = 0 as empty from account
     where id = $1 and ($2::uuid[] is null or partner_id = any($2)) for no key update`,
    [accountId, scope],
  );
  if (!account) return "ABSENT";
  if (!account.empty) return "NOT_EMPTY";
  await sql.rows(
    "update account set state = 'CLOSED', revision = revision + 1 where id = $1 and state = 'OPEN'",
    [accountId],
  );
  return "CLOSED";
}
