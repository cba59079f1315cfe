import { Migration } from "@mikro-orm/migrations";

/**
 * The ledger. Transactions, transfers and entries are append-only and partitioned by month of their
 * time-ordered id; accounts, holds, positions and lanes are current state, always derivable from
 * them. There are no foreign keys or triggers on the hot tables: `tutti verify` proves what they
 * would.
 */
export class Migration0003Ledger extends Migration {
  override up(): void {
    this.addSql(accounts);
    this.addSql(journal);
    this.addSql(state);
    this.addSql(lanes);
    this.addSql(functions);
    this.addSql(grants);
  }
}

const accounts = `
create table account (
  id bigint generated always as identity primary key,
  partner_id uuid references partner (id),
  purpose text not null,
  reference text not null default '',
  currency text not null,
  normal_side text not null check (normal_side in ('DEBIT', 'CREDIT')),
  floor_minor bigint,
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
  -- counts changes of floor and state, so that a lane that cached the account notices them
  revision bigint not null default 0,
  -- credits less debits, so that all balances of a currency add up to zero
  balance bigint not null default 0,
  pending_debit bigint not null default 0 check (pending_debit >= 0),
  pending_credit bigint not null default 0 check (pending_credit >= 0),
  version bigint not null default 0,
  posted_at timestamptz not null default '-infinity',
  created_at timestamptz not null,
  constraint account_identity unique nulls not distinct (partner_id, purpose, currency, reference)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
create index account_currency on account (currency, id);
`;

const journal = `
create table transaction (
  id uuid not null,
  partner_id uuid,
  external_id text not null,
  kind text not null,
  type text not null,
  direction text not null check (direction in ('IN', 'OUT', 'NONE')),
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null,
  occurred_at timestamptz not null,
  posted_at timestamptz not null,
  lane smallint not null,
  block bigint not null,
  counterparty text,
  reference text,
  document_id uuid,
  related_id uuid,
  details text,
  primary key (id)
) partition by range (id);
create index transaction_partner on transaction (partner_id, posted_at, id);

create table transfer (
  id uuid not null,
  transaction_id uuid not null,
  kind text not null check (kind in ('POST', 'HOLD', 'CAPTURE', 'VOID')),
  code text not null,
  debit_account_id bigint not null,
  debit_version bigint not null,
  credit_account_id bigint not null check (credit_account_id <> debit_account_id),
  credit_version bigint not null,
  amount_minor bigint not null check (amount_minor > 0),
  primary key (id)
) partition by range (id);
create index transfer_transaction on transfer (transaction_id);

create table entry (
  account_id bigint not null,
  version bigint not null,
  transfer_id uuid not null,
  amount bigint not null,
  balance_after bigint not null,
  pending_debit_after bigint not null,
  pending_credit_after bigint not null,
  occurred_at timestamptz not null,
  posted_at timestamptz not null,
  primary key (account_id, version, transfer_id)
) partition by range (transfer_id);
create index entry_occurred on entry (account_id, occurred_at);

-- One row for each external id ever accepted: the key is a hash of partner and external id.
create table transaction_identity (
  key uuid primary key,
  content_hash uuid not null,
  transaction_id uuid not null
);
`;

const state = `
create table hold (
  id uuid primary key,
  partner_id uuid,
  debit_account_id bigint not null,
  credit_account_id bigint not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  captured_minor bigint not null default 0 check (captured_minor between 0 and amount_minor),
  state text not null check (state in ('PENDING', 'CAPTURED', 'VOIDED', 'EXPIRED')),
  expires_at timestamptz
) with (fillfactor = 80);
create index hold_due on hold (expires_at) where state = 'PENDING' and expires_at is not null;

create table reversal_total (
  transaction_id uuid primary key,
  reversed_minor bigint not null check (reversed_minor > 0)
);

-- What the ledger refused, with its reason and the content as it was asked for.
create table refused_transaction (
  id uuid primary key,
  partner_id uuid,
  external_id text not null,
  code text not null,
  reason text not null,
  content text not null,
  refused_at timestamptz not null
);
create index refused_transaction_partner on refused_transaction (partner_id, id);

create table position (
  contract_id uuid not null,
  period_start timestamptz not null,
  version bigint not null default 0,
  inputs jsonb not null default '{}',
  accrued_minor bigint not null default 0,
  primary key (contract_id, period_start)
) with (fillfactor = 50);

-- One row: the number of changes ever made to contracts. A batch that accrues checks it is current.
create table terms_revision (
  id boolean primary key default true check (id),
  revision bigint not null default 0
);
insert into terms_revision default values;
`;

const lanes = `
create table lane (
  id smallint primary key,
  sequence bigint not null default 0,
  hash bytea not null
);

-- A block is what one batch committed: a link of its lane's hash chain and the feed row at once.
create table block (
  lane smallint not null,
  sequence bigint not null,
  posted_at timestamptz not null,
  first_id uuid not null,
  last_id uuid not null,
  transactions integer not null,
  transfers integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (lane, sequence)
);
create index block_first_id on block (first_id);

create table verified_block (
  lane smallint primary key,
  sequence bigint not null,
  hash bytea not null,
  verified_at timestamptz not null
);
`;

const functions = `
create function refuse_stale(reason text) returns boolean language plpgsql as $$
begin
  raise exception using errcode = 'TU001', message = 'stale ' || reason;
end $$;

-- The lower bound of the UUIDv7 ids of a moment: its milliseconds, then zeros (RFC 9562).
create function month_floor(at timestamptz) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;
`;

const grants = `
grant select, insert on transaction, transfer, entry, transaction_identity, block to tutti_app;
grant select, insert on refused_transaction to tutti_app;
grant select, insert, update
  on account, hold, reversal_total, position, lane, verified_block to tutti_app;
grant select, update on terms_revision to tutti_app;
grant execute on function refuse_stale, month_floor to tutti_app;
`;
