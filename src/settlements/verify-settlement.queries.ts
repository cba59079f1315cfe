import type { TermsReader } from "./terms-book.queries.js";

/** What a verification reads with. */
export type VerifySql = TermsReader;

/** A row that is not as it must be. */
export interface WrongRow {
  /** Its key in words. */
  row: string;
  /** Sorts the rows. */
  order: string;
  expected: string;
  found: string;
}

/** As `reachOf` says that the periods of a contract depend on each other. */
const DEPENDS = `jsonb_path_exists(v.terms, '$.clauses[*] ?
  (@.kind == "MINIMUM_GUARANTEE" && @.recoupable == true || @.tierPeriod == "QUARTER")')`;

const CHAINS = `
select 'contract_id ' || contract_id as row, contract_id::text as order,
  case when always then 'version ' || changes
    when ever then 'a version of ' || changes || ' at the most' else 'no such row' end as expected,
  coalesce('version ' || version, 'no such row') as found
from (
  select coalesce(h.contract_id, p.contract_id) as contract_id, h.version,
    coalesce(p.changes, 0) as changes, coalesce(d.ever, false) as ever,
    coalesce(d.always, false) and p.contract_id is not null as always
  from position_chain h full join (
    select contract_id, sum(version) as changes from position group by contract_id) p
    on p.contract_id = h.contract_id
  left join lateral (
    select bool_or(${DEPENDS}) as ever,
      (array_agg(${DEPENDS} order by v.effective_from) filter (where v.state = 'SCHEDULED'))[1]
        as always
    from contract_version v where v.contract_id = coalesce(h.contract_id, p.contract_id)) d on true
) chain
where case when always then version is distinct from changes
  when ever then version > changes else version is not null end`;

/** Chains that do not count the changes of their positions. */
export async function findWrongChains(on: VerifySql): Promise<WrongRow[]> {
  return (await on.query<WrongRow>(CHAINS)).rows;
}

/** Seconds: the clock is read for the step, and again for the row. */
const APART = 60;

const CLOSURES = `
select 'contract_id ' || contract_id || ', period_start ' || period_start as row,
  contract_id || ' ' || period_start as order, expected, found
from (
  select contract_id, period_start, coalesce('closed_at ' || closed_at
      || coalesce(', reopened_at ' || reopened_at, '') || ', revision ' || revision,
      'no such row') as found,
    case when id is null then 'no such row'
      when state = 'OPEN' and closed is null then 'no closing'
      when state = 'OPEN' then 'closed_at ' || closed || ' and reopened_at ' || reopened
      else 'closed_at ' || closed || ' and not opened again' end
      || ', revision up to ' || latest || ' of its own' as expected,
    case when id is null or closed is null then closed_at is not null
      else closed_at is null or abs(extract(epoch from closed_at - closed)) > ${APART}
        or (state = 'OPEN') <> (reopened_at is not null)
        or abs(extract(epoch from reopened_at - reopened)) > ${APART}
        or revision > latest or others > 0 end as wrong
  from (
    select coalesce(s.contract_id, c.contract_id) as contract_id,
      coalesce(s.period_start, c.period_start) as period_start, s.id, s.state, c.closed_at,
      c.reopened_at, c.revision, (select revision from terms_revision) as latest,
      (select count(*) from closed_period o where o.revision = c.revision
        and (o.contract_id, o.period_start) <> (c.contract_id, c.period_start)) as others,
      (select max(t.at) from settlement_transition t
        where t.settlement_id = s.id and t.to_state = 'CLOSING') as closed,
      (select max(t.at) from settlement_transition t
        where t.settlement_id = s.id and t.to_state = 'OPEN') as reopened
    from settlement s full join closed_period c
      on c.contract_id = s.contract_id and c.period_start = s.period_start) both_sides
) closure
where wrong`;

/** Periods that are closed, or not, other than their settlements say. */
export async function findWronglyClosed(on: VerifySql): Promise<WrongRow[]> {
  return (await on.query<WrongRow>(CLOSURES)).rows;
}

const FIGURES = `
select 'id ' || id as row, id::text as order,
  concat_ws(', ', 'payable_minor ' || expected_payable, 'brought_forward_minor ' || carried,
    'corrections_minor ' || corrected, 'adjustments_minor ' || adjusted,
    'due_minor and carried_forward_minor of ' || balance || ' together') as expected,
  concat_ws(', ', 'payable_minor ' || payable_minor,
    'brought_forward_minor ' || brought_forward_minor, 'corrections_minor ' || corrections_minor,
    'adjustments_minor ' || adjustments_minor, 'due_minor ' || due_minor,
    'carried_forward_minor ' || carried_forward_minor) as found
from (
  select s.*, coalesce(p.accrued_minor, s.payable_minor) as expected_payable,
    coalesce((select e.carried_forward_minor from settlement e
      where e.contract_id = s.contract_id and e.period_start < s.period_start
      order by e.period_start desc limit 1), 0) as carried,
    coalesce((select sum(k.amount_minor) from settlement_correction k
      where k.settlement_id = s.id and k.closing = s.closing), 0) as corrected,
    coalesce((select sum(a.amount_minor) from adjustment a where a.settlement_id = s.id), 0)
      as adjusted,
    payable_minor + brought_forward_minor + corrections_minor + adjustments_minor as balance
  from settlement s left join position p on p.contract_id = s.contract_id
    and p.period_start = s.period_start and p.version = s.position_version
  where s.state not in ('OPEN', 'CLOSING')) f
where (payable_minor, brought_forward_minor, corrections_minor, adjustments_minor)
    is distinct from (expected_payable, carried, corrected, adjusted)
  or due_minor + carried_forward_minor is distinct from balance`;

/** Settlements that are not the sum of what they are made of. */
export async function findUnbalanced(on: VerifySql): Promise<WrongRow[]> {
  return (await on.query<WrongRow>(FIGURES)).rows;
}

const MOVED = `
select 'id ' || x.id as row, x.id::text as order,
  'a transfer ' || x.code || ' of ' || x.amount_minor as expected,
  coalesce((select string_agg(m.code || ' of ' || m.amount_minor, ', ') from transfer m
    where m.transaction_id = x.transaction_id), 'none') as found
from settlement_transfer x
where x.state = 'POSTED' and (select count(*) from transfer m
    where m.transaction_id = x.transaction_id and m.code = x.code
      and m.amount_minor = x.amount_minor) <> 1
  and not exists (select from detached_month d where x.occurred_at < d.month + interval '1 month')`;

/** Transfers that are said to be posted, and are not in the ledger as they were decided. */
export async function findMovedOtherwise(on: VerifySql): Promise<WrongRow[]> {
  return (await on.query<WrongRow>(MOVED)).rows;
}
