import { Migration } from "@mikro-orm/migrations";

/** How long what is kept, what is held beyond it, and what was removed. */
export class Migration0017Retention extends Migration {
  override up(): void {
    this.addSql(rules);
    this.addSql(holds);
    this.addSql(trail);
    this.addSql(grants);
  }
}

const rules = `
-- For how many days each kind is kept, where it differs from what the hub comes with.
create table retention_rule (
  kind text primary key,
  days integer not null check (days > 0),
  changed_by text not null,
  changed_at timestamptz not null
);
-- What the job removed each time.
create table retention_run (
  kind text not null,
  at timestamptz not null,
  cutoff timestamptz not null,
  removed integer not null,
  primary key (kind, at)
);
create index webhook_message_created on webhook_message (created_at);
create index command_claim_at on command_claim (claimed_at);
`;

const holds = `
-- What must be kept although its time is over: of a partner, or one document.
create table retention_hold (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  document_id uuid references document (id),
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  release_reason text,
  constraint retention_hold_released check ((released_at is null) = (release_reason is null))
);
create index retention_hold_partner on retention_hold (partner_id) where released_at is null;
create index retention_hold_document on retention_hold (document_id) where released_at is null;

-- Partners whose personal data were erased.
create table erasure (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  reason text not null,
  data_keys integer not null,
  erased_by text not null,
  erased_at timestamptz not null
);
create index erasure_partner on erasure (partner_id);
`;

/**
 * The one way in which rows leave the trail: from its beginning, after five years at the least. The
 * hash of the last one that left is kept, so that the rest can still be verified.
 */
const trail = `
create table audit_checkpoint (
  sequence bigint primary key,
  hash bytea not null,
  at timestamptz not null
);
create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('tutti.retiring', true) = 'on' then
    return null;
  end if;
  raise exception 'The audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
create function retire_audit_events(cutoff timestamptz) returns bigint language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  last_row audit_event;
  removed bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit_event', 0));
  -- up to the first row that is not old enough: a later one that says it is old counts for nothing
  select * into last_row from audit_event where sequence < coalesce(
    (select min(sequence) from audit_event where at >= least(cutoff, now() - interval '5 years')),
    (select max(sequence) + 1 from audit_event)) order by sequence desc limit 1;
  if not found then return 0; end if;
  insert into audit_checkpoint (sequence, hash, at)
  values (last_row.sequence, last_row.hash, now());
  perform set_config('tutti.retiring', 'on', true);
  delete from audit_event where sequence <= last_row.sequence;
  get diagnostics removed = row_count;
  perform set_config('tutti.retiring', 'off', true);
  return removed;
end $$;
revoke execute on function retire_audit_events from public;
`;

const grants = `
grant execute on function retire_audit_events to tutti_app;
grant select on audit_checkpoint to tutti_app;
grant select, insert, update on retention_rule, retention_hold to tutti_app;
grant select, insert on retention_run, erasure to tutti_app;
grant delete on webhook_message, webhook_attempt, command_claim to tutti_app;
`;
