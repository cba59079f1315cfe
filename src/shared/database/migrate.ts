import { MikroORM, PostgreSqlDriver } from "@mikro-orm/postgresql";
import { Migrator } from "@mikro-orm/migrations";
import pg from "pg";
import { StartupError } from "../config/startup-error.js";
import { holdMigrationLock, migratedByAnother } from "./cluster.queries.js";
import { CONNECT_LIMIT_MS } from "./connection.js";
import { addressOf, databaseFailure } from "./database-failure.js";
import { migrationSteps, type MigrationStep } from "./migration-steps.js";
import { ensureQueueSchema } from "./queue-schema.queries.js";
import { ensureRowSecurity } from "./row-security.queries.js";

/** Where the database remembers the steps it has taken. */
export const MIGRATION_TABLE = "schema_migration";

/**
 * Brings a database to the newest schema, as its owner; for a login that only serves, makes sure
 * that it is there. All missing steps are taken in one
 * transaction or none is; of two hubs that start at once one migrates and the other waits.
 * @returns the names of the steps taken now
 * @throws StartupError when the database cannot be used or was migrated by a newer hub
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await holdMigrationLock(client);
    const steps = await migrationSteps();
    const found = await migratedByAnother(client, MIGRATION_TABLE);
    if (found) return assertMigrated(url, steps, found);
    const taken = await takeSteps(url, steps);
    await ensureQueueSchema(client);
    await ensureRowSecurity(client);
    return taken;
  } catch (error) {
    throw databaseFailure(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws StartupError when a step is missing, or was taken by a newer hub */
function assertMigrated(url: string, steps: MigrationStep[], found: string[]): string[] {
  const missing = steps.find((step) => !found.includes(step.name));
  if (missing) {
    throw new StartupError(
      `The database at ${addressOf(url)} lacks the step ${missing.name}, and its login may not ` +
        "take it.",
      "Run `tutti migrate` with the login that owns the database.",
    );
  }
  assertNoneNewer(url, steps, found);
  return [];
}

async function takeSteps(url: string, steps: MigrationStep[]): Promise<string[]> {
  const orm = await MikroORM.init({
    driver: PostgreSqlDriver,
    clientUrl: url,
    driverOptions: { connectionString: url, application_name: "tutti migrate" },
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      migrationsList: steps,
      tableName: MIGRATION_TABLE,
      allOrNothing: true,
      disableForeignKeys: false,
      snapshot: false,
      silent: true,
    },
  });
  try {
    await refuseNewer(url, orm, steps);
    return (await orm.migrator.up()).map((step) => step.name);
  } finally {
    await orm.close();
  }
}

async function refuseNewer(url: string, orm: MikroORM, steps: MigrationStep[]): Promise<void> {
  const executed = await orm.migrator.getExecuted();
  assertNoneNewer(
    url,
    steps,
    executed.map((step) => step.name),
  );
}

function assertNoneNewer(url: string, steps: MigrationStep[], found: string[]): void {
  const known = new Set(steps.map((step) => step.name));
  const newer = found.find((name) => !known.has(name));
  if (newer === undefined) return;
  throw new StartupError(
    `The database at ${addressOf(url)} was migrated by a newer Tutti (step ${newer}).`,
    "Start that version; migrations only go forward.",
  );
}
