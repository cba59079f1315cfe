import type { Client, Pool } from "pg";
import { HUB_ROLE } from "./session-role.queries.js";

/** The advisory lock that a hub holds on its embedded Postgres while it lives. */
const HUB_LOCK = 7_788_001;

/** Takes the hub's lock for this session; false when another session holds it. */
export async function tryHubLock(client: Client): Promise<boolean> {
  const sql = "select pg_try_advisory_lock($1) as won";
  const { rows } = await client.query<{ won: boolean }>(sql, [HUB_LOCK]);
  return rows[0]?.won === true;
}

/** The application name of the session that holds the hub's lock. */
export async function hubLockHolder(client: Client): Promise<string | undefined> {
  const sql = `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.objid = $1 and l.granted`;
  const { rows } = await client.query<{ name: string }>(sql, [HUB_LOCK]);
  return rows[0]?.name;
}

/**
 * Makes the hub's login and database where they are missing. The login is no superuser: it owns its
 * database and may make roles, which is all that a managed Postgres would grant it, too.
 */
export async function ensureDatabase(
  client: Client,
  name: string,
  password: string,
): Promise<void> {
  const owner = client.escapeIdentifier(name);
  const role = await client.query("select from pg_roles where rolname = $1", [name]);
  if (role.rowCount === 0) {
    const secret = client.escapeLiteral(password);
    await client.query(`create role ${owner} login createrole password ${secret}`);
  }
  const database = await client.query("select from pg_database where datname = $1", [name]);
  if (database.rowCount === 0) await client.query(`create database ${owner} owner ${owner}`);
}

/** The server's version number, as 180004 for 18.4. */
export async function serverVersion(client: Client): Promise<number> {
  const sql = "select current_setting('server_version_num')::int as version";
  const { rows } = await client.query<{ version: number }>(sql);
  return rows[0]?.version ?? 0;
}

/** The advisory lock under which one hub at a time migrates a database. */
const MIGRATION_LOCK = 7_788_002;

/** Waits for the migration lock; it is held until the session ends. */
export async function holdMigrationLock(client: Client): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
}

/** Whether the database answers: fails when it does not. */
export async function ping(pool: Pool): Promise<void> {
  await pool.query("select");
}

/**
 * The migrations that were taken, for a login that may serve but not migrate; null for one that may
 * migrate, and where there is nothing yet.
 */
export async function migratedByAnother(client: Client, table: string): Promise<string[] | null> {
  const { rows } = await client.query<{ serves: boolean }>(
    `select not has_schema_privilege('public', 'create') and to_regclass($1) is not null
       and pg_has_role('${HUB_ROLE}', 'member') as serves`,
    [`public.${table}`],
  );
  if (!rows[0]?.serves) return null;
  const steps = await client.query<{ name: string }>(`select name from public.${table}`);
  return steps.rows.map(({ name }) => name);
}
