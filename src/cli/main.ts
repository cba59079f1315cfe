import { Command, CommanderError } from "commander";
import { TuttiError } from "@tutti/client";
import { auditCommand } from "./audit.js";
import { importCommand } from "./import.js";
import { importFolderCommand } from "./import-folder.js";
import { adaptersCommand } from "./adapters.js";
import { reconcileCommand } from "./reconcile.js";
import { migrateCommand } from "./migrate.js";
import { serveCommand } from "./serve.js";
import { quarantineCommand } from "./quarantine.js";
import { statementCommand } from "./statement.js";
import { CliError } from "./cli-error.js";
import { grantsCommand } from "./grants.js";
import { keysCommand } from "./keys.js";
import { usersCommand } from "./users.js";
import { verifyCommand } from "./verify.js";
import { watchCommand } from "./watch.js";

const COMMANDS = [
  serveCommand,
  migrateCommand,
  importCommand,
  importFolderCommand,
  adaptersCommand,
  quarantineCommand,
  reconcileCommand,
  watchCommand,
  verifyCommand,
  statementCommand,
  auditCommand,
  usersCommand,
  keysCommand,
  grantsCommand,
];

/** Runs the command line; answers the exit code. */
export async function main(argv: string[]): Promise<number> {
  const state = { exitCode: 0 };
  const program = new Command("tutti")
    .description("The Tutti settlement hub: serve it, feed it, watch it, verify it.")
    .exitOverride()
    .showHelpAfterError()
    .addHelpText("after", ENVIRONMENT);
  for (const add of COMMANDS) {
    program.addCommand(add((code) => void (state.exitCode = code)).exitOverride());
  }
  try {
    await program.parseAsync(argv);
    return state.exitCode;
  } catch (error) {
    return explained(error);
  }
}

const ENVIRONMENT = `
Environment of all but serve and migrate:
  TUTTI_URL      the hub's address (http://localhost:4000)
  TUTTI_API_KEY  an API key of the hub`;

/** What a person can act on is told in a sentence; anything else is a fault of ours. */
function explained(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof CliError || error instanceof TuttiError) {
    console.error(`tutti: ${error.message}`);
    return 1;
  }
  throw error;
}
