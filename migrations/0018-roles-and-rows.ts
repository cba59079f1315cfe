import { Migration } from "@mikro-orm/migrations";

/**
 * tutti_app keeps the rights on tables and by itself sees no rows that are partners'; tutti_hub has
 * the same rights and acts for the hub as a whole; tutti_partner sees the rows of the partners in
 * `tutti.scope`, by default none. Which rows of which table are whose is one list, and is put into
 * force after each migration (row-security.queries.ts).
 */
export class Migration0018RolesAndRows extends Migration {
  override up(): void {
    for (const role of roles) this.addSql(role);
    this.addSql(scope);
    this.addSql(currency);
    // so that a login that only serves can see whether the schema is its own
    this.addSql("grant select on schema_migration to tutti_app");
    this.addSql("grant execute on function tutti_scope, account_currency to tutti_app");
  }
}

/** Another database of the cluster may make the roles, and grant them, at the same moment. */
const roles = ["tutti_hub", "tutti_partner"].map(
  (role) => `
do $$
begin
  create role ${role} nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not pg_has_role('${role}', 'tutti_app', 'usage') then
    grant tutti_app to ${role};
  end if;
exception when unique_violation then null;
end $$;
do $$
begin
  set local role ${role};
  reset role;
exception when insufficient_privilege then
  execute format('grant ${role} to %I', current_user);
end $$`,
);

/** Of a transaction in which nobody said whose rows it may see: those of nobody. */
const scope = `
create function tutti_scope() returns uuid[] language sql stable parallel safe
set search_path = pg_catalog as $$
  select string_to_array(coalesce(current_setting('tutti.scope', true), ''), ',')::uuid[]
$$`;

/**
 * Of the accounts at both ends of a transfer a partner sees its own; the currency is no secret.
 */
const currency = `
create function account_currency(account bigint) returns text language sql stable
security definer set search_path = public, pg_temp as $$
  select currency from account where id = $1
$$;
revoke execute on function account_currency from public`;
