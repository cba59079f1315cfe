import { Migration } from "@mikro-orm/migrations";

/** What partners say of the same money, and how it agrees with the ledger. */
export class Migration0019Reconciliation extends Migration {
  override up(): void {
    this.addSql(roles);
    this.addSql(statements);
    this.addSql(lines);
    this.addSql(work);
    this.addSql(grants);
  }
}

const roles = `
-- What documents of a kind are for, by partner and account; '' is any account.
create table document_role (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  adapter text not null,
  account text not null,
  role text not null check (role in ('POST', 'MATCH', 'BALANCE')),
  -- DEFAULT: the hub decided when the first document came
  origin text not null check (origin in ('DEFAULT', 'SET')),
  reason text not null,
  set_by text not null,
  set_at timestamptz not null,
  version integer not null check (version > 0),
  constraint document_role_identity unique (partner_id, adapter, account)
);

-- How a partner is reconciled; without a row it is not. Who works on a partner locks its row.
create table reconciliation_policy (
  partner_id uuid primary key references partner (id),
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),
  zone text not null,
  our_link text not null,
  their_link text not null,
  types text[],
  -- whether there is anything to hold against its transactions
  follows_ledger boolean not null,
  version integer not null check (version > 0),
  changed_by text not null,
  changed_at timestamptz not null,
  -- something arrived that was not looked at in full yet
  is_dirty boolean not null default true,
  -- when what waits becomes a break, if nothing arrives
  due_at timestamptz
);
`;

const statements = `
-- What of posted documents the ledger does not keep: their account, and the day that money counts.
create table document_account (
  document_id uuid primary key references document (id),
  account text not null
);
create table row_value_day (
  partner_id uuid not null,
  external_id text not null,
  account text not null,
  day date not null,
  primary key (partner_id, external_id)
);

create table partner_statement (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  document_id uuid not null references document (id),
  -- its place in the document
  ordinal integer not null,
  adapter text not null,
  role text not null check (role in ('POST', 'MATCH', 'BALANCE')),
  name text not null,
  account text not null,
  currency text,
  sequence text,
  is_interim boolean not null,
  first_day date,
  last_day date,
  opening_minor bigint,
  closing_minor bigint,
  -- net of what a position says was turned over; null where it says nothing
  turnover_minor bigint,
  lines integer not null,
  net_minor bigint not null,
  check_status text not null check (check_status in ('AGREES', 'DIFFERS', 'NOT_CHECKED')),
  difference_minor bigint,
  balances jsonb not null,
  -- of its lines, to find one that came twice under other names
  content_hash bytea not null,
  arrived_at timestamptz not null,
  -- lines that were held against the ledger so far; null where they are not
  matched_lines integer,
  is_checked boolean not null default false,
  constraint partner_statement_identity unique (document_id, ordinal)
);
create index partner_statement_chain on partner_statement (partner_id, account, currency, last_day);
create index partner_statement_partner on partner_statement (partner_id, id);
create index partner_statement_unmatched on partner_statement (partner_id, id)
  where matched_lines is not null and matched_lines < lines;
create index partner_statement_unchecked on partner_statement (partner_id, id)
  where not is_checked;
`;

const lines = `
create table statement_line (
  id uuid primary key,
  partner_id uuid not null,
  statement_id uuid not null,
  position integer not null,
  external_id text not null,
  occurred_at timestamptz not null,
  value_day date,
  -- with its sign, what comes in to us is positive
  amount_minor bigint not null,
  currency text not null,
  type text not null,
  counterparty text,
  reference text,
  bank_reference text,
  remittance text,
  constraint statement_line_identity unique (partner_id, external_id)
);
create index statement_line_statement on statement_line (statement_id, position);
`;

const work = `
-- How far the ledger's log was read; who reads on has its row's lock.
create table reconciliation_feed (
  is_feed boolean primary key default true check (is_feed),
  positions jsonb not null default '{}' check (jsonb_typeof(positions) = 'object')
);
insert into reconciliation_feed default values;

-- Both sides of what has no counterpart yet: our transactions, their lines.
create table open_item (
  partner_id uuid not null,
  side text not null check (side in ('OURS', 'THEIRS')),
  id uuid primary key,
  statement_id uuid,
  account text not null,
  currency text not null,
  amount_minor bigint not null,
  occurred_at timestamptz not null,
  day date not null,
  link text not null,
  counterparty text not null,
  related_id uuid,
  state text not null check (state in ('EXPECTED', 'MISSING_OURS', 'MISSING_THEIRS', 'DUPLICATE')),
  arrived_at timestamptz not null,
  wait_until timestamptz
) with (autovacuum_vacuum_scale_factor = 0.05);
create index open_item_key on open_item (partner_id, side, day, amount_minor);
create index open_item_link on open_item (partner_id, link) where link <> '';

-- One row for each pair; what belongs together without being pairs shares a group.
create table reconciliation_match (
  partner_id uuid not null,
  line_id uuid,
  transaction_id uuid,
  group_id uuid,
  rule text not null,
  state text not null check (state in ('MATCHED', 'MATCHED_WITH_TOLERANCE', 'MISMATCHED',
    'RESOLVED')),
  day date not null,
  amount_minor bigint not null,
  currency text not null,
  link text not null,
  differences jsonb,
  matched_at timestamptz not null
);
create index reconciliation_match_line on reconciliation_match (line_id);
create index reconciliation_match_transaction on reconciliation_match (transaction_id);
create index reconciliation_match_key on reconciliation_match (partner_id, day, amount_minor);

-- Our transactions by day and account, to be held against positions.
create table ledger_day (
  partner_id uuid not null,
  account text not null,
  currency text not null,
  day date not null,
  net_minor numeric(40) not null,
  transactions bigint not null,
  primary key (partner_id, account, currency, day)
) with (fillfactor = 70);

-- What one look at a partner came to; looks that change nothing leave no row.
create table reconciliation_run (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  trigger text not null check (trigger in ('ARRIVAL', 'DUE', 'COMMAND')),
  started_at timestamptz not null,
  finished_at timestamptz not null,
  transactions integer not null,
  lines integer not null,
  matched integer not null,
  with_tolerance integer not null,
  opened integer not null,
  resolved integer not null
);
create index reconciliation_run_partner on reconciliation_run (partner_id, id);
`;

const grants = `
grant select, insert, update on document_role, reconciliation_policy, document_account,
  row_value_day, partner_statement, ledger_day to tutti_app;
grant select, insert on statement_line, reconciliation_run to tutti_app;
grant select, insert, update on reconciliation_match to tutti_app;
grant select, insert, update, delete on open_item to tutti_app;
grant select, update on reconciliation_feed to tutti_app;
`;
