import { readFile, writeFile } from "node:fs/promises";
import { StatementNotVerified, verifyStatement, type StatementKeys } from "@tutti/client";
import type { Statement, StatementDownload } from "@tutti/client";
import { Argument, Command, Option } from "commander";
import { CliError } from "./cli-error.js";
import { hubFromEnvironment } from "./hub.js";
import { table } from "./table.js";

interface GetOptions extends Required<StatementDownload> {
  output?: string;
}

/** `tutti statement`: statements as files, and their verification without a hub. */
export function statementCommand(exitWith: (code: number) => void): Command {
  return new Command("statement")
    .description("get statements as files, and verify them without the hub")
    .addCommand(getCommand())
    .addCommand(keysCommand())
    .addCommand(verifyCommand(exitWith));
}

function getCommand(): Command {
  return new Command("get")
    .description("a statement as a file")
    .argument("<id>", "the statement's id, which begins with stm_")
    .addOption(
      new Option("--format <format>", "as what").choices(["json", "csv", "pdf"]).default("json"),
    )
    .addOption(
      new Option("--language <language>", "of CSV and PDF").choices(["ko", "en"]).default("en"),
    )
    .option("--output <file>", "where to; the standard output when left out")
    .action(async (id: string, { format, language, output }: GetOptions) => {
      const hub = hubFromEnvironment(process.env);
      const bytes = await hub.statements.download(id, { format, language });
      if (output === undefined) process.stdout.write(bytes);
      else await writeFile(output, bytes);
    });
}

function keysCommand(): Command {
  return new Command("keys")
    .description("the public keys by which statements are verified, as a key set to be kept")
    .action(async () => {
      const keys = await hubFromEnvironment(process.env).statements.keys();
      console.log(JSON.stringify({ keys }, null, 2));
    });
}

/** Answers 0 when the statement is genuine, 1 when it is not. */
function verifyCommand(exitWith: (code: number) => void): Command {
  return new Command("verify")
    .description("verify a statement by the public keys alone; no hub is asked")
    .addArgument(new Argument("<file>", "the statement as JSON"))
    .requiredOption("--keys <file>", "the public keys, as `tutti statement keys` writes them")
    .action(async (file: string, { keys }: { keys: string }) => {
      const [signed, known] = await Promise.all([textOf(file), textOf(keys)]);
      exitWith(await verify(signed, keysIn(keys, known)));
    });
}

async function verify(signed: string, keys: StatementKeys): Promise<number> {
  try {
    console.log(factsOf(await verifyStatement(signed, keys)));
    return 0;
  } catch (error) {
    if (!(error instanceof StatementNotVerified)) throw error;
    console.error(`The statement is NOT genuine (${error.reason}): ${error.message}`);
    return 1;
  }
}

function factsOf({ number, partner, period, sums, currency, transactions }: Statement): string {
  const rows: [string, string][] = [
    ["number", number],
    ["partner", `${partner.name} (${partner.code})`],
    ["period", `${period.firstDay} to ${period.lastDay}`],
    ["due", `${sums.dueMinor} minor units of ${currency}`],
    ["transactions", transactions.count],
  ];
  return `${table(rows)}\n\nThe statement is genuine.`;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new CliError(`${path} cannot be read`);
  }
}

function keysIn(path: string, text: string): StatementKeys {
  try {
    const keys = JSON.parse(text) as StatementKeys;
    if ("find" in keys || Array.isArray(keys.keys)) return keys;
  } catch {
    // told below
  }
  throw new CliError(`${path} is no key set: get one with "tutti statement keys"`);
}
