import { Migration } from "@mikro-orm/migrations";

/** People with accounts of the hub's or of a provider, and their sessions. */
export class Migration0016People extends Migration {
  override up(): void {
    this.addSql(people);
    this.addSql(sessions);
    this.addSql("grant select, insert, update on person, session to tutti_app;");
  }
}

const people = `
create table person (
  id uuid primary key,
  email text not null check (length(email) between 3 and 255),
  name text not null check (length(name) between 1 and 100),
  state text not null check (state in ('ACTIVE', 'DISABLED')),
  -- argon2id; null where a provider signs them in
  password_hash text,
  must_change_password boolean not null,
  -- the secret of codes is derived from the hub's own and this number
  totp_number integer not null check (totp_number >= 0),
  totp_confirmed_at timestamptz,
  -- the newest step whose code was used: none is good twice
  totp_last_step bigint,
  failed_sign_ins integer not null check (failed_sign_ins >= 0),
  locked_until timestamptz,
  -- whom an OpenID provider knows them as
  issuer text,
  subject text,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  constraint person_provider check ((issuer is null) = (subject is null))
);
create unique index person_email on person (lower(email));
create unique index person_subject on person (issuer, subject) where issuer is not null;
`;

const sessions = `
create table session (
  id uuid primary key,
  person_id uuid not null references person (id),
  token_hash bytea not null check (length(token_hash) = 32),
  method text not null check (method in ('PASSWORD', 'OIDC')),
  -- the roles that the provider's token named
  claimed_roles jsonb not null check (jsonb_typeof(claimed_roles) = 'array'),
  address text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_token unique (token_hash)
);
create index session_person on session (person_id) where ended_at is null;
`;
