import type { EntryPlace } from "./verify-account.queries.js";
import { LEVELS } from "./total-tree.queries.js";
import type { VerifySession } from "./verify-session.queries.js";

/** Accounts by their numbers, the upper one excluded. */
export type AccountRange = [from: bigint, before: bigint];

/** Accounts in the order of their numbers, with how many entries they have by their own word. */
export async function readAccountsAfter(
  on: VerifySession,
  after: bigint,
  limit: number,
): Promise<EntryPlace[]> {
  const { rows } = await on.query<EntryPlace>(
    `select id as "accountId", version from account where id > $1 order by id limit $2`,
    [after, limit],
  );
  return rows;
}

/** The version so many entries after another; null where the account has no more than these. */
export async function readVersionAfter(
  on: VerifySession,
  { accountId, version }: EntryPlace,
  entries: number,
): Promise<bigint | null> {
  const { rows } = await on.query<{ version: bigint }>(
    `select version from entry where account_id = $1 and version >= $2
     order by version offset $3 limit 1`,
    [accountId, version, entries],
  );
  return rows[0]?.version ?? null;
}

/** How many accounts have entries, by their rows. */
export async function countMoved(on: VerifySession, range: AccountRange): Promise<number> {
  const { rows } = await on.query<{ count: number }>(
    `select count(*)::float8 as count from account where id >= $1 and id < $2 and version > 0`,
    range,
  );
  return rows[0]?.count ?? 0;
}

/** An account's row that nothing backs. */
export interface WrongAccount {
  id: bigint;
  found: string;
}

const ROW = `concat('version ', a.version, ', balance ', a.balance, ', pending ', a.pending_debit,
  ' and ', a.pending_credit)`;

/**
 * An account that has no entries though its row says so. Where months are detached, its entries may
 * all be in them: then only one that was posted to since is wrong.
 */
export async function findUnbacked(
  on: VerifySession,
  range: AccountRange,
  attachedSince: Date | null,
): Promise<WrongAccount[]> {
  const { rows } = await on.query<WrongAccount>(
    `select a.id, ${ROW} as found from account a
     where a.id >= $1 and a.id < $2 and a.version > 0
       and ($3::timestamptz is null or a.posted_at > $3::timestamptz + interval '1 day')
       and not exists (select from entry e where e.account_id = a.id)
     order by a.id limit 1`,
    [...range, attachedSince],
  );
  return rows;
}

/** An account without entries by its own word that holds something all the same. */
export async function findUnmoved(on: VerifySession, range: AccountRange): Promise<WrongAccount[]> {
  const { rows } = await on.query<WrongAccount>(
    `select a.id, ${ROW} as found from account a
     where a.id >= $1 and a.id < $2 and a.version = 0
       and (a.balance, a.pending_debit, a.pending_credit) <> (0, 0, 0)
     order by a.id limit 1`,
    range,
  );
  return rows;
}

/** An account whose row is not as its last entry left it, among some. */
export async function findStaleRows(
  on: VerifySession,
  accountIds: readonly string[],
): Promise<(WrongAccount & { expected: string })[]> {
  const { rows } = await on.query<WrongAccount & { expected: string }>(
    `select a.id, ${ROW} as found, concat('version ', e.version, ', balance ', e.balance_after,
       ', pending ', e.pending_debit_after, ' and ', e.pending_credit_after) as expected
     from account a cross join lateral (
       select * from entry where account_id = a.id order by version desc limit 1) e
     where a.id = any($1::bigint[])
       and (a.version, a.balance, a.pending_debit, a.pending_credit, a.posted_at) is distinct from
         (e.version, e.balance_after, e.pending_debit_after, e.pending_credit_after, e.posted_at)
     order by a.id limit 1`,
    [accountIds],
  );
  return rows;
}

/** Totals by time that do not add up: those of an account, or those of a bucket that is split. */
export interface WrongTotal {
  accountId: bigint;
  row: string;
  expected: string;
  found: string;
}

const ACCOUNT_TOTALS = `
select r.account_id as "accountId", concat('account_id ', r.account_id, ', level 0') as row,
  concat(r.version, ' entries, balance ', coalesce(e.balance_after::numeric, t.amount),
    ', pending ', coalesce(e.pending_debit_after::numeric, t.pd), ' and ',
    coalesce(e.pending_credit_after::numeric, t.pc)) as expected,
  concat(coalesce(t.entries, 0), ' entries, balance ', t.amount, ', pending ', t.pd, ' and ', t.pc)
    as found
from account_rollup r
left join lateral (
  select sum(amount) as amount, sum(pending_debit) as pd, sum(pending_credit) as pc,
    sum(entries) as entries
  from account_total t where t.account_id = r.account_id and t.level = 0) t on true
left join lateral (
  select * from entry where account_id = r.account_id and version = r.version limit 1) e on true
where r.account_id >= $1 and r.account_id < $2 and r.version > 0
  and (t.entries is distinct from r.version or t.amount <> e.balance_after
    or t.pd <> e.pending_debit_after or t.pc <> e.pending_credit_after)
order by r.account_id limit 1`;

const WIDTHS = `array[${LEVELS.map((width) => `'${width}'`).join(", ")}]::interval[]`;

const SPLIT_TOTALS = `
select p.account_id as "accountId",
  concat('account_id ', p.account_id, ', level ', p.level, ', start ', p.start) as row,
  concat(c.entries, ' entries, amount ', c.amount, ', pending ', c.pd, ' and ', c.pc) as expected,
  concat(p.entries, ' entries, amount ', p.amount, ', pending ', p.pending_debit, ' and ',
    p.pending_credit) as found
from account_total p cross join lateral (
  select coalesce(sum(amount), 0) as amount, coalesce(sum(pending_debit), 0) as pd,
    coalesce(sum(pending_credit), 0) as pc, coalesce(sum(entries), 0) as entries
  from account_total c where c.account_id = p.account_id and c.level = p.level + 1
    and c.start >= p.start
    and c.start < p.start + (${WIDTHS})[p.level + 1]
  ) c
where p.account_id >= $1 and p.account_id < $2 and p.split
  and (p.amount, p.pending_debit, p.pending_credit, p.entries) <> (c.amount, c.pd, c.pc, c.entries)
order by p.account_id, p.level, p.start limit 1`;

/** Totals by time that do not add up to what was rolled up into them. */
export async function findWrongTotals(
  on: VerifySession,
  range: AccountRange,
): Promise<WrongTotal[]> {
  const whole = await on.query<WrongTotal>(ACCOUNT_TOTALS, range);
  if (whole.rows.length > 0) return whole.rows;
  return (await on.query<WrongTotal>(SPLIT_TOTALS, range)).rows;
}
