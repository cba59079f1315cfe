import { Migration } from "@mikro-orm/migrations";

/** Partners have endpoints of their own that are told of what happens to them, from the log. */
export class Migration0011Webhooks extends Migration {
  override up(): void {
    this.addSql(endpoints);
    this.addSql(feed);
    this.addSql(messages);
    this.addSql(attempts);
    this.addSql(grants);
  }
}

const endpoints = `
create table webhook_endpoint (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  url text not null check (length(url) between 1 and 2048),
  description text not null check (length(description) <= 200),
  event_kinds jsonb not null check (jsonb_typeof(event_kinds) = 'array'),
  state text not null check (state in ('ACTIVE', 'PAUSED')),
  -- its secret is derived from the hub's own and this number: no table holds it
  secret_number integer not null check (secret_number > 0),
  previous_secret_until timestamptz,
  version integer not null check (version > 0),
  created_at timestamptz not null
);
create index webhook_endpoint_partner on webhook_endpoint (partner_id, id);
`;

/** How far the log has been made into messages; who changes it has its row's lock. */
const feed = `
create table webhook_feed (
  is_feed boolean primary key default true check (is_feed),
  -- for each lane the last block; null until there is an endpoint
  positions jsonb check (jsonb_typeof(positions) = 'object')
);
insert into webhook_feed default values;
`;

const messages = `
create table webhook_message (
  id uuid primary key,
  -- the order of the log: given under the lock of the feed's row
  position bigint generated always as identity,
  endpoint_id uuid not null references webhook_endpoint (id),
  kind text not null,
  -- what it is about: messages about one subject are delivered in their order
  subject text not null,
  body text not null,
  state text not null check (state in ('PENDING', 'DELIVERED', 'DEAD')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  created_at timestamptz not null
);
create index webhook_message_due on webhook_message (endpoint_id, next_attempt_at)
  where state = 'PENDING';
create index webhook_message_subject on webhook_message (endpoint_id, subject, position)
  where state = 'PENDING';
create index webhook_message_endpoint on webhook_message (endpoint_id, position);
`;

const attempts = `
create table webhook_attempt (
  message_id uuid not null references webhook_message (id),
  number integer not null,
  at timestamptz not null,
  duration_ms integer not null,
  -- the receiver's answer, or why there was none
  status integer,
  failure text,
  primary key (message_id, number)
);
`;

const grants = `
grant select, insert, update on webhook_endpoint, webhook_message to tutti_app;
grant select, update on webhook_feed to tutti_app;
grant select, insert on webhook_attempt to tutti_app;
`;
