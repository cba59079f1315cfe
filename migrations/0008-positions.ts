import { Migration } from "@mikro-orm/migrations";

/**
 * Settlement positions carry all terms: totals by version of the contract, figures by component,
 * and what passes from period to period. Each transaction says in which period it counts.
 */
export class Migration0008Positions extends Migration {
  override up(): void {
    this.addSql(positions);
    this.addSql(journal);
    this.addSql(conversion);
    this.addSql(verified);
    this.addSql(detached);
    this.addSql(keeping);
    this.addSql(grants);
  }
}

const positions = `
alter table position
  -- by number of the contract's version, then by input: sum in minor units and count
  add segments jsonb not null default '{}',
  -- by component: what it does to the payable, its rounding residual, the account that carries it
  add accrued jsonb not null default '{}',
  -- by clause: what guarantees have advanced and not earned back
  add recoupable jsonb not null default '{}',
  -- what was released of the reserves of earlier periods
  add releases jsonb not null default '[]',
  -- what besides its totals it was settled with: days, rates, the contract's version counter
  add conditions jsonb;

-- Counts the changes to the positions of a contract whose periods depend on each other.
create table position_chain (
  contract_id uuid primary key,
  version bigint not null
) with (fillfactor = 50);

-- What occurred in such a period and is posted later goes by the contract's late-data policy.
create table closed_period (
  contract_id uuid not null,
  period_start timestamptz not null,
  closed_at timestamptz not null,
  -- null while it is closed
  reopened_at timestamptz,
  -- of terms_revision, when this row was written last: what is newer is read anew
  revision bigint not null,
  primary key (contract_id, period_start)
);
create index closed_period_revision on closed_period (revision);
`;

const journal = `
-- The start of the settlement period in which it counts; null where it counts in none.
alter table transaction add counted_in timestamptz;
`;

/** Contracts had one flat share and calendar months until now; what is undecided did not count. */
const conversion = `
create function pg_temp.month_of(at timestamptz, zone text, begins timestamptz)
returns timestamptz language sql as $$
  select greatest(date_trunc('month', at at time zone zone) at time zone zone, begins)
$$;

update transaction t set counted_in = pg_temp.month_of(t.occurred_at, c.time_zone, c.starts_at)
from contract c
where c.partner_id = t.partner_id and c.currency = t.currency and t.occurred_at >= c.starts_at
  and (c.ends_at is null or t.occurred_at < c.ends_at) and t.direction <> 'NONE'
  and t.amount_minor > 0 and (t.kind = 'TRANSFER'
    or t.kind in ('REVERSAL', 'ROLLBACK') and t.related_id is not null);

update position p set
  period_start = greatest(p.period_start, c.starts_at),
  segments = jsonb_build_object('1', coalesce((
    select jsonb_object_agg(i.key || ':' || c.currency, i.value) from jsonb_each(p.inputs) i
    where i.key not like '%:NONE'), '{}')),
  accrued = case when p.accrued_minor = 0 then '{}' else jsonb_build_object('1:share',
    jsonb_build_array(p.accrued_minor::text, '0', (
      select a.id::text from account a where a.partner_id is null and a.currency = c.currency
        and a.purpose = 'PARTNER_SHARE' and a.reference = ''))) end
from contract c where c.id = p.contract_id;

alter table position drop column inputs;

-- Payables were per partner and are per contract: they go to the partner's first one.
update account a set reference = c.id::text
from (select distinct on (partner_id, currency) id, partner_id, currency from contract
  order by partner_id, currency, starts_at) c
where a.purpose = 'PARTNER_PAYABLE' and a.reference = '' and a.partner_id = c.partner_id
  and a.currency = c.currency;
update terms_revision set revision = revision + 1;
`;

/** What was verified so far was verified of other columns: the next verification does all of it. */
const verified = `
delete from verified_block;
delete from verified_position;
alter table verified_position drop column inputs, drop column accrued_minor,
  add segments jsonb not null, add accrued jsonb not null;
`;

const detached = `
alter table detached_original add occurred_at timestamptz;
alter table detached_total drop constraint detached_total_pkey,
  add counted_in timestamptz, add times bigint not null default 1;
update detached_total t set counted_in = pg_temp.month_of(t.quarter_hour, c.time_zone, c.starts_at)
from contract c
where c.partner_id = t.partner_id and c.currency = t.currency and t.quarter_hour >= c.starts_at;
delete from detached_total where counted_in is null;
alter table detached_total alter counted_in set not null;
create index detached_total_partner on detached_total (partner_id);
`;

/** As in 0006, by the period in which a transaction counts. */
const keeping = `
create or replace function keep_month_totals(of_month date) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  lower uuid := month_floor(of_month);
  upper uuid := month_floor(of_month + interval '1 month');
begin
  insert into detached_month (month, transactions, transfers, entries) select of_month,
    (select count(*) from transaction where id >= lower and id < upper),
    (select count(*) from transfer where id >= lower and id < upper),
    (select count(*) from entry where transfer_id >= lower and transfer_id < upper);
  -- What counted: a reversal takes away what its original counted where and when that counted, and
  -- its count with the last of it. Lines that are rounded one by one stay one by one, equal ones
  -- together; of all else the sums of a quarter of an hour do.
  insert into detached_total (month, partner_id, currency, type, direction, quarter_hour,
    counted_in, amount, count, times)
  select of_month, u.partner_id, u.currency, u.type, u.direction, u.quarter_hour, u.counted_in,
    case when u.line is null then sum(u.amount) else u.line end,
    case when u.line is null then sum(u.count) else u.line_count end,
    case when u.line is null then 1 else count(*) end
  from (
    select t.partner_id, t.currency, t.type, t.counted_in, r.direction, r.amount, r.count,
      date_bin('15 minutes', r.occurred_at, '0001-01-01Z') as quarter_hour,
      case when l.by_line then r.amount end as line,
      case when l.by_line then r.count end as line_count
    from transaction t
    cross join lateral (select
      case when not o.undoes or t.direction = 'NONE' then t.direction
        when t.direction = 'IN' then 'OUT' else 'IN' end as direction,
      case when o.undoes then -t.amount_minor else t.amount_minor end as amount,
      case when not o.undoes then 1 when t.id = last_reversal(t.related_id) then -1 else 0 end
        as count,
      case when o.undoes then coalesce(
        (select e.occurred_at from transaction e where e.id = t.related_id),
        (select d.occurred_at from detached_original d where d.transaction_id = t.related_id),
        t.occurred_at) else t.occurred_at end as occurred_at
      from (select t.related_id is not null and t.kind in ('REVERSAL', 'ROLLBACK') as undoes) o) r
    cross join lateral (select exists (
      select from contract c join contract_version v on v.contract_id = c.id
      where c.partner_id = t.partner_id
        and jsonb_path_exists(v.terms, '$.**.per ? (@ == "LINE")')) as by_line) l
    where t.id >= lower and t.id < upper and t.counted_in is not null) u
  group by u.partner_id, u.currency, u.type, u.direction, u.quarter_hour, u.counted_in, u.line,
    u.line_count;
  insert into detached_original (transaction_id, amount_minor, occurred_at)
  select v.transaction_id, t.amount_minor, t.occurred_at from reversal_total v join transaction t
    on t.id = v.transaction_id where t.id >= lower and t.id < upper;
  -- accruals go with the transactions that caused them, which may be some milliseconds older
  insert into detached_accrual
  select of_month, s.account_id, sum(s.amount)
  from transaction t join transfer m on m.transaction_id = t.id and m.code = 'ACCRUAL'
    and m.id >= lower and m.id < month_floor(of_month + interval '1 month 1 day')
  cross join lateral (values (m.debit_account_id, -m.amount_minor::numeric),
    (m.credit_account_id, m.amount_minor::numeric)) s (account_id, amount)
  where t.id >= lower and t.id < upper group by 2;
end $$;
`;

const grants = `
grant select, insert, update on position_chain, closed_period to tutti_app;
`;
