import { Migration } from "@mikro-orm/migrations";

/**
 * Statements: signed, numbered, never changed. One is made for each state of a settlement's
 * figures, and the next one says which it stands for.
 */
export class Migration0011Statements extends Migration {
  override up(): void {
    this.addSql(keys);
    this.addSql(statements);
    this.addSql(subtrees);
    this.addSql(grants);
  }
}

const keys = `
-- The public halves of the signing keys; old ones stay, because what they signed does.
create table statement_key (
  number integer primary key check (number > 0),
  id text not null,
  x text not null,
  created_at timestamptz not null,
  constraint statement_key_id unique (id)
);
`;

const statements = `
create table statement (
  id uuid primary key,
  settlement_id uuid not null references settlement (id),
  partner_id uuid not null references partner (id),
  contract_id uuid not null references contract (id),
  number text not null,
  revision integer not null check (revision > 0),
  replaces_id uuid references statement (id),
  -- of which figures of the settlement: its closing, and how many adjustments it had
  closing integer not null,
  adjustments integer not null check (adjustments >= 0),
  currency text not null,
  first_day date not null,
  last_day date not null,
  due_on date not null,
  due_minor bigint not null,
  transactions bigint not null check (transactions >= 0),
  issued_at timestamptz not null,
  key_id text not null references statement_key (id),
  -- the signed statement in its canonical form, and the hash of exactly these bytes
  content text not null,
  sha256 bytea not null check (sha256 = sha256(convert_to(content, 'UTF8'))),
  constraint statement_number unique (number),
  constraint statement_revision unique (settlement_id, revision),
  constraint statement_figures unique (settlement_id, closing, adjustments)
);
create index statement_partner on statement (partner_id, id);
create index statement_contract on statement (contract_id, id);
`;

const subtrees = `
-- The full subtrees of a statement's Merkle tree, so that a proof reads one of them and not all.
create table statement_subtree (
  statement_id uuid not null references statement (id),
  number integer not null check (number >= 0),
  first_posted_at timestamptz not null,
  first_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  primary key (statement_id, number)
);
`;

const grants = `
grant select, insert on statement_key, statement, statement_subtree to tutti_app;
`;
