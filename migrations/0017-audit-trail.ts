import { Migration } from "@mikro-orm/migrations";

/**
 * The trail also has sign-ins and readings of what is sensitive, says about which partner, why and
 * what changed, and cannot be changed even where a grant went wrong.
 */
export class Migration0017AuditTrail extends Migration {
  override up(): void {
    this.addSql(columns);
    this.addSql(appendOnly);
  }
}

const columns = `
alter table audit_event
  add column kind text not null default 'COMMAND'
    check (kind in ('COMMAND', 'SIGN_IN', 'READING')),
  add column partner_id uuid,
  add column reason text,
  -- rows before and after, what is sensitive masked
  add column changes jsonb;
create index audit_event_partner on audit_event (partner_id, sequence)
  where partner_id is not null;
create index audit_event_at on audit_event (at, sequence);
create index audit_event_refused on audit_event (sequence) where outcome <> 'DONE';
`;

const appendOnly = `
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_event_append_only
  before update or delete or truncate on audit_event
  for each statement execute function refuse_audit_change();
`;
