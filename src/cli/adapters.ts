import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { DryRunAdapterMutation, TuttiClient } from "@tutti/client";
import { Command } from "commander";
import { CliError } from "./cli-error.js";
import { hubFromEnvironment } from "./hub.js";
import { table } from "./table.js";

type DryRun = NonNullable<DryRunAdapterMutation["dryRunAdapter"]["dryRun"]>;

interface DryRunOptions {
  adapter?: string;
  adapterVersion?: string;
  definition?: string;
  json: boolean;
}

/** `tutti adapters`: what there is, and what one makes of a sample. */
export function adaptersCommand(exitWith: (code: number) => void): Command {
  return new Command("adapters")
    .description("list adapters, and try them on samples")
    .addCommand(listCommand())
    .addCommand(dryRunCommand(exitWith));
}

function listCommand(): Command {
  return new Command("list").description("the adapters of the hub").action(async () => {
    const adapters = await hubFromEnvironment(process.env).adapters.list();
    const rows = adapters.map(({ name, kind, versions }): [string, string] => {
      const [newest] = versions;
      return [name, newest ? `version ${newest.version}` : kind.toLowerCase().replace("_", " ")];
    });
    console.log(table(rows));
  });
}

function dryRunCommand(exitWith: (code: number) => void): Command {
  return new Command("dry-run")
    .description("what an adapter makes of a file; nothing of it is kept")
    .argument("<file>", "the sample, up to 3 MiB")
    .option("--adapter <name>", "an adapter of the hub")
    .option("--adapter-version <number>", "its version; by default the newest")
    .option("--definition <file>", "instead of an adapter: a definition, as JSON")
    .option("--json", "answer with one line of JSON", false)
    .action(async (file: string, options: DryRunOptions) => {
      exitWith(await dryRun(hubFromEnvironment(process.env), file, options));
    });
}

/** Answers 0 when nothing was refused. */
async function dryRun(hub: TuttiClient, file: string, options: DryRunOptions): Promise<number> {
  const { adapter, adapterVersion, definition } = options;
  const run = await hub.adapters.dryRun({
    adapter,
    version: adapterVersion === undefined ? undefined : Number(adapterVersion),
    definition: definition === undefined ? undefined : (await read(definition)).toString("utf8"),
    fileName: basename(file),
    sample: (await read(file)).toString("base64"),
  });
  console.log(options.json ? JSON.stringify(run) : shown(run));
  return run.refusal || run.refused > 0 ? 1 : 0;
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new CliError(`${path} cannot be read. Name a file that can.`);
  }
}

function shown(run: DryRun): string {
  if (run.refusal) {
    const { line, code, reason } = run.refusal;
    return `Refused${line == null ? "" : `, line ${line}`}: ${code}, ${reason}`;
  }
  const counts: [string, string][] = [
    ["format", run.format ?? ""],
    ["rows", String(run.transactions)],
    ["no payments", String(run.unposted)],
    ["refused lines", String(run.refused)],
  ];
  const sums = run.totals.map(({ direction, amount }): [string, string] => [
    `sum ${direction.toLowerCase()} ${amount.currency}`,
    amount.amount,
  ]);
  const fields = run.coverage.map(({ field, filled }): [string, string] => [field, String(filled)]);
  const refused = run.refusedLines.map(
    ({ line, code, reason }) => `  line ${line}: ${code}, ${reason}`,
  );
  return [
    table([...counts, ...sums]),
    "",
    "Rows that have each field:",
    table(fields),
    ...(refused.length > 0 ? ["", "Refused:", ...refused] : []),
  ].join("\n");
}
