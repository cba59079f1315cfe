import { Migration } from "@mikro-orm/migrations";

/**
 * Settlements: one for each contract and period, what was frozen when it closed, every step that it
 * took, what people corrected, how it is paid.
 */
export class Migration0009Settlements extends Migration {
  override up(): void {
    this.addSql(settlements);
    this.addSql(moves);
    this.addSql(payouts);
    this.addSql(grants);
  }
}

const settlements = `
create table settlement (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  contract_id uuid not null references contract (id),
  currency text not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  period_start timestamptz not null,
  period_end timestamptz not null check (period_end > period_start),
  -- the moment from which it is closed by itself
  closes_at timestamptz not null,
  -- the day on which it is paid, and the money becomes available
  due_on date not null,
  state text not null check (state in ('OPEN', 'CLOSING', 'CLOSED', 'RECONCILED', 'APPROVED',
    'PAYOUT_SCHEDULED', 'IN_PAYOUT', 'PAID_OUT', 'WITHHELD', 'DISPUTED')),
  -- how often its closing was begun: what is frozen belongs to the newest
  closing integer not null default 0 check (closing >= 0),
  -- frozen when it closed; corrections are of earlier periods, adjustments go on until it is paid
  position_version bigint,
  chain_heads jsonb,
  components jsonb,
  payable_minor bigint,
  brought_forward_minor bigint,
  corrections_minor bigint,
  adjustments_minor bigint not null default 0,
  when_negative text check (when_negative in ('CARRY_FORWARD', 'COLLECT')),
  due_minor bigint,
  carried_forward_minor bigint,
  -- settlements that are paid as one have one of these
  netting_id uuid,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint settlement_period unique (contract_id, period_start),
  constraint settlement_frozen_when_closed check (state in ('OPEN', 'CLOSING') or
    (position_version is not null and components is not null and payable_minor is not null
      and brought_forward_minor is not null and corrections_minor is not null
      and due_minor is not null and carried_forward_minor is not null and closed_at is not null))
);
create index settlement_partner on settlement (partner_id, id);
create index settlement_state on settlement (state, due_on, id);
create index settlement_closes on settlement (closes_at) where state in ('OPEN', 'CLOSING');
create index settlement_due on settlement (due_on, id);
create index settlement_netting on settlement (netting_id) where netting_id is not null;
`;

const moves = `
-- Each step that a settlement took, and the figures before and after it. Never changed.
create table settlement_transition (
  settlement_id uuid not null references settlement (id),
  sequence integer not null check (sequence > 0),
  from_state text not null,
  to_state text not null,
  permission text not null,
  reason text,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  before jsonb not null,
  after jsonb not null,
  primary key (settlement_id, sequence)
);
create index settlement_transition_actor on settlement_transition (actor_id);

-- What late transactions changed in an earlier period, paid with this settlement.
create table settlement_correction (
  settlement_id uuid not null references settlement (id),
  closing integer not null,
  about_id uuid not null references settlement (id),
  position_version bigint not null,
  amount_minor bigint not null check (amount_minor <> 0),
  primary key (settlement_id, closing, about_id)
);
create index settlement_correction_about on settlement_correction (about_id);

create table adjustment (
  id uuid primary key,
  settlement_id uuid not null references settlement (id),
  -- positive is owed to the partner
  amount_minor bigint not null check (amount_minor <> 0),
  currency text not null,
  reason text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null
);
create index adjustment_settlement on adjustment (settlement_id, id);

-- Money that a command decided to move: written with the decision, posted by the ledger's engine
-- once, under this id. A transfer that waits after a crash is posted by the next who looks.
create table settlement_transfer (
  id uuid primary key,
  settlement_id uuid not null references settlement (id),
  cause_id uuid not null,
  code text not null,
  debit jsonb not null,
  credit jsonb not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  occurred_at timestamptz not null,
  state text not null check (state in ('WAITING', 'POSTED', 'REFUSED')),
  transaction_id uuid,
  refusal text
);
create index settlement_transfer_cause on settlement_transfer (cause_id);
create index settlement_transfer_settlement on settlement_transfer (settlement_id);
create index settlement_transfer_waiting on settlement_transfer (id) where state <> 'POSTED';
`;

const payouts = `
-- Where a partner is paid. A new one takes the place of the one before, which stays on record.
create table payout_account (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  currency text not null,
  holder_name text not null,
  scheme text not null check (scheme in ('IBAN', 'DOMESTIC')),
  -- of the bank: its BIC, or the code that it has in a clearing system
  bic text,
  clearing_system text,
  bank_code text check ((bank_code is null) = (clearing_system is null)),
  -- as written, unless number_key names the key that it is encrypted with
  number text not null,
  number_key text,
  number_masked text not null,
  state text not null check (state in ('ACTIVE', 'REPLACED')),
  created_by text not null,
  created_at timestamptz not null,
  replaced_at timestamptz
);
create unique index payout_account_active on payout_account (partner_id, currency)
  where state = 'ACTIVE';
create index payout_account_partner on payout_account (partner_id, id);

-- One file for the bank: what is due in a currency.
create table payout_run (
  id uuid primary key,
  currency text not null,
  execute_on date not null,
  message_id text not null,
  debtor jsonb not null,
  file text not null,
  file_sha256 bytea not null check (length(file_sha256) = 32),
  payouts integer not null check (payouts > 0),
  total_minor bigint not null check (total_minor > 0),
  actor_id text not null,
  created_at timestamptz not null,
  constraint payout_run_message unique (message_id)
);

-- What a bank said of a run, as it came: the same report again changes nothing.
create table payout_report (
  sha256 bytea primary key check (length(sha256) = 32),
  message_id text not null,
  content text not null,
  actor_id text not null,
  received_at timestamptz not null
);

create table payout (
  id uuid primary key,
  run_id uuid not null references payout_run (id),
  partner_id uuid not null references partner (id),
  payout_account_id uuid not null references payout_account (id),
  -- by which the bank calls it
  end_to_end_id text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  due_on date not null,
  state text not null check (state in ('IN_PAYOUT', 'PAID_OUT', 'FAILED')),
  bank_status text,
  bank_reason text,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint payout_end_to_end unique (end_to_end_id)
);
create index payout_partner on payout (partner_id, id);
create index payout_of_run on payout (run_id, id);

-- The settlements that a payout pays; what one partner owes takes from what it is owed.
create table payout_share (
  payout_id uuid not null references payout (id),
  settlement_id uuid not null references settlement (id),
  amount_minor bigint not null,
  primary key (payout_id, settlement_id)
);
create index payout_share_settlement on payout_share (settlement_id);
`;

const grants = `
grant select, insert, update on settlement, settlement_transfer, payout_account, payout
  to tutti_app;
grant select, insert on settlement_transition, settlement_correction, adjustment, payout_run,
  payout_report, payout_share to tutti_app;
`;
