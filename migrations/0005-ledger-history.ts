import { Migration } from "@mikro-orm/migrations";

/**
 * What keeps a long history usable: monthly partitions made ahead, totals of entries by time of
 * occurrence, and how far the ledger has been verified.
 */
export class Migration0005LedgerHistory extends Migration {
  override up(): void {
    this.addSql(links);
    this.addSql(totals);
    this.addSql(verified);
    this.addSql(detached);
    this.addSql(ensure);
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

const grants = `
grant select, insert, update on account_total, account_rollup, lane_rollup to tutti_app;
grant select, insert, update on verified_position to tutti_app;
grant select on detached_month to tutti_app;
grant execute on function ensure_partitions, attached_months to tutti_app;
`;
