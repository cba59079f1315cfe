import { Migration } from "@mikro-orm/migrations";

/** What a clock starts and what became of it, and what waits for a person. */
export class Migration0010Jobs extends Migration {
  override up(): void {
    this.addSql(jobs);
    this.addSql("grant select, insert, update on job, alert to tutti_app");
  }
}

const jobs = `
-- What a clock starts, once for each subject. pg-boss hands it to one node; this is its history.
create table job (
  id uuid primary key,
  kind text not null,
  subject text not null,
  partner_id uuid references partner (id),
  input jsonb not null,
  due_at timestamptz not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED')),
  attempts integer not null default 0,
  failure_code text,
  failure text,
  reason text,
  decided_by text,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint job_subject unique (kind, subject)
);
create index job_state on job (state, id);
create index job_due on job (due_at, id);

create table alert (
  id uuid primary key,
  kind text not null,
  subject text not null,
  partner_id uuid references partner (id),
  message text not null,
  state text not null check (state in ('RAISED', 'RESOLVED')),
  raised_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  resolution text,
  version integer not null check (version > 0)
);
-- one alert at a time says the same
create unique index alert_raised on alert (kind, subject) where state = 'RAISED';
create index alert_state on alert (state, id);
`;
