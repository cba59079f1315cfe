import type { Sql } from "../shared/database/sql.js";
import type { FedBlock, FeedPositions } from "./feed.queries.js";

/** What one step of exact matching came to, for one partner. */
export interface ExactStep {
  partnerId: string;
  arrived: number;
  matched: number;
  /** Breaks whose item found its counterpart after all. */
  healed: number;
}

/** A reference as it is compared: without blanks, in one case. */
const link = (text: string): string => `upper(replace(coalesce(${text}, ''), ' ', ''))`;

const SIGN = "case t.direction when 'IN' then 1 when 'OUT' then -1 end";
/** A reversal has no direction of its own: it undoes that of its original. */
const ORIGINAL_SIGN = "case o.direction when 'IN' then -1 when 'OUT' then 1 end";

/** Our transactions, with the day on which their money counts. */
function ours(source: string): string {
  return `
  select t.partner_id, t.id, null::uuid as statement_id,
    coalesce(r.account, a.account, '') as account, t.currency,
    coalesce(${SIGN}, ${ORIGINAL_SIGN}) * t.amount_minor as amount_minor, t.occurred_at,
    coalesce(r.day, (t.occurred_at at time zone
      case when a.document_id is null then p.zone else 'UTC' end)::date) as day,
    ${link("case p.our_link when 'REFERENCE' then t.reference else t.external_id end")} as link,
    coalesce(t.counterparty, '') as counterparty, t.related_id, t.posted_at as arrived_at
  from ${source}
  join reconciliation_policy p on p.partner_id = t.partner_id and p.follows_ledger
  left join transaction o on o.id = t.related_id and t.direction = 'NONE' and t.kind = 'REVERSAL'
  left join document_account a on a.document_id = t.document_id
  left join row_value_day r on r.partner_id = t.partner_id and r.external_id = t.external_id
  where coalesce(${SIGN}, ${ORIGINAL_SIGN}) is not null and t.amount_minor > 0
    and t.external_id not like 'reconciliation:%'
    and (p.types is null or coalesce(o.type, t.type) = any(p.types))`;
}

const OUR_BLOCKS = `unnest($1::smallint[], $2::bigint[], $3::uuid[], $4::uuid[])
    as c (lane, sequence, first_id, last_id)
  join transaction t on t.id between c.first_id and c.last_id
    and t.lane = c.lane and t.block = c.sequence and t.partner_id is not null`;

const OUR_PAST = `transaction t`;
const UP_TO = `and t.partner_id = $1
    and t.block <= coalesce(($2::jsonb->>t.lane::text)::bigint, 0)
    and (t.posted_at, t.id) > ($3::timestamptz, $4::uuid)
    and (t.posted_at, t.id) <= ($5::timestamptz, $6::uuid)`;

const THEIR_LINES = `
  select l.partner_id, l.id, l.statement_id, s.account, l.currency, l.amount_minor, l.occurred_at,
    coalesce(l.value_day, (l.occurred_at at time zone p.zone)::date) as day,
    ${link(`case p.their_link when 'REFERENCE' then l.reference
      when 'BANK_REFERENCE' then l.bank_reference when 'REMITTANCE' then l.remittance
      else l.external_id end`)} as link,
    coalesce(l.counterparty, '') as counterparty, null::uuid as related_id, s.arrived_at
  from partner_statement s
  join statement_line l on l.statement_id = s.id
  join reconciliation_policy p on p.partner_id = s.partner_id
  where s.id = $1
  order by l.position offset $2 limit $3`;

type Side = "OURS" | "THEIRS";

const KEY = "partner_id, day, amount_minor, currency, link";
const COLUMNS = `partner_id, id, statement_id, account, currency, amount_minor, occurred_at, day,
    link, counterparty, related_id, arrived_at`;

/** Breaks about items that found their counterpart after all. */
const HEALED = `, healed as (
  update reconciliation_break b set state = 'RESOLVED', resolved_at = now(),
    version = b.version + 1
  from pair p
  where p.state <> 'EXPECTED' and b.partner_id = p.partner_id and b.subject = 'ITEM'
    and b.state <> 'RESOLVED' and (b.line_id = p.line_id or b.transaction_id = p.transaction_id)
  returning b.id, b.partner_id, b.currency
), told as (
  insert into break_resolution (id, break_id, action, state, amount_minor, currency, reason,
    decided_by, decided_by_id, decided_at)
  select gen_random_uuid(), id, 'MATCHED_LATER', 'DONE', 0, currency,
    'Its counterpart arrived later', 'the hub', 'system:reconciliation', now() from healed
)`;

/**
 * Items that arrive on one side take what waits on the other with the same day, amount, currency
 * and reference, the first of either with the first of the other; the rest waits. The place of a
 * waiting row (ctid) holds, since whoever changes waiting rows has the feed's lock.
 */
function exactMatch(fed: string, side: Side, more = ""): string {
  const other = side === "OURS" ? "THEIRS" : "OURS";
  const [line, transaction] = side === "OURS" ? ["w.id", "f.id"] : ["f.id", "w.id"];
  return `
with fed as materialized (${fed}),
ranked as materialized (
  select *, row_number() over (partition by ${KEY} order by occurred_at, id) as n from fed
), keys as (select distinct ${KEY} from fed),
waiting as materialized (
  select i.*, row_number() over (partition by k.partner_id, k.day, k.amount_minor, k.currency,
    k.link order by i.occurred_at, i.id) as n
  from keys k cross join lateral (
    select i.ctid as place, i.id, i.state, i.occurred_at, i.partner_id, i.day, i.amount_minor,
      i.currency, i.link
    from open_item i where i.partner_id = k.partner_id and i.side = '${other}' and i.day = k.day
      and i.amount_minor = k.amount_minor and i.currency = k.currency and i.link = k.link
    offset 0) i
), pair as materialized (
  select f.id as fed_id, w.id as other_id, w.place, w.state, ${line} as line_id,
    ${transaction} as transaction_id, f.partner_id, f.day, f.amount_minor, f.currency, f.link
  from ranked f join waiting w using (${KEY}, n)
), gone as (
  delete from open_item where ctid = any(array(select place from pair))
), matched as (
  insert into reconciliation_match (partner_id, line_id, transaction_id, rule, state, day,
    amount_minor, currency, link, matched_at)
  select partner_id, line_id, transaction_id, 'exact', 'MATCHED', day, amount_minor, currency,
    link, now() from pair
), kept as (
  insert into open_item (${COLUMNS}, side, state)
  select ${COLUMNS}, '${side}', 'EXPECTED' from fed
  where id not in (select fed_id from pair)
  on conflict do nothing
)${HEALED}${more}
select f.partner_id as "partnerId", f.arrived::int, coalesce(m.matched, 0)::int as matched,
  coalesce(h.healed, 0)::int as healed
from (select partner_id, count(*) as arrived from fed group by 1) f
left join (select partner_id, count(*) as matched from pair group by 1) m using (partner_id)
left join (select partner_id, count(*) as healed from healed group by 1) h using (partner_id)`;
}

/** Our side by day, for positions. */
const LEDGER_DAYS = `, days as (
  insert into ledger_day (partner_id, account, currency, day, net_minor, transactions)
  select partner_id, account, currency, day, sum(amount_minor), count(*) from fed
  group by 1, 2, 3, 4
  on conflict (partner_id, account, currency, day) do update set
    net_minor = ledger_day.net_minor + excluded.net_minor,
    transactions = ledger_day.transactions + excluded.transactions
)`;

const MATCH_BLOCKS = exactMatch(ours(OUR_BLOCKS), "OURS", LEDGER_DAYS);
const MATCH_PAST = exactMatch(`${ours(OUR_PAST)} ${UP_TO}`, "OURS", LEDGER_DAYS);
const MATCH_LINES = exactMatch(THEIR_LINES, "THEIRS");

/** Holds the transactions of blocks against the lines that wait. */
export function matchBlocks(sql: Sql, blocks: readonly FedBlock[]): Promise<ExactStep[]> {
  return sql.rows(MATCH_BLOCKS, [
    blocks.map(({ lane }) => lane),
    blocks.map(({ sequence }) => sequence),
    blocks.map(({ firstId }) => firstId),
    blocks.map(({ lastId }) => lastId),
  ]);
}

/** A place among a partner's transactions, in the order of their posting. */
export interface PastPlace {
  postedAt: Date | string;
  id: string;
}

/** Before the first and behind the last transaction. */
export const PAST_BEGIN: PastPlace = {
  postedAt: "-infinity",
  id: "00000000-0000-0000-0000-000000000000",
};
const PAST_END: PastPlace = { postedAt: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

/** The place so many transactions further on; behind the last where there are fewer. */
export async function placeBehind(
  sql: Sql,
  partnerId: string,
  after: PastPlace,
  count: number,
): Promise<{ upTo: PastPlace; isLast: boolean }> {
  const [row] = await sql.rows<{ postedAt: string; id: string }>(
    `select t.posted_at::text as "postedAt", t.id from transaction t
     where t.partner_id = $1 and (t.posted_at, t.id) > ($2::timestamptz, $3::uuid)
     order by t.posted_at, t.id offset $4 limit 1`,
    [partnerId, after.postedAt, after.id, count - 1],
  );
  return row ? { upTo: row, isLast: false } : { upTo: PAST_END, isLast: true };
}

/** Takes up what was posted for a partner between two places, up to a place in the log. */
export function matchPast(
  sql: Sql,
  partnerId: string,
  positions: FeedPositions,
  [after, upTo]: readonly [PastPlace, PastPlace],
): Promise<ExactStep[]> {
  const places = [after.postedAt, after.id, upTo.postedAt, upTo.id];
  return sql.rows(MATCH_PAST, [partnerId, JSON.stringify(positions), ...places]);
}

/** The next statement whose lines were not all held against our transactions. */
export async function nextStatement(sql: Sql) {
  const [row] = await sql.rows<{ id: string; partnerId: string; matched: number; lines: number }>(
    `select id, partner_id as "partnerId", matched_lines as matched, lines
     from partner_statement where matched_lines < lines order by id limit 1`,
  );
  return row ?? null;
}

/** Holds some lines of a statement against the transactions that wait. */
export async function matchLines(
  sql: Sql,
  statementId: string,
  from: number,
  limit: number,
): Promise<ExactStep[]> {
  const steps = await sql.rows<ExactStep>(MATCH_LINES, [statementId, from, limit]);
  await sql.rows(
    "update partner_statement set matched_lines = least($2::int + $3::int, lines) where id = $1",
    [statementId, from, limit],
  );
  return steps;
}
