import type { Sql } from "../shared/database/sql.js";

/** A statement that contradicts itself, the one before it, or the ledger. */
export interface StatementFinding {
  statementId: string;
  account: string;
  currency: string;
  day: string;
  /** Our figure: computed, carried over, or of the ledger, in minor units. */
  oursMinor: bigint;
  theirsMinor: bigint;
}

const COLUMNS = `s.id as "statementId", s.account, coalesce(s.currency, '') as currency,
  to_char(coalesce(s.last_day, s.arrived_at::date), 'YYYY-MM-DD') as day`;

/** Statements not looked at yet whose opening and lines do not lead to their closing. */
export function contradictions(sql: Sql, partnerId: string): Promise<StatementFinding[]> {
  return sql.rows(
    `select ${COLUMNS}, s.closing_minor - s.difference_minor as "oursMinor",
       s.closing_minor as "theirsMinor"
     from partner_statement s
     where s.partner_id = $1 and not s.is_checked and s.check_status = 'DIFFERS'
     order by s.id limit 5000`,
    [partnerId],
  );
}

/**
 * The chains of statements of the accounts that got new ones. One that says the same as another
 * (again under another name) is one link; a statement within the day has a chain of its own.
 */
const CHAINS = `
with touched as (
  select distinct account, currency, adapter, is_interim from partner_statement
  where partner_id = $1 and not is_checked
), known as (
  select distinct on (s.content_hash, s.sequence, s.account, s.currency, s.adapter) s.*
  from partner_statement s join touched t
    on s.account = t.account and s.currency is not distinct from t.currency
    and s.adapter = t.adapter and s.is_interim = t.is_interim
  where s.partner_id = $1 and s.opening_minor is not null and s.closing_minor is not null
  order by s.content_hash, s.sequence, s.account, s.currency, s.adapter, s.id
), linked as (
  select k.*, lag(k.closing_minor) over w as before
  from known k
  window w as (partition by k.account, k.currency, k.adapter, k.is_interim
    order by k.last_day, k.first_day,
      nullif(regexp_replace(split_part(k.sequence, '/', 1), '\\D', '', 'g'), '')::numeric,
      nullif(regexp_replace(split_part(k.sequence, '/', 2), '\\D', '', 'g'), '')::numeric,
      k.document_id, k.ordinal)
)
select ${COLUMNS}, s.before as "oursMinor", s.opening_minor as "theirsMinor"
from linked s where s.before is not null`;

/** Each statement of the touched chains with what the one before it closed with. */
export function chainLinks(sql: Sql, partnerId: string): Promise<StatementFinding[]> {
  return sql.rows(CHAINS, [partnerId]);
}

/** Each position, with what the ledger turned over on its day. */
export function positions(sql: Sql, partnerId: string, before: Date): Promise<StatementFinding[]> {
  return sql.rows(
    `select ${COLUMNS}, coalesce(d.net, 0)::bigint as "oursMinor",
       s.turnover_minor as "theirsMinor"
     from partner_statement s
     left join lateral (
       select sum(d.net_minor) as net from ledger_day d
       where d.partner_id = s.partner_id and d.currency = s.currency and d.day = s.last_day
         and (d.account = s.account or d.account = '' or s.account = '')) d on true
     where s.partner_id = $1 and s.turnover_minor is not null and s.arrived_at <= $2
     order by s.id desc limit 1000`,
    [partnerId, before],
  );
}

export async function markChecked(sql: Sql, partnerId: string): Promise<void> {
  await sql.rows(
    "update partner_statement set is_checked = true where partner_id = $1 and not is_checked",
    [partnerId],
  );
}
