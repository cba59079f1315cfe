import type { Sql } from "../shared/database/sql.js";
import type { AlikeTransactions } from "./simulation.rules.js";

/** A position as it is read for a simulation; amounts as decimal texts. */
export interface PastPosition {
  periodStart: Date;
  segments: Record<string, Record<string, [amount: string, count: string]>>;
  accrued: Record<string, [effect: string, residual: string, account: string]>;
  rates: Record<string, string> | null;
}

/** The positions of a contract whose periods begin between two moments, the second excluded. */
export function pastPositions(
  sql: Sql,
  contractId: string,
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<PastPosition[]> {
  return sql.rows(
    `select period_start as "periodStart", segments, accrued, conditions->'rates' as rates
     from position where contract_id = $1 and period_start >= $2 and period_start < $3
     order by period_start limit $4`,
    [contractId, from, to, limit],
  );
}

export interface CountedIn {
  partnerId: string;
  periodStart: Date;
  timeZone: string;
  currencies: readonly string[];
  /** Whether each transaction is rounded by itself. */
  byLine: boolean;
  /** Whose daily rates are taken, and in what they are told; null where none are. */
  daily: { source: string; quote: string } | null;
}

/**
 * What a reversal undoes it takes away from where that counted, and its count with the last of it:
 * as the ledger counts.
 */
const COUNTED = `
with undoing as (
  select t.id, o.occurred_at, v.reversed_minor = coalesce(o.amount_minor, d.amount_minor)
    and row_number() over (partition by t.related_id order by t.posted_at desc, t.id desc) = 1
    as completes
  from transaction t left join transaction o on o.id = t.related_id
  left join detached_original d on d.transaction_id = t.related_id
  left join reversal_total v on v.transaction_id = t.related_id
  where t.partner_id = $1 and t.related_id is not null and t.kind in ('REVERSAL', 'ROLLBACK'))
select c.type, c.direction, c.currency, r.rate::text as "dayRate",
  coalesce(c.line, sum(c.amount))::bigint as "amountMinor",
  coalesce(c.line_count, sum(c.count))::bigint as count,
  (case when c.line is null then 1 else count(*) end)::bigint as times
from (
  select n.*, case when $5::boolean then n.amount end as line,
    case when $5::boolean then n.count end as line_count
  from (
    select t.type, t.currency,
      case when u.id is null or t.direction = 'NONE' then t.direction
        when t.direction = 'IN' then 'OUT' else 'IN' end as direction,
      case when u.id is null then t.amount_minor else -t.amount_minor end as amount,
      case when u.id is null then 1 when u.completes then -1 else 0 end as count,
      case when $6::text is not null then
        (coalesce(u.occurred_at, t.occurred_at) at time zone $3::text)::date end as day
    from transaction t left join undoing u on u.id = t.id
    where t.partner_id = $1 and t.counted_in = $2 and t.currency = any($4::text[])) n) c
left join exchange_rate r on r.source = $6::text and r.currency = c.currency
  and r.quote = $7::text and r.day = c.day
group by c.type, c.direction, c.currency, c.day, r.rate, c.line, c.line_count`;

/** The transactions that a period counts, those that are alike together. */
export function transactionsCountedIn(sql: Sql, of: CountedIn): Promise<AlikeTransactions[]> {
  const { partnerId, periodStart, timeZone, currencies, byLine, daily } = of;
  const rates = [daily?.source ?? null, daily?.quote ?? null];
  const values = [partnerId, periodStart, timeZone, currencies, byLine, ...rates];
  return sql.rows(COUNTED, values);
}
