import type { Sql } from "../shared/database/sql.js";
import type { OpenItem } from "./item.rules.js";

/** When an item counts as due, and how far apart items may lie. */
export interface ItemView {
  partnerId: string;
  now: Date;
  graceMinutes: number;
  lateDays: number;
  /** The most days that any rule lets items be apart. */
  days: number;
}

interface ItemRow extends Omit<OpenItem, "occurredAt" | "isBroken"> {
  occurredAt: string;
  state: string;
}

/**
 * What waits in vain: theirs when it has waited long enough; ours when, besides, a statement that
 * should list it is there: one of its day with another some days later, or one much later.
 */
const DUE = `
  i.arrived_at + make_interval(mins => $3::int) <= $2::timestamptz
  and coalesce(i.wait_until <= $2::timestamptz, true)
  and (i.side = 'THEIRS' or exists (
    select from partner_statement s where s.partner_id = i.partner_id and s.matched_lines = s.lines
      and (s.account = i.account or s.account = '' or i.account = '')
      and s.last_day >= i.day + $4::int) or exists (
    select from partner_statement s where s.partner_id = i.partner_id and s.matched_lines = s.lines
      and (s.account = i.account or s.account = '' or i.account = '')
      and i.day between s.first_day and s.last_day
      and i.day + $5::int < ($2::timestamptz at time zone 'UTC')::date))`;

const REPEATED = `i.link <> '' and exists (
    select from reconciliation_match m where m.partner_id = i.partner_id and m.day = i.day
      and m.amount_minor = i.amount_minor and m.currency = i.currency and m.link = i.link
      and m.state <> 'RESOLVED')`;

const ITEM = `i.id, i.side, i.account, i.currency, i.amount_minor as "amountMinor",
  (extract(epoch from i.occurred_at) * 1000)::bigint::text as "occurredAt",
  i.day - date '1970-01-01' as day, i.link, i.counterparty, i.related_id as "relatedId",
  i.statement_id as "statementId", i.state, ${DUE} as "isDue", ${REPEATED} as "isRepeated"`;

function itemOf({ occurredAt, state, ...row }: ItemRow): OpenItem {
  return { ...row, occurredAt: Number(occurredAt), isBroken: state !== "EXPECTED" };
}

function viewValues({ partnerId, now, graceMinutes, lateDays, days }: ItemView): unknown[] {
  return [partnerId, now, graceMinutes, lateDays + days, days];
}

/** Lines that wait, in the order of their days, behind a place in that order. */
export async function waitingLines(
  sql: Sql,
  view: ItemView,
  after: { day: number; id: string },
  limit: number,
): Promise<OpenItem[]> {
  const rows = await sql.rows<ItemRow>(
    `select ${ITEM} from open_item i
     where i.partner_id = $1 and i.side = 'THEIRS'
       and (i.day, i.id) > (date '1970-01-01' + $6::int, $7::uuid)
     order by i.day, i.id limit $8`,
    [...viewValues(view), after.day, after.id, limit],
  );
  return rows.map(itemOf);
}

/** How wide to look for what may belong to lines. */
export interface Reach {
  /** By how much amounts may differ at the most. */
  amountMinor: (item: OpenItem) => bigint;
  /** Whether some rule looks at whole days. */
  wholeDays: boolean;
}

/** Transactions of whole days that are looked at for one stretch of lines. */
const MAX_OF_DAYS = 20_000;

const BY_FIGURE = `
  select i.id from unnest($6::int[], $7::bigint[], $8::bigint[]) as t (day, low, high)
  cross join generate_series(-$5::int, $5::int) as k
  cross join lateral (select i.id from open_item i where i.partner_id = $1 and i.side = 'OURS'
    and i.day = date '1970-01-01' + (t.day + k) and i.amount_minor between t.low and t.high
    limit 50) i`;

const BY_LINK = `
  select i.id from open_item i
  where i.partner_id = $1 and i.side = 'OURS' and i.link <> '' and i.link = any($9::text[])`;

const OF_DAYS = `
  (select i.id from open_item i where i.partner_id = $1 and i.side = 'OURS' and $10
    and i.day = any(select date '1970-01-01' + d from unnest($6::int[]) d)
    order by i.day, i.id limit ${MAX_OF_DAYS})`;

/** Our transactions that may belong to lines: with their reference, or near their figures. */
export async function candidatesFor(
  sql: Sql,
  view: ItemView,
  lines: readonly OpenItem[],
  reach: Reach,
): Promise<OpenItem[]> {
  const apart = lines.map((line) => reach.amountMinor(line));
  const rows = await sql.rows<ItemRow>(
    `with near as (${BY_FIGURE} union ${BY_LINK} union ${OF_DAYS})
     select ${ITEM} from near n join open_item i
       on i.partner_id = $1 and i.side = 'OURS' and i.id = n.id`,
    [
      ...viewValues(view),
      lines.map(({ day }) => day),
      lines.map(({ amountMinor }, at) => amountMinor - (apart[at] ?? 0n)),
      lines.map(({ amountMinor }, at) => amountMinor + (apart[at] ?? 0n)),
      [...new Set(lines.map(({ link }) => link))],
      reach.wholeDays,
    ],
  );
  return rows.map(itemOf);
}

/** Our transactions that wait in vain and are in no break. */
export async function dueTransactions(
  sql: Sql,
  view: ItemView,
  limit: number,
): Promise<OpenItem[]> {
  const rows = await sql.rows<ItemRow>(
    `with covered as (
       select min(s.first_day) as first_day, max(s.last_day) as last_day from partner_statement s
       where s.partner_id = $1 and s.matched_lines = s.lines
     )
     select ${ITEM} from covered c join open_item i on i.partner_id = $1 and i.side = 'OURS'
       and i.day <= c.last_day and i.day >= c.first_day
     where i.state = 'EXPECTED' and ${DUE} order by i.day, i.id limit $6`,
    [...viewValues(view), limit],
  );
  return rows.map(itemOf);
}

/** Whether anything waits that the clock alone will make a break. */
export async function isAnythingWaiting(sql: Sql, partnerId: string): Promise<boolean> {
  const [row] = await sql.rows<{ waits: boolean }>(
    `select exists (select from open_item i where i.partner_id = $1 and i.state = 'EXPECTED')
       or exists (select from partner_statement s where s.partner_id = $1
         and s.turnover_minor is not null)
       or exists (select from reconciliation_break b where b.partner_id = $1
         and b.state = 'WAITING') as waits`,
    [partnerId],
  );
  return row?.waits ?? false;
}

/** Takes items out of what waits; they are matched, or their break is dealt with. */
export async function closeItems(sql: Sql, partnerId: string, ids: readonly string[]) {
  await sql.rows("delete from open_item where partner_id = $1 and id = any($2::uuid[])", [
    partnerId,
    ids,
  ]);
}

/** Says what items are that have waited in vain. */
export async function judgeRows(
  sql: Sql,
  partnerId: string,
  items: readonly { id: string; state: string }[],
): Promise<void> {
  await sql.rows(
    `update open_item i set state = u.state
     from unnest($2::uuid[], $3::text[]) as u (id, state)
     where i.partner_id = $1 and i.id = u.id`,
    [partnerId, items.map(({ id }) => id), items.map(({ state }) => state)],
  );
}

/** Has items wait on, until a moment. */
export async function waitOn(sql: Sql, partnerId: string, ids: readonly string[], until: Date) {
  await sql.rows(
    `update open_item set state = 'EXPECTED', wait_until = $3
     where partner_id = $1 and id = any($2::uuid[])`,
    [partnerId, ids, until],
  );
}
