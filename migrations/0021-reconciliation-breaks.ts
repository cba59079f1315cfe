import { Migration } from "@mikro-orm/migrations";

/** Differences between partners' statements and the ledger, and what people decided about them. */
export class Migration0021ReconciliationBreaks extends Migration {
  override up(): void {
    this.addSql(breaks);
    this.addSql(grants);
  }
}

const breaks = `
-- Breaks that have one cause.
create table break_group (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  cause text not null,
  -- what makes it the same cause again, such as the minutes by which a clock is off
  cause_key text not null,
  explanation text not null,
  proposal text not null,
  found_at timestamptz not null,
  constraint break_group_identity unique (partner_id, cause, cause_key)
);

create table reconciliation_break (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  subject text not null check (subject in ('ITEM', 'BALANCE', 'CONTINUITY', 'POSITION')),
  kind text not null check (kind in ('MISMATCHED', 'MISSING_OURS', 'MISSING_THEIRS', 'DUPLICATE')),
  state text not null check (state in ('OPEN', 'WAITING', 'PROPOSED', 'RESOLVED')),
  account text not null,
  currency text not null,
  day date not null,
  line_id uuid,
  transaction_id uuid,
  statement_id uuid,
  -- theirs less ours
  difference_minor bigint not null,
  fields jsonb not null check (jsonb_typeof(fields) = 'array'),
  proposal text not null,
  group_id uuid references break_group (id),
  opened_at timestamptz not null,
  wait_until timestamptz,
  resolved_at timestamptz,
  version integer not null check (version > 0),
  constraint reconciliation_break_identity
    unique nulls not distinct (partner_id, subject, line_id, transaction_id, statement_id)
);
create index reconciliation_break_partner on reconciliation_break (partner_id, id);
create index reconciliation_break_open on reconciliation_break (partner_id, kind, id)
  where state <> 'RESOLVED';
create index reconciliation_break_group on reconciliation_break (group_id)
  where group_id is not null;

-- What was decided about a break; several rows where it waited first, or was refused.
create table break_resolution (
  id uuid primary key,
  break_id uuid not null references reconciliation_break (id),
  action text not null check (action in ('ADJUST', 'WAIT', 'ACCEPT', 'REVERSE', 'WRITE_OFF',
    'MATCHED_LATER')),
  -- POSTING: decided, and its transfer is on its way
  state text not null check (state in ('PROPOSED', 'REFUSED', 'POSTING', 'DONE', 'FAILED')),
  amount_minor bigint not null,
  currency text not null,
  reason text not null,
  wait_until timestamptz,
  decided_by text not null,
  decided_by_id text not null,
  decided_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  transaction_id uuid,
  failure text
);
create index break_resolution_break on break_resolution (break_id, id);
create index break_resolution_posting on break_resolution (id) where state = 'POSTING';
`;

const grants = `
grant select, insert, update on break_group, reconciliation_break, break_resolution to tutti_app;
`;
