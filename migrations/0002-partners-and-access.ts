import { Migration } from "@mikro-orm/migrations";

/**
 * Partners and their contracts, who may come in, and the tunnel's claims, outbox and audit trail.
 */
export class Migration0002PartnersAndAccess extends Migration {
  override up(): void {
    this.addSql(partners);
    this.addSql(access);
    this.addSql(commands);
    this.addSql(grants);
  }
}

const partners = `
create table partner (
  id uuid primary key,
  code text not null,
  name text not null,
  kind text not null
    check (kind in ('GAME_PROVIDER', 'CREDIT_SUPPLIER', 'PAYMENT_VENDOR', 'SECURITY_VENDOR')),
  state text not null check (state in ('ACTIVE', 'ON_HOLD')),
  hold_reason text,
  held_at timestamptz,
  synthetic boolean not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  constraint partner_code unique (code),
  constraint partner_hold_says_why
    check ((state = 'ON_HOLD') = (hold_reason is not null and held_at is not null))
);

create table contract (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  code text not null,
  currency text not null,
  effective_from date not null,
  -- the last day on which it applies
  effective_to date check (effective_to >= effective_from),
  time_zone text not null,
  -- the same days as moments, the end excluded: what transactions are compared with
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  cycle text not null check (cycle in ('MONTHLY')),
  terms jsonb not null check (jsonb_typeof(terms) = 'array'),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  constraint contract_code unique (partner_id, code)
);
create index contract_in_force on contract (partner_id, currency, starts_at);
`;

const access = `
create table api_key (
  id uuid primary key,
  name text not null,
  -- how people tell keys apart
  prefix text not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  role text not null,
  -- the partner whose rows the key is limited to
  partner_id uuid references partner (id),
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  constraint api_key_secret unique (secret_hash)
);
create index api_key_partner on api_key (partner_id);

-- Random keys that the hub made for itself, such as the one that signs cursors.
create table hub_secret (
  name text primary key,
  value bytea not null,
  created_at timestamptz not null
);
`;

const commands = `
-- One row for each idempotency key under which a command was carried out, with its answer.
create table command_claim (
  actor_id text not null,
  idempotency_key text not null,
  command text not null,
  input_hash bytea not null,
  answer jsonb not null,
  claimed_at timestamptz not null,
  primary key (actor_id, idempotency_key)
);

-- Facts that are committed and not yet told; a row is deleted when it was.
create table outbox_event (
  id uuid primary key,
  name text not null,
  body jsonb not null,
  recorded_at timestamptz not null
);

-- Each row's hash covers the row and the hash before it, so that a changed trail is found.
create table audit_event (
  sequence bigint primary key check (sequence > 0),
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  channel text not null,
  address text,
  request_id text not null,
  command text not null,
  input_hash bytea not null,
  outcome text not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
  code text,
  facts jsonb not null,
  previous_hash bytea not null,
  hash bytea not null
);
create index audit_event_actor on audit_event (actor_id, sequence);
create index audit_event_command on audit_event (command, sequence);
`;

const grants = `
grant select, insert, update on partner, contract, api_key to tutti_app;
grant select, insert on hub_secret, command_claim, audit_event to tutti_app;
-- update is what a row lock needs
grant select, insert, update, delete on outbox_event to tutti_app;
`;
