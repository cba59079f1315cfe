import { Migration } from "@mikro-orm/migrations";

/** API keys with a part of their role, from certain addresses, and with two secrets for a while. */
export class Migration0016ApiKeys extends Migration {
  override up(): void {
    this.addSql(keys);
  }
}

const keys = `
alter table api_key
  -- the part of its role that it may use; null for all of it
  add column scopes jsonb check (jsonb_typeof(scopes) = 'array'),
  -- where it may be used from; everywhere when there are none
  add column ip_ranges jsonb not null default '[]' check (jsonb_typeof(ip_ranges) = 'array'),
  -- the secret by which it signs is derived from the hub's own and this number
  add column secret_number integer not null default 1 check (secret_number > 0),
  add column previous_secret_hash bytea check (length(previous_secret_hash) = 32),
  add column previous_secret_until timestamptz,
  add constraint api_key_previous_secret unique (previous_secret_hash),
  add constraint api_key_overlap
    check ((previous_secret_hash is null) = (previous_secret_until is null));
alter table api_key alter column ip_ranges drop default, alter column secret_number drop default;
`;
