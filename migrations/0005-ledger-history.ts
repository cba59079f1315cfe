import { Migration } from "@mikro-orm/migrations";

/**
 * What keeps a long history usable: monthly partitions made ahead and detached when old, totals of
 * entries by time of occurrence, and how far the ledger has been verified.
 */
export class Migration0005LedgerHistory extends Migration {
  override up(): void {
    this.addSql(links);
    this.addSql(totals);
    this.addSql(verified);
    this.addSql(detached);
    this.addSql(ensure);
    this.addSql(detach);
    this.addSql(grants);
  }
}

/** What is linked to another: captures to their hold, reversals to their original. */
const links = `
create index transaction_related on transaction (related_id, id) where related_id is not null;
-- Rollbacks that came before their debits.
create index transaction_identity_mark on transaction_identity (transaction_id)
  where content_hash = '00000000-0000-0000-0000-000000000000';
`;

const totals = `
-- Sums of an account's entries by time of occurrence: a tree whose levels are buckets of 32 days,
-- a day, an hour, a minute and a second. A bucket has buckets of the next level beneath it once it
-- has many entries, so that the entries of one bucket at the end of the tree are few.
create table account_total (
  account_id bigint not null,
  level smallint not null check (level between 0 and 4),
  start timestamptz not null,
  -- in another order than they were posted, entries may add up to more than a balance ever can
  amount numeric(40) not null,
  pending_debit numeric(40) not null,
  pending_credit numeric(40) not null,
  entries bigint not null check (entries > 0),
  split boolean not null,
  primary key (account_id, level, start)
) with (fillfactor = 70);

-- The account's entries up to this version are in its totals.
create table account_rollup (
  account_id bigint primary key,
  version bigint not null
) with (fillfactor = 70);

-- The accounts that the lane's blocks touched, up to this one, have been rolled up that far.
create table lane_rollup (
  lane smallint primary key,
  sequence bigint not null
);
`;

const verified = `
-- The positions as they were recomputed when the blocks of verified_block were verified.
create table verified_position (
  contract_id uuid not null,
  period_start timestamptz not null,
  inputs jsonb not null,
  accrued_minor bigint not null,
  primary key (contract_id, period_start)
);
`;

const detached = `
create table detached_month (
  month date primary key,
  transactions bigint not null,
  transfers bigint not null,
  entries bigint not null,
  detached_at timestamptz not null default now()
);

-- What a detached month counted towards settlements. A quarter of an hour lies in one settlement
-- period whole, in any time zone there is.
create table detached_total (
  month date not null,
  partner_id uuid not null,
  currency text not null,
  type text not null,
  direction text not null,
  quarter_hour timestamptz not null,
  amount numeric(40) not null,
  count bigint not null,
  primary key (month, partner_id, currency, type, direction, quarter_hour)
);

-- Transactions of detached months of which something was reversed.
create table detached_original (
  transaction_id uuid primary key,
  amount_minor bigint not null
);

create table detached_accrual (
  month date not null,
  account_id bigint not null,
  amount numeric(40) not null,
  primary key (month, account_id)
);
`;

/** Attaching lets posting go on, where `create table ... partition of` would make it wait. */
const ensure = `
-- Monthly partitions from the month of $1 on, $2 of them; safe to call at any time, by any node.
create function ensure_partitions(start timestamptz, months integer) returns void
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  begins timestamptz;
  parent text;
  partition text;
begin
  perform pg_advisory_xact_lock(hashtext('tutti.partitions'));
  for i in 0 .. months - 1 loop
    begins := date_trunc('month', start) + make_interval(months => i);
    continue when exists (select from detached_month d where d.month = begins::date);
    foreach parent in array array['transaction', 'transfer', 'entry'] loop
      partition := parent || to_char(begins, '_YYYY_MM');
      continue when to_regclass(partition) is not null;
      execute format('create table %I (like %I including all)', partition, parent);
      execute format('alter table %I attach partition %I for values from (%L) to (%L)',
        parent, partition, month_floor(begins), month_floor(begins + interval '1 month'));
    end loop;
  end loop;
end $$;

-- The months that have partitions, by their first days.
create function attached_months() returns setof date language sql stable
set search_path = public, pg_temp as $$
  select to_date(right(c.relname, 7), 'YYYY_MM')
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'entry'::regclass and not i.inhdetachpending order by 1
$$;

select ensure_partitions(now() - interval '1 month', 5);
`;

const detach = `
-- Takes the oldest month out of the ledger, all three tables at once; they stay as tables of their
-- own, to be archived and dropped. It must be over, verified and rolled up: afterwards it can be
-- neither. A day's margin covers hubs whose clocks disagree at the turn of the month.
create function detach_month(month date) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  ends timestamptz := month + interval '1 month';
  settled uuid := month_floor(ends + interval '1 day');
  suffix text := to_char(month, '_YYYY_MM');
begin
  perform pg_advisory_xact_lock(hashtext('tutti.partitions'));
  if month is distinct from (select min(m) from attached_months() m) then
    raise exception 'month % is not the oldest one attached', suffix using errcode = 'TU002';
  elsif ends + interval '1 day' > now() then
    raise exception 'month % is not over', suffix using errcode = 'TU002';
  elsif exists (select from lane l left join verified_block v on v.lane = l.id
      join block b on b.lane = l.id and b.sequence = coalesce(v.sequence, 0) + 1
      where b.first_id < settled) then
    raise exception 'month % is not verified', suffix using errcode = 'TU002';
  elsif exists (select from lane l left join lane_rollup r on r.lane = l.id
      join block b on b.lane = l.id and b.sequence = coalesce(r.sequence, 0) + 1
      where b.first_id < settled) then
    raise exception 'month % is not rolled up', suffix using errcode = 'TU002';
  end if;
  perform keep_month_totals(month);
  perform lock_journal();
  execute format('alter table transaction detach partition %I', 'transaction' || suffix);
  execute format('alter table transfer detach partition %I', 'transfer' || suffix);
  execute format('alter table entry detach partition %I', 'entry' || suffix);
end $$;

-- The reversal that undid the last of a transaction; null while something of it is left.
create function last_reversal(original uuid) returns uuid language sql stable
set search_path = public, pg_temp as $$
  select t.id from transaction t join transfer m on m.transaction_id = t.id
  where t.related_id = original and t.kind in ('REVERSAL', 'ROLLBACK') and (
      select v.reversed_minor from reversal_total v where v.transaction_id = original)
    = coalesce((select o.amount_minor from transaction o where o.id = original),
      (select o.amount_minor from detached_original o where o.transaction_id = original))
  order by m.debit_version desc limit 1
$$;

create function keep_month_totals(of_month date) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  lower uuid := month_floor(of_month);
  upper uuid := month_floor(of_month + interval '1 month');
begin
  insert into detached_month (month, transactions, transfers, entries) select of_month,
    (select count(*) from transaction where id >= lower and id < upper),
    (select count(*) from transfer where id >= lower and id < upper),
    (select count(*) from entry where transfer_id >= lower and transfer_id < upper);
  insert into detached_original
  select v.transaction_id, t.amount_minor from reversal_total v join transaction t
    on t.id = v.transaction_id where t.id >= lower and t.id < upper;
  -- a reversal takes away what its original counted, and its count with the last of it
  insert into detached_total
  select of_month, t.partner_id, t.currency, t.type,
    case when not r.undoes then t.direction when t.direction = 'IN' then 'OUT' else 'IN' end,
    date_bin('15 minutes', t.occurred_at, '0001-01-01Z'),
    sum(case when r.undoes then -t.amount_minor else t.amount_minor end),
    sum(case when not r.undoes then 1 when r.completes then -1 else 0 end)
  from transaction t cross join lateral (
    select t.related_id is not null and t.kind in ('REVERSAL', 'ROLLBACK') as undoes,
      t.id = last_reversal(t.related_id) as completes) r
  where t.id >= lower and t.id < upper and t.partner_id is not null and t.direction <> 'NONE'
    and t.kind not in ('HOLD', 'VOID') and t.amount_minor > 0
  group by 2, 3, 4, 5, 6;
  -- accruals go with the transactions that caused them, which may be some milliseconds older
  insert into detached_accrual
  select of_month, s.account_id, sum(s.amount)
  from transaction t join transfer m on m.transaction_id = t.id and m.code = 'ACCRUAL'
    and m.id >= lower and m.id < month_floor(of_month + interval '1 month 1 day')
  cross join lateral (values (m.debit_account_id, -m.amount_minor::numeric),
    (m.credit_account_id, m.amount_minor::numeric)) s (account_id, amount)
  where t.id >= lower and t.id < upper and t.direction <> 'NONE' group by 2;
end $$;

-- Detaching needs these locks for a moment. Whoever waits for one makes all others wait behind it:
-- so each attempt is short, and between two of them posting goes on.
create function lock_journal() returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  for attempt in 1 .. 100 loop
    begin
      perform set_config('lock_timeout', '100ms', true);
      lock table transaction, transfer, entry in access exclusive mode;
      return;
    exception when lock_not_available then
      perform pg_sleep(0.2);
    end;
  end loop;
  raise exception 'the ledger is read all the time; try again later' using errcode = '55P03';
end $$;
`;

const grants = `
grant select, insert, update on account_total, account_rollup, lane_rollup to tutti_app;
grant select, insert, update on verified_position to tutti_app;
grant select on detached_month, detached_total, detached_original, detached_accrual to tutti_app;
grant execute on function ensure_partitions, attached_months to tutti_app;
`;
