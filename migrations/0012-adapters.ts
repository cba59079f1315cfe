import { Migration } from "@mikro-orm/migrations";

/** Adapters that are data, in versions, and which one reads what a source sends. */
export class Migration0012Adapters extends Migration {
  override up(): void {
    this.addSql(versions);
    this.addSql(activations);
    this.addSql(grants);
  }
}

const versions = `
-- A definition as it was drafted. Nothing of it ever changes: a correction is the next version.
create table adapter_version (
  id uuid primary key,
  adapter text not null check (adapter ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(adapter) <= 64),
  version integer not null check (version > 0),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  note text not null check (length(note) <= 500),
  drafted_by text not null,
  drafted_at timestamptz not null,
  constraint adapter_version_number unique (adapter, version)
);
`;

const activations = `
-- That an adapter became the one of a source; the newest row holds. Rolling back is another row.
create table adapter_activation (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  adapter text not null,
  -- of a drafted adapter; one that comes with the hub has the hub's version
  version integer check (version > 0),
  reason text not null check (length(reason) between 1 and 500),
  -- the activation that this one took back, if it is a roll-back
  rolls_back uuid references adapter_activation (id),
  activated_by text not null,
  activated_at timestamptz not null,
  foreign key (adapter, version) references adapter_version (adapter, version)
);
create index adapter_activation_partner on adapter_activation (partner_id, id);
`;

const grants = `
grant select, insert on adapter_version, adapter_activation to tutti_app;
`;
