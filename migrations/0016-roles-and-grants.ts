import { Migration } from "@mikro-orm/migrations";

/** Roles of one's own, and who has which role: what was a column of API keys is a grant of it. */
export class Migration0016RolesAndGrants extends Migration {
  override up(): void {
    this.addSql(roles);
    this.addSql(roleGrants);
    this.addSql(rolesOfKeys);
    this.addSql(grants);
  }
}

const roles = `
create table own_role (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  description text not null check (length(description) <= 200),
  permissions jsonb not null check (jsonb_typeof(permissions) = 'array'),
  version integer not null check (version > 0),
  created_at timestamptz not null
);
create unique index own_role_name on own_role (lower(name));

-- What a role was before; its own row has what it is.
create table own_role_version (
  role_id uuid not null references own_role (id),
  version integer not null check (version > 0),
  permissions jsonb not null check (jsonb_typeof(permissions) = 'array'),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (role_id, version)
);
`;

const roleGrants = `
create table role_grant (
  id uuid primary key,
  holder_kind text not null check (holder_kind in ('API_KEY', 'PERSON')),
  holder_id uuid not null,
  -- a role of the hub's, or one's own
  role text,
  role_id uuid references own_role (id),
  -- the partners that it is limited to; null when it is not limited
  partner_ids jsonb check (jsonb_typeof(partner_ids) = 'array'),
  state text not null check (state in ('PENDING', 'ACTIVE', 'REFUSED', 'REVOKED')),
  reason text,
  requested_by text not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  -- who approved or refused it; null where nobody had to
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  constraint role_grant_has_one_role check ((role is null) <> (role_id is null))
);
create index role_grant_holder on role_grant (holder_id);
create index role_grant_role on role_grant (role_id) where role_id is not null;
`;

/** A grant of a key that is revoked is in force like any other: the key is not. */
const rolesOfKeys = `
insert into role_grant (id, holder_kind, holder_id, role, partner_ids, state, requested_by,
  requested_by_name, requested_at)
select gen_random_uuid(), 'API_KEY', id, role,
  case when partner_id is not null then jsonb_build_array(partner_id) end, 'ACTIVE',
  'system:migration', 'migration', created_at
from api_key;
`;

const grants = `
grant select, insert, update on own_role, role_grant to tutti_app;
grant select, insert on own_role_version to tutti_app;
`;
