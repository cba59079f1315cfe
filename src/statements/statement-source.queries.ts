import type { FrozenComponent } from "../settlements/index.js";
import type { Sql } from "../shared/database/sql.js";
import type { ChainHead } from "./statement.rules.js";

/** All of a settlement that a statement tells, as it stood at one moment. */
export interface StatementSource {
  settlementId: string;
  closing: number;
  state: string;
  partner: { id: string; code: string; name: string };
  contract: { id: string; code: string; timeZone: string };
  /** The contract's versions that apply, in the order of time. */
  versions: { number: number; effectiveFrom: string; terms: unknown }[];
  contractStartsAt: Date;
  contractEndsAt: Date | null;
  currency: string;
  firstDay: string;
  lastDay: string;
  periodStart: Date;
  periodEnd: Date;
  dueOn: string;
  closedAt: Date;
  positionVersion: bigint;
  heads: ChainHead[];
  /** Of the contract's settlement before; null for its first. */
  priorHeads: ChainHead[] | null;
  /** When the first of what it lists was posted, at the earliest; null where that is not known. */
  postedFrom: Date | null;
  components: FrozenComponent[];
  broughtForwardMinor: bigint;
  dueMinor: bigint;
  carriedForwardMinor: bigint;
  corrections: { firstDay: string; lastDay: string; amountMinor: string }[];
  adjustments: { id: string; amountMinor: string; reason: string; at: string }[];
}

const SOURCE = `
select s.id as "settlementId", s.closing, s.state, s.currency,
  jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name) as partner,
  jsonb_build_object('id', c.id, 'code', c.code, 'timeZone', c.time_zone) as contract,
  (select jsonb_agg(jsonb_build_object('number', v.number, 'effectiveFrom', v.effective_from,
      'terms', v.terms) order by v.effective_from)
    from contract_version v where v.contract_id = c.id and v.state = 'SCHEDULED') as versions,
  c.starts_at as "contractStartsAt", c.ends_at as "contractEndsAt",
  s.first_day::text as "firstDay", s.last_day::text as "lastDay",
  s.period_start as "periodStart", s.period_end as "periodEnd", s.due_on::text as "dueOn",
  s.closed_at as "closedAt", s.position_version as "positionVersion",
  coalesce(s.chain_heads, '[]') as heads, s.components, prior.chain_heads as "priorHeads",
  -- Clocks of hubs differ, by less than a day.
  nullif(least(coalesce(prior.closed_at, s.closed_at),
    (select coalesce(o.begun_at, '-infinity') from position o
      where o.contract_id = s.contract_id and o.period_start = s.period_start)),
    '-infinity') - interval '1 day' as "postedFrom",
  s.brought_forward_minor as "broughtForwardMinor", s.due_minor as "dueMinor",
  s.carried_forward_minor as "carriedForwardMinor",
  coalesce((select jsonb_agg(jsonb_build_object('firstDay', e.first_day, 'lastDay', e.last_day,
      'amountMinor', k.amount_minor::text) order by e.first_day)
    from settlement_correction k join settlement e on e.id = k.about_id
    where k.settlement_id = s.id and k.closing = s.closing), '[]') as corrections,
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'amountMinor', a.amount_minor::text,
      'reason', a.reason, 'at', a.at) order by a.id)
    from adjustment a where a.settlement_id = s.id), '[]') as adjustments
from settlement s join partner p on p.id = s.partner_id join contract c on c.id = s.contract_id
left join lateral (select e.chain_heads, e.closed_at from settlement e
  where e.contract_id = s.contract_id and e.period_start < s.period_start
  order by e.period_start desc limit 1) prior on true
where s.id = $1 and s.state not in ('OPEN', 'CLOSING')`;

/** What a statement of a settlement is made of: one statement, so one moment. Null while open. */
export async function statementSource(
  sql: Sql,
  settlementId: string,
): Promise<StatementSource | null> {
  const [row] = await sql.rows<StatementSource>(SOURCE, [settlementId]);
  return row ?? null;
}

/**
 * Whether a settlement's figures are still those: its row is kept from changing until the
 * transaction ends.
 */
export async function lockFigures(
  sql: Sql,
  {
    settlementId,
    closing,
    adjustments,
  }: Pick<StatementSource, "settlementId" | "closing" | "adjustments">,
): Promise<boolean> {
  const rows = await sql.rows(
    `select from settlement s where s.id = $1 and s.closing = $2
       and s.state not in ('OPEN', 'CLOSING')
       and $3 = (select count(*) from adjustment where settlement_id = s.id) for share`,
    [settlementId, closing, adjustments.length],
  );
  return rows.length > 0;
}

/** Figures of a closed settlement that no statement tells yet. */
export interface UntoldSettlement {
  id: string;
  partnerId: string;
  closing: number;
  adjustments: number;
}

const UNTOLD = `
select s.id, s.partner_id as "partnerId", s.closing, a.adjustments
from settlement s cross join lateral (
  select count(*)::int as adjustments from adjustment where settlement_id = s.id) a
where s.state not in ('OPEN', 'CLOSING') and not exists (
  select from statement t where t.settlement_id = s.id and t.closing = s.closing
    and t.adjustments = a.adjustments)
order by s.closed_at, s.id limit $1`;

/** Those of which no statement tells yet, the oldest first. */
export function untoldSettlements(sql: Sql, limit: number): Promise<UntoldSettlement[]> {
  return sql.rows(UNTOLD, [limit]);
}
