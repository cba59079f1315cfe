import type { Sql } from "../shared/database/sql.js";
import type { Positions } from "./positions.rules.js";

/** One entry of an account, with the block that it came in. */
export interface TailEntry {
  accountId: string;
  version: number;
  lane: number;
  sequence: number;
  /** Credits less debits, in minor units, after the entry. */
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  /** Milliseconds since the epoch. */
  postedAt: number;
  transactionId: string;
}

interface TailRow {
  accountId: bigint;
  version: bigint;
  lane: number;
  sequence: bigint;
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  postedAt: Date;
  transactionId: string;
}

const ENTRY = (account: string, version: string, depth: string) => `
  select e.account_id, e.version, t.lane, t.block, e.balance_after, e.pending_debit_after,
    e.pending_credit_after, e.posted_at, t.id as transaction_id, ${depth} as depth
  from entry e
  join transfer m on m.id = e.transfer_id
  join transaction t on t.id = m.transaction_id
  where e.account_id = ${account} and e.version = ${version} and t.block > coalesce(
    (select p.sequence from unnest($2::smallint[], $3::bigint[]) as p (lane, sequence)
     where p.lane = t.lane), 0)`;

/**
 * Versions are in the order of commits, and the positions are a cut of it: what lies behind the cut
 * is each account's newest entries, walked back until the first one within the cut.
 */
const TAILS = `
with recursive tail as (
  select n.* from account a
  cross join lateral (${ENTRY("a.id", "a.version", "1")}) n
  where a.id = any($1::bigint[])
  union all
  select n.* from tail
  cross join lateral (${ENTRY("tail.account_id", "tail.version - 1", "tail.depth + 1")}) n
  where tail.depth < $4
)
select account_id as "accountId", version, lane, block as sequence, balance_after as balance,
  pending_debit_after as "pendingDebit", pending_credit_after as "pendingCredit",
  posted_at as "postedAt", transaction_id as "transactionId"
from tail limit $5`;

/**
 * Reads the entries of accounts behind positions, newest first for each account.
 * @param perAccount how many of one account at the most
 * @param total how many of all together
 */
export async function readTails(
  sql: Sql,
  accountIds: readonly string[],
  behind: Positions,
  { perAccount, total }: { perAccount: number; total: number },
): Promise<TailEntry[]> {
  const values = [accountIds, [...behind.keys()], [...behind.values()], perAccount, total];
  return (await sql.rows<TailRow>(TAILS, values)).map((row) => ({
    accountId: row.accountId.toString(),
    version: Number(row.version),
    lane: row.lane,
    sequence: Number(row.sequence),
    balance: row.balance,
    pendingDebit: row.pendingDebit,
    pendingCredit: row.pendingCredit,
    postedAt: row.postedAt.getTime(),
    transactionId: row.transactionId,
  }));
}
