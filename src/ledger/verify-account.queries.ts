import type { VerifySession } from "./verify-session.queries.js";

/** A place in the order of accounts and their versions. */
export interface EntryPlace {
  accountId: bigint;
  version: bigint;
}

/** Entries from one place up to another, the latter excluded. */
export interface EntryRange {
  from: EntryPlace;
  before: EntryPlace;
}

/** Less than any version, those included that there must not be. */
const NO_VERSION = -(2n ** 63n);

/** Some versions of an account. */
export interface VersionSpan {
  accountId: string;
  from: number;
  upto: number;
}

/**
 * A range that begins in the middle of a history begins with the entry before it, which is `given`:
 * what follows is compared with it.
 */
const RANGE = `
  select e.*, e.account_id = $1 and e.version = $2 as given, e.account_id = $3 as goes_on
  from entry e
  where (e.account_id, e.version) >= ($1::bigint, $2::bigint)
    and (e.account_id, e.version) < ($3::bigint, $4::bigint)`;

const SPANS = `
  select e.*, e.version < s.since as given, true as goes_on
  from unnest($1::bigint[], $2::bigint[], $3::bigint[]) s (account_id, since, upto)
  cross join lateral (select * from entry e where e.account_id = s.account_id
    and e.version >= s.since - 1 and e.version <= s.upto offset 0) e`;

/** Each entry beside the one before it, if there is one. */
function sequenced(source: string): string {
  return `
  select e.*, row_number() over w as n,
    lag(e.account_id) over w is distinct from e.account_id as first,
    lead(e.account_id) over w is distinct from e.account_id and not e.goes_on as last,
    lag(e.version) over w as v, lag(e.balance_after) over w as b,
    lag(e.pending_debit_after) over w as d, lag(e.pending_credit_after) over w as c,
    lag(e.posted_at) over w as t
  from (${source}) e window w as (order by e.account_id, e.version, e.transfer_id)`;
}

const AVAILABLE = `case when a.normal_side = 'CREDIT'
  then s.balance_after::numeric - s.pending_debit_after
  else -s.balance_after::numeric - s.pending_credit_after end`;
const AVAILABLE_BEFORE = `case when a.normal_side = 'CREDIT'
  then s.b::numeric - s.d else -s.b::numeric - s.c end`;

/**
 * Each entry with what is wrong about it. Before the first version there was nothing; before the
 * first version that is attached there was whatever it says. A floor is only known to have applied
 * to all entries of an account that was never changed, and only to those that lower what is
 * available.
 */
function judged(source: string, detached: string): string {
  return `
  select s.*, a.id as known, a.floor_minor,
    (a.version, a.balance, a.pending_debit, a.pending_credit, a.posted_at)::text as must_row,
    (s.version, s.balance_after, s.pending_debit_after, s.pending_credit_after, s.posted_at)::text
      as has_row,
    ${AVAILABLE} as available,
    not s.given and s.version <> case when not s.first then s.v::numeric + 1
      when ${detached} then s.version else 1 end as bad_version,
    not s.given and not s.first and s.posted_at < s.t as bad_posting,
    not s.given and s.known_before and s.balance_after::numeric <> s.b::numeric + s.amount
      as bad_balance,
    not s.given and s.known_before
      and (s.pending_debit_after <> s.d or s.pending_credit_after <> s.c)
      and not exists (select from transfer m where m.id = s.transfer_id and m.kind <> 'POST')
      as bad_pending,
    not s.given and a.id is null as bad_account,
    not s.given and s.known_before and a.revision = 0 and ${AVAILABLE} < a.floor_minor
      and ${AVAILABLE} < ${AVAILABLE_BEFORE} as bad_floor,
    s.last and (a.version, a.balance, a.pending_debit, a.pending_credit, a.posted_at)
      is distinct from (s.version, s.balance_after, s.pending_debit_after, s.pending_credit_after,
        s.posted_at) as bad_row
  from (
    select q.account_id, q.version, q.transfer_id, q.amount, q.balance_after, q.pending_debit_after,
      q.pending_credit_after, q.posted_at, q.given, q.n, q.first, q.last, q.v, q.t,
      not q.first or q.version = 1 as known_before, case when q.first then 0 else q.b end as b,
      case when q.first then 0 else q.d end as d, case when q.first then 0 else q.c end as c
    from (${sequenced(source)}) q) s
  left join account a on a.id = s.account_id`;
}

const WRONG = ["version", "posting", "balance", "pending", "account", "floor", "row"] as const;

const FIRSTS = WRONG.map((name) => `min(j.n) filter (where j.bad_${name})`).join(", ");

const SUMMARY = `count(*) filter (where not j.given)::float8 as entries,
  count(*) filter (where j.last)::float8 as ended,
  array_remove(array[${FIRSTS}], null) as wrong`;

/** What a range of entries came to, with the places in it of the first wrong entry of each kind. */
interface Summary {
  entries: number;
  ended: number;
  wrong: bigint[];
}

/** An entry that is not as it must be, beside the one before it. */
export interface WrongEntry {
  account_id: bigint;
  version: bigint;
  transfer_id: string;
  amount: bigint;
  balance_after: bigint;
  posted_at: Date;
  first: boolean;
  v: bigint | null;
  b: bigint;
  t: Date | null;
  must_row: string;
  has_row: string;
  available: string;
  floor_minor: bigint | null;
  bad_version: boolean;
  bad_posting: boolean;
  bad_balance: boolean;
  bad_pending: boolean;
  bad_account: boolean;
  bad_floor: boolean;
  bad_row: boolean;
}

export interface EntriesSeen {
  entries: number;
  /** Accounts whose last entry was among them. */
  ended: number;
  wrong: WrongEntry[];
}

/** Goes through the entries of a range, account by account, version by version. */
export function readEntries(
  on: VerifySession,
  { from, before }: EntryRange,
  detached: boolean,
): Promise<EntriesSeen> {
  const given = from.version > 1n ? from.version - 1n : NO_VERSION;
  const values = [from.accountId, given, before.accountId, before.version, detached];
  return see(on, judged(RANGE, "$5::boolean"), values);
}

/** Goes through some versions of some accounts. */
export function readSpanEntries(
  on: VerifySession,
  spans: readonly VersionSpan[],
  detached: boolean,
): Promise<EntriesSeen> {
  const values = [
    spans.map((span) => span.accountId),
    spans.map((span) => span.from),
    spans.map((span) => span.upto),
    detached,
  ];
  return see(on, judged(SPANS, "$4::boolean"), values);
}

async function see(on: VerifySession, entries: string, values: unknown[]): Promise<EntriesSeen> {
  const seen = await on.query<Summary>(`select ${SUMMARY} from (${entries}) j`, values);
  const { entries: count = 0, ended = 0, wrong = [] } = seen.rows[0] ?? {};
  if (wrong.length === 0) return { entries: count, ended, wrong: [] };
  const { rows } = await on.query<WrongEntry>(
    `select j.* from (${entries}) j where j.n = any($${values.length + 1}::bigint[]) order by j.n`,
    [...values, wrong.map(String)],
  );
  return { entries: count, ended, wrong: rows };
}
