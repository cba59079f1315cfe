import type { Sql } from "../shared/database/sql.js";
import { plainColumn } from "./encode-columns.js";
import { LEVELS, bucketStart, entriesWithin, movesOf } from "./total-tree.queries.js";

/** Entries of a bucket from which on it is split into buckets of the next level. */
const SPLIT_ABOVE = 256;

/** First key of the advisory lock under which one hub at a time rolls up. */
const ROLL_UP_LOCK = 7_481_002;

/** Blocks that have not been rolled up yet, in about the order of their commits. */
export interface NextBlock {
  lane: number;
  sequence: bigint;
  firstId: string;
  lastId: string;
}

/**
 * A lane's blocks are taken in their sequence even if ids run back in it, as they may where a hub
 * with a slower clock took the lane over: hence the greatest first id so far.
 */
const NEXT_BLOCKS = `
with next as (
  select b.*, max(b.first_id::text) over (partition by b.lane order by b.sequence) as at
  from lane l left join lane_rollup r on r.lane = l.id
  cross join lateral (
    select * from block b where b.lane = l.id and b.sequence > coalesce(r.sequence, 0)
    order by b.sequence limit $1) b
), counted as (
  select *, sum(transfers) over (order by at, lane, sequence) - transfers as before from next
)
select lane, sequence, first_id as "firstId", last_id as "lastId"
from counted where before < $2 order by at, lane, sequence`;

export function readNextBlocks(
  sql: Sql,
  limits: { blocks: number; transfers: number },
): Promise<NextBlock[]> {
  return sql.rows<NextBlock>(NEXT_BLOCKS, [limits.blocks, limits.transfers]);
}

/** The versions of an account that its totals still lack: above `since`, up to `upto`. */
export interface AccountSpan {
  accountId: bigint;
  since: bigint;
  upto: bigint;
}

const SPANS = `
with touched as (
  select s.account_id, max(s.version) as upto
  from unnest($1::uuid[], $2::uuid[]) b (first_id, last_id)
  join transfer m on m.id >= b.first_id and m.id <= b.last_id
  cross join lateral (values (m.debit_account_id, m.debit_version),
    (m.credit_account_id, m.credit_version)) s (account_id, version)
  group by s.account_id
)
select t.account_id as "accountId", coalesce(r.version, 0) as since, t.upto
from touched t left join account_rollup r using (account_id)
where t.upto > coalesce(r.version, 0) order by t.account_id`;

/** The accounts that blocks touched, with what of them is not rolled up yet. */
export function readSpans(sql: Sql, blocks: readonly NextBlock[]): Promise<AccountSpan[]> {
  const values = [blocks.map((block) => block.firstId), blocks.map((block) => block.lastId)];
  return sql.rows<AccountSpan>(SPANS, values);
}

/** How far a lane's blocks have been rolled up. */
export interface LaneCursor {
  lane: number;
  sequence: bigint;
}

const OPEN = `
insert into account_rollup (account_id, version) select unnest($1::bigint[]), 0
on conflict do nothing`;

/**
 * Adds spans to their accounts' totals and sets the lanes' cursors, all or nothing. A span that
 * another hub has added meanwhile is left out.
 * @returns the entries added; null where another hub is at it
 */
export async function addToTotals(
  sql: Sql,
  spans: readonly AccountSpan[],
  cursors: readonly LaneCursor[],
): Promise<number | null> {
  const accounts = plainColumn(spans, (span) => span.accountId);
  await sql.rows(OPEN, [accounts]);
  const [row] = await sql.rows<{ locked: boolean; entries: bigint }>(ADD_TO_TOTALS, [
    accounts,
    plainColumn(spans, (span) => span.since),
    plainColumn(spans, (span) => span.upto),
    plainColumn(cursors, (cursor) => cursor.lane),
    plainColumn(cursors, (cursor) => cursor.sequence),
  ]);
  return row?.locked ? Number(row.entries) : null;
}

/** What goes into the buckets of a level: new entries, and all of a bucket that is split now. */
function sourceOf(level: number): string {
  if (level === 0) return "select account_id, occurred_at, amount, pd, pc from e";
  const parents = `t${level - 1}`;
  const ends = `p.start + interval '${LEVELS[level - 1]}'`;
  return `
    select e.account_id, e.occurred_at, e.amount, e.pd, e.pc from e join ${parents} p
      on p.account_id = e.account_id and p.start = ${bucketStart(level - 1, "e.occurred_at")}
    where p.was_split
    union all
    select x.account_id, x.occurred_at, d.amount, d.pd, d.pc
    from ${parents} p join claimed c using (account_id)
    cross join ${entriesWithin("p.account_id", "p.start", ends)} x
    cross join ${movesOf("x")} d
    where p.split and not p.was_split and x.version <= c.upto`;
}

/** A bucket is split only while all of its entries are there: of a detached month they are not. */
function splitNow(level: number): string {
  if (level === LEVELS.length - 1) return "false";
  const ends = `g.start + interval '${LEVELS[level]}'`;
  return `coalesce(o.split, false) or case when g.n + coalesce(o.entries, 0) > ${SPLIT_ABOVE} then
      g.n + coalesce(o.entries, 0) = (
        select count(*)
        from claimed c cross join ${entriesWithin("c.account_id", "g.start", ends)} x
        where c.account_id = g.account_id and x.version <= c.upto) else false end`;
}

function levelParts(level: number): string {
  return `
  g${level} as (
    select s.account_id, ${bucketStart(level, "s.occurred_at")} as start, sum(s.amount) as amount,
      sum(s.pd) as pd, sum(s.pc) as pc, count(*) as n
    from (${sourceOf(level)}) s group by 1, 2
  ), t${level} as materialized (
    select g.account_id, ${level} as level, g.start, g.amount + coalesce(o.amount, 0) as amount,
      g.pd + coalesce(o.pending_debit, 0) as pd, g.pc + coalesce(o.pending_credit, 0) as pc,
      g.n + coalesce(o.entries, 0) as entries, coalesce(o.split, false) as was_split,
      ${splitNow(level)} as split
    from g${level} g left join account_total o
      on o.account_id = g.account_id and o.level = ${level} and o.start = g.start
  )`;
}

const COLUMNS = "account_id, level, start, amount, pd, pc, entries, split";

const ADD_TO_TOTALS = `
with turn as materialized (
  select pg_try_advisory_xact_lock(${ROLL_UP_LOCK}, 0) as locked
), claimed as (
  update account_rollup r set version = s.upto
  from unnest($1::bigint[], $2::bigint[], $3::bigint[]) s (account_id, since, upto), turn
  where turn.locked and r.account_id = s.account_id and r.version = s.since
  returning r.account_id, s.since, s.upto
), e as materialized (
  select e.account_id, e.occurred_at, d.amount, d.pd, d.pc
  from claimed c
  cross join lateral (
    select * from entry e where e.account_id = c.account_id and e.version > c.since
      and e.version <= c.upto offset 0) e
  cross join ${movesOf("e")} d
), ${LEVELS.map((_, level) => levelParts(level)).join(", ")},
written as (
  insert into account_total
    (account_id, level, start, amount, pending_debit, pending_credit, entries, split)
  ${LEVELS.map((_, level) => `select ${COLUMNS} from t${level}`).join(" union all ")}
  on conflict (account_id, level, start) do update set amount = excluded.amount,
    pending_debit = excluded.pending_debit, pending_credit = excluded.pending_credit,
    entries = excluded.entries, split = excluded.split
), moved as (
  insert into lane_rollup (lane, sequence)
  select c.lane, c.sequence from unnest($4::smallint[], $5::bigint[]) c (lane, sequence), turn
  where turn.locked
  on conflict (lane) do update set sequence = greatest(lane_rollup.sequence, excluded.sequence)
)
select locked, (select count(*) from e) as entries from turn`;
