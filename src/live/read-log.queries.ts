import type { BalanceChange, CommittedBlock } from "../ledger/index.js";
import type { Sql } from "../shared/database/sql.js";
import type { Positions } from "./positions.rules.js";

/** What the live stream needs to know of a block. */
export interface LiveBlock extends Pick<
  CommittedBlock,
  "lane" | "sequence" | "postedAt" | "balances"
> {
  /** The contracts whose settlement positions it changed; null where only the ledger knows. */
  contracts: readonly string[] | null;
}

/** The ends of all lanes at one moment. */
export interface LogEnd {
  positions: Positions;
  /** Milliseconds since the epoch; null while nothing was ever posted. */
  postedAt: number | null;
}

/** One block by its place. */
export interface BlockPlace {
  lane: number;
  sequence: number;
}

/** Transactions whose blocks one statement reads, unless a single block has more. */
const TRANSACTIONS_PER_READ = 4_000;

/** Reads the newest block of each lane. */
export async function readLogEnd(sql: Sql): Promise<LogEnd> {
  const rows = await sql.rows<{ lane: number; sequence: bigint; postedAt: Date | null }>(
    `select l.id as lane, l.sequence, b.posted_at as "postedAt"
     from lane l left join block b on b.lane = l.id and b.sequence = l.sequence`,
  );
  const times = rows.map((row) => row.postedAt?.getTime() ?? 0);
  return {
    positions: new Map(rows.map((row) => [row.lane, Number(row.sequence)])),
    postedAt: Math.max(0, ...times) || null,
  };
}

interface ChangeRow {
  lane: number;
  sequence: bigint;
  postedAt: Date;
  accountId: bigint;
  partnerId: string | null;
  purpose: string;
  currency: string;
  normalSide: "DEBIT" | "CREDIT";
  fromVersion: bigint;
  version: bigint;
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  transactionId: string;
}

/** The first blocks of the list whose transactions together are few enough, at least one. */
const CHOSEN = `
  select lane, sequence, posted_at, first_id, last_id from (
    select b.*, w.n, sum(b.transactions) over (order by w.n) as running
    from unnest($1::smallint[], $2::bigint[]) with ordinality as w (lane, sequence, n)
    join block b on b.lane = w.lane and b.sequence = w.sequence
  ) counted where running <= ${TRANSACTIONS_PER_READ} or n = 1`;

/**
 * What one commit did to one account is what its versions say: the first of a block continues the
 * block before, the last has the balance.
 */
const CHANGES = `
with chosen as materialized (${CHOSEN}),
side as (
  select c.lane, c.sequence, c.posted_at, s.account_id, s.version, m.id as transfer_id,
    m.transaction_id,
    min(s.version) over (partition by c.lane, c.sequence, s.account_id) - 1 as from_version,
    max(s.version) over (partition by c.lane, c.sequence, s.account_id) as last_version
  from chosen c
  join transaction t on t.id between c.first_id and c.last_id
    and t.lane = c.lane and t.block = c.sequence
  join transfer m on m.transaction_id = t.id and m.id between c.first_id and c.last_id
  cross join lateral (values (m.debit_account_id, m.debit_version),
    (m.credit_account_id, m.credit_version)) as s (account_id, version)
)
select side.lane, side.sequence, side.posted_at as "postedAt", a.id as "accountId",
  a.partner_id as "partnerId", a.purpose, a.currency, a.normal_side as "normalSide",
  side.from_version as "fromVersion", side.version, e.balance_after as balance,
  e.pending_debit_after as "pendingDebit", e.pending_credit_after as "pendingCredit",
  side.transaction_id as "transactionId"
from side
join entry e on e.account_id = side.account_id and e.version = side.version
  and e.transfer_id = side.transfer_id
join account a on a.id = side.account_id
where side.version = side.last_version`;

/**
 * Reads blocks as the hub that committed them told of them. Of a long list only a beginning is
 * read; a block that is not there is left out.
 */
export async function readBlocks(sql: Sql, places: readonly BlockPlace[]): Promise<LiveBlock[]> {
  const values = [places.map(({ lane }) => lane), places.map(({ sequence }) => sequence)];
  const [chosen, rows] = await Promise.all([
    sql.rows<{ lane: number; sequence: bigint; posted_at: Date }>(CHOSEN, values),
    sql.rows<ChangeRow>(CHANGES, values),
  ]);
  const changes = Map.groupBy(rows, (row) => `${row.lane}:${row.sequence}`);
  return chosen.map((block) => ({
    lane: block.lane,
    sequence: Number(block.sequence),
    postedAt: block.posted_at.getTime(),
    contracts: null,
    balances: (changes.get(`${block.lane}:${block.sequence}`) ?? []).map(changeOf),
  }));
}

function changeOf(row: ChangeRow): BalanceChange {
  const { partnerId, purpose, currency, normalSide, balance, transactionId } = row;
  const { pendingDebit, pendingCredit } = row;
  return {
    accountId: row.accountId.toString(),
    partnerId,
    purpose,
    currency,
    normalSide,
    fromVersion: Number(row.fromVersion),
    version: Number(row.version),
    balance,
    pendingDebit,
    pendingCredit,
    transactionId,
  };
}

/** Names the history that the log is part of: another one after a restore or a failover. */
export async function readEpoch(sql: Sql): Promise<string> {
  const [row] = await sql.rows<{ epoch: string }>(
    `select left(encode(sha256(convert_to(concat_ws(' ',
       (select system_identifier from pg_control_system()),
       (select timeline_id from pg_control_checkpoint()),
       (select oid from pg_database where datname = current_database())), 'UTF8')), 'hex'), 16)
       as epoch`,
  );
  if (!row) throw new Error("Postgres does not name its history");
  return row.epoch;
}
