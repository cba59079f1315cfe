import type { Client } from "pg";
import { getConstructionPlans, getMigrationPlans } from "pg-boss";
import { APP_ROLE } from "./session-role.queries.js";

/** The schema that pg-boss keeps its tables in. */
export const QUEUE_SCHEMA = "pgboss";

/** The version of that schema which the installed pg-boss works with; a test compares them. */
export const QUEUE_SCHEMA_VERSION = 46;

const GRANTS = `
grant usage on schema ${QUEUE_SCHEMA} to ${APP_ROLE};
grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${APP_ROLE};
grant execute on all functions in schema ${QUEUE_SCHEMA} to ${APP_ROLE}`;

/** Makes the job queue's schema, or brings it to the newest version, as the database's owner. */
export async function ensureQueueSchema(client: Client): Promise<void> {
  const version = await installedVersion(client);
  if (version === null) {
    await client.query(getConstructionPlans(QUEUE_SCHEMA));
  } else if (version < QUEUE_SCHEMA_VERSION) {
    await client.query(getMigrationPlans(QUEUE_SCHEMA, version));
  }
  await client.query(GRANTS);
}

async function installedVersion(client: Client): Promise<number | null> {
  const found = await client.query("select to_regclass($1) as name", [`${QUEUE_SCHEMA}.version`]);
  const [table] = found.rows as { name: string | null }[];
  if (!table?.name) return null;
  const { rows } = await client.query<{ version: number }>(
    `select version from ${QUEUE_SCHEMA}.version`,
  );
  return rows[0]?.version ?? null;
}
