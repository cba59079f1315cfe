import { Migration } from "@mikro-orm/migrations";

/**
 * A month can be taken out of the ledger. What the rest still needs to know of it is kept: what it
 * counted towards settlements, and what balances by time of occurrence are made of.
 */
export class Migration0006DetachedMonths extends Migration {
  override up(): void {
    this.addSql(kept);
    this.addSql(keeping);
    this.addSql(detach);
    this.addSql(grants);
  }
}

const kept = `
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

-- What a bucket of account_total, which is not split, has of the entries of detached months.
create table detached_bucket (
  account_id bigint not null,
  level smallint not null,
  start timestamptz not null,
  amount numeric(40) not null,
  pending_debit numeric(40) not null,
  pending_credit numeric(40) not null,
  entries bigint not null,
  first_occurred_at timestamptz not null,
  last_occurred_at timestamptz not null,
  primary key (account_id, level, start)
);

create table detached_accrual (
  month date not null,
  account_id bigint not null,
  amount numeric(40) not null,
  primary key (month, account_id)
);
`;

const keeping = `
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
  from transaction t
  cross join lateral (
    select t.related_id is not null and t.kind in ('REVERSAL', 'ROLLBACK') as undoes) u
  cross join lateral (
    select u.undoes, case when u.undoes then t.id = last_reversal(t.related_id) end as completes) r
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

-- Of each entry that is detached, what balances by time of occurrence need to know of it.
create function keep_month_buckets(of_month date) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
begin
  insert into detached_bucket as kept
  select e.account_id, b.level, b.start, sum(e.amount),
    sum(case when m.debit_account_id = e.account_id then p.moved else 0 end),
    sum(case when m.debit_account_id = e.account_id then 0 else p.moved end),
    count(*), min(e.occurred_at), max(e.occurred_at)
  from entry e join transfer m on m.id = e.transfer_id
  cross join lateral (select case m.kind when 'POST' then 0 when 'HOLD' then m.amount_minor
    else -m.amount_minor end as moved) p
  join account_total b on b.account_id = e.account_id and not b.split and b.start = date_bin(
    (array['32 days', '1 day', '1 hour', '1 minute', '1 second']::interval[])[b.level + 1],
    e.occurred_at, '0001-01-01Z')
  where e.transfer_id >= month_floor(of_month)
    and e.transfer_id < month_floor(of_month + interval '1 month')
  group by e.account_id, b.level, b.start
  on conflict (account_id, level, start) do update set amount = kept.amount + excluded.amount,
    pending_debit = kept.pending_debit + excluded.pending_debit,
    pending_credit = kept.pending_credit + excluded.pending_credit,
    entries = kept.entries + excluded.entries,
    first_occurred_at = least(kept.first_occurred_at, excluded.first_occurred_at),
    last_occurred_at = greatest(kept.last_occurred_at, excluded.last_occurred_at);
end $$;
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
  perform keep_month_buckets(month);
  perform lock_journal();
  execute format('alter table transaction detach partition %I', 'transaction' || suffix);
  execute format('alter table transfer detach partition %I', 'transfer' || suffix);
  execute format('alter table entry detach partition %I', 'entry' || suffix);
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
grant select on detached_total, detached_original, detached_bucket, detached_accrual to tutti_app;
`;
