import { Command } from "commander";
import { startEmbeddedPostgres } from "../shared/database/embedded-postgres.js";
import { migrate } from "../shared/database/migrate.js";
import { readConfig } from "../shared/config/read-config.js";
import { StartupError } from "../shared/config/startup-error.js";
import { CliError } from "./cli-error.js";

/** `tutti migrate`: the database brought to the newest schema without serving. */
export function migrateCommand(): Command {
  return new Command("migrate")
    .description("bring the database to the newest schema (DATABASE_URL, or the embedded one)")
    .action(async () => {
      try {
        report(await migrateConfigured());
      } catch (error) {
        throw error instanceof StartupError ? new CliError(error.message) : error;
      }
    });
}

async function migrateConfigured(): Promise<string[]> {
  const { databaseUrl, dataDir } = readConfig(process.env, []);
  if (databaseUrl) return migrate(databaseUrl);
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    return await migrate(postgres.url);
  } finally {
    await postgres.stop();
  }
}

function report(steps: string[]): void {
  console.log(steps.length === 0 ? "Nothing to migrate." : `Migrated: ${steps.join(", ")}.`);
}
