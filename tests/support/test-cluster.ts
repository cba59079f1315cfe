import pg from "pg";

/** The database that test databases are copies of: migrated once, never connected to again. */
export const TEMPLATE = "tutti_template";

/**
 * Creates a database for the hub's login.
 * @param source the database that it becomes a copy of; empty without one
 * @returns its address
 */
export async function createDatabase(
  adminUrl: string,
  ownerUrl: string,
  name: string,
  source = "template1",
): Promise<string> {
  const owner = new URL(ownerUrl).username;
  await asAdmin(adminUrl, `create database ${name} template ${source} owner ${owner}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops a database, whoever is still connected to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `drop database if exists ${name} with (force)`);
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
