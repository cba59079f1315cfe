import { Migration } from "@mikro-orm/migrations";

/** What partners send as files: the bytes as they came, who brought them, what became of them. */
export class Migration0004Ingestion extends Migration {
  override up(): void {
    this.addSql(raw);
    this.addSql(documents);
    this.addSql(grants);
  }
}

const raw = `
-- Bytes as they arrived, kept before anybody reads them, found by what they are.
create table raw_document (
  sha256 bytea primary key check (length(sha256) = 32),
  -- as they arrived, before our own compression
  size_bytes bigint not null check (size_bytes >= 0),
  compression text not null check (compression in ('NONE', 'GZIP')),
  bytes bytea not null,
  stored_at timestamptz not null
);
-- They are compressed: Postgres need not try again.
alter table raw_document alter column bytes set storage external;

-- Each time that bytes arrived: what for, by whom, when and how. The same bytes may come often.
create table arrival (
  id uuid primary key,
  raw_sha256 bytea not null references raw_document (sha256),
  partner_id uuid not null references partner (id),
  adapter text not null,
  name text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  channel text not null,
  address text,
  request_id text not null,
  arrived_at timestamptz not null
);
create index arrival_raw on arrival (raw_sha256);
create index arrival_partner on arrival (partner_id, id);
`;

const documents = `
-- One file for an adapter: what arrived, or a member of the archive that arrived.
create table document (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  adapter text not null,
  -- of the file's own bytes, which in an archive are not those that arrived; of a member that could
  -- not be taken out, of the archive's hash and the member's name
  sha256 bytea not null check (length(sha256) = 32),
  -- the first one
  arrival_id uuid not null references arrival (id),
  name text not null,
  -- RECEIVED: not read yet; PARTIAL: not all of it is in the ledger, be it that posting was cut off
  -- or that the ledger refused some of it
  state text not null check (state in ('RECEIVED', 'POSTED', 'PARTIAL', 'REFUSED')),
  adapter_version text,
  format text,
  -- how the messages in it name themselves
  message_ids text[] not null default '{}',
  -- what it holds: transactions that move money, and rows that do not yet
  transactions integer not null default 0 check (transactions >= 0),
  unposted integer not null default 0 check (unposted >= 0),
  totals jsonb not null default '[]' check (jsonb_typeof(totals) = 'array'),
  -- what of it is in the ledger, and what the ledger refused, the first of these with their reasons
  posted integer not null default 0 check (posted >= 0),
  refused integer not null default 0 check (refused >= 0),
  refused_transactions jsonb not null default '[]'
    check (jsonb_typeof(refused_transactions) = 'array'),
  -- why the whole of it was refused
  refusal jsonb,
  received_at timestamptz not null,
  finished_at timestamptz,
  constraint document_identity unique (partner_id, adapter, sha256),
  constraint document_refusal_says_why check ((state = 'REFUSED') = (refusal is not null)),
  constraint document_holds_what_it_posted check (posted + refused <= transactions)
);
create index document_partner on document (partner_id, id);
create index document_arrival on document (arrival_id);
`;

const grants = `
grant select, insert on raw_document, arrival to tutti_app;
grant select, insert, update on document to tutti_app;
`;
