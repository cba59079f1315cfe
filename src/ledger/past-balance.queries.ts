import type { Sql } from "../shared/database/sql.js";
import type { Side } from "./posting-model.rules.js";
import { LEVELS, bucketStart, entriesWithin, movesOf } from "./total-tree.queries.js";

/** A balance as it was; its figures are null where the entries that tell it are detached. */
export interface PastRecord {
  accountId: string;
  currency: string;
  normalSide: Side;
  /** The version that it was; by time of occurrence, the newest one there is. */
  version: bigint;
  balance: bigint | null;
  pendingDebit: bigint;
  pendingCredit: bigint;
}

const ACCOUNT = `a.id::text as "accountId", a.currency, a.normal_side as "normalSide"`;

/**
 * By its own entry, by the account's row where it is the newest version, or by the entry after it,
 * less what that one did: the version's own may lie in a detached month.
 */
const AT_VERSION = `
select ${ACCOUNT}, p.v as version,
  case when p.v = a.version then a.balance when p.v = 0 then 0 when e.version = p.v
    then e.balance_after else e.balance_after - e.amount end as balance,
  case when p.v = a.version then a.pending_debit when p.v = 0 then 0 when e.version = p.v
    then e.pending_debit_after else e.pending_debit_after - d.pd end as "pendingDebit",
  case when p.v = a.version then a.pending_credit when p.v = 0 then 0 when e.version = p.v
    then e.pending_credit_after else e.pending_credit_after - d.pc end as "pendingCredit"
from account a cross join (select $2::bigint as v) p
left join lateral (
  select * from entry where account_id = a.id and version in (p.v, p.v + 1)
  order by version limit 1) e on a.version <> p.v
left join ${movesOf("e")} d on e.version > p.v
where a.id = $1 and p.v between 0 and a.version`;

/** The balance right after an entry of a version; 0 is before the first. */
export async function readAtVersion(sql: Sql, accountId: string, version: bigint) {
  const [row] = await sql.rows<PastRecord>(AT_VERSION, [accountId, version]);
  return row;
}

/**
 * The last version that was posted by a moment. Posting time never runs back on an account, so the
 * versions are halved: `lo` was posted by then, `hi` was not. Ids are made at about the time of
 * posting: what lies between the two is looked for in their months, give or take a day, and only if
 * it is not there in all of them. Versions of detached months are the oldest: they count as posted.
 */
const LAST_POSTED = `
with recursive halved (lo, hi, lo_at, hi_at) as (
  select case when posted_at <= $2 then version else 0 end,
    case when posted_at <= $2 then version + 1 else version end, null::timestamptz, posted_at
  from account where id = $1
  union all
  select case when e.posted_at > $2 then s.lo else s.mid end,
    case when e.posted_at > $2 then s.mid else s.hi end,
    case when e.posted_at <= $2 then e.posted_at else s.lo_at end,
    case when e.posted_at > $2 then e.posted_at else s.hi_at end
  from (
    select *, (lo + hi) / 2 as mid, month_floor(lo_at - interval '1 day') as low,
      month_floor(hi_at + interval '1 day') as high
    from halved where hi - lo > 1) s
  left join lateral (
    (select posted_at from entry where account_id = $1 and version = s.mid
      and transfer_id >= s.low and transfer_id < s.high)
    union all
    (select posted_at from entry where account_id = $1 and version = s.mid)
    limit 1) e on true
)
select h.lo as version,
  (h.lo = 0 or exists (select from entry where account_id = $1 and version = h.lo)) as attached,
  (select (max(month) + interval '1 month') at time zone 'UTC' from detached_month)
    as "detachedBefore"
from halved h where h.hi - h.lo <= 1`;

export interface LastPosted {
  version: bigint;
  /** Whether that version's entry is there, which says when it was posted. */
  attached: boolean;
  /** The entries posted before that moment are detached; null where none are. */
  detachedBefore: Date | null;
}

/** The last version posted by a moment; undefined where there is no such account. */
export async function readLastPosted(sql: Sql, accountId: string, at: Date) {
  const [row] = await sql.rows<LastPosted>(LAST_POSTED, [accountId, at]);
  return row;
}

const SUMS = ["amount", "pd", "pc"].map((sum) => `coalesce(sum(d.${sum}), 0) as ${sum}`).join(", ");

/** At each level the buckets before the moment's own, within its own of the level above. */
const WHOLE_BUCKETS = LEVELS.map(
  (_, level) => `
  select amount, pending_debit as pd, pending_credit as pc from account_total
  where account_id = $1 and level = ${level} and start < ${bucketStart(level, "$2")}
    ${level === 0 ? "" : `and start >= ${bucketStart(level - 1, "$2")}`}`,
).join(" union all ");

/**
 * The moment's own bucket at the end of the tree, if there is one: its entries are looked at. Those
 * of detached months are known by their sum, which tells where all or none of them count.
 */
const LEAF = LEVELS.map(
  (width, level) => `
  select level, start, start + interval '${width}' as ends, entries from account_total
  where account_id = $1 and level = ${level} and start = ${bucketStart(level, "$2")} and not split`,
).join(" union all ");

const AT_OCCURRENCE = `
with account as (
  select a.*, coalesce(r.version, 0) as rolled
  from account a left join account_rollup r on r.account_id = a.id where a.id = $1
), whole as (
  select ${SUMS} from (${WHOLE_BUCKETS}) d
), leaf as (${LEAF}), gone as (
  select d.entries, d.last_occurred_at <= $2 as counts,
    d.last_occurred_at <= $2 or d.first_occurred_at > $2 as known,
    d.amount, d.pending_debit as pd, d.pending_credit as pc
  from leaf l join detached_bucket d
    on d.account_id = $1 and d.level = l.level and d.start = l.start
), part as (
  select x.occurred_at, d.amount, d.pd, d.pc
  from account a, leaf l cross join ${entriesWithin("$1", "l.start", "l.ends")} x
  cross join ${movesOf("x")} d
  where x.version <= a.rolled
), parts as (
  select ${SUMS} from (
    select amount, pd, pc from part where occurred_at <= $2
    union all
    select amount, pd, pc from gone where counts) d
), rest as (
  select ${SUMS} from account a cross join lateral (
    select * from entry e where e.account_id = $1 and e.version > a.rolled offset 0) e
  cross join ${movesOf("e")} d
  where e.occurred_at <= $2
)
select ${ACCOUNT}, a.version,
  case when coalesce((select known from gone), true) and coalesce((select entries from leaf), 0)
      = (select count(*) from part) + coalesce((select entries from gone), 0)
    then (whole.amount + parts.amount + rest.amount)::bigint end as balance,
  (whole.pd + parts.pd + rest.pd)::bigint as "pendingDebit",
  (whole.pc + parts.pc + rest.pc)::bigint as "pendingCredit"
from account a, whole, parts, rest`;

/** The sum of all that had occurred by a moment, whenever it was posted. */
export async function readAtOccurrence(sql: Sql, accountId: string, at: Date) {
  const [row] = await sql.rows<PastRecord>(AT_OCCURRENCE, [accountId, at]);
  return row;
}
