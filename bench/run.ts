import { parseArgs } from "node:util";
import type { Bench } from "./harness/bench.js";
import { findBenches } from "./harness/discovery.js";
import { Cleanup, runBench, type RunOptions } from "./harness/run-bench.js";

/** The command line of the benches: `npm run bench -- <name> [--json]`. */

const USAGE = `Usage: npm run bench -- <name> [options]

  --json             end with one line of JSON: { "bench": name, "figures": { ... } }
  --quick            one short round, to see that the bench works
  --rounds <n>       measured rounds of every comparison (5)
  --set <name=value> a setting of the bench; may be repeated
  --help             this text
`;

type Benches = Map<string, () => Promise<Bench>>;

function readArguments(args: string[]): { name: string | undefined; options: RunOptions } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      rounds: { type: "string" },
      set: { type: "string", multiple: true, default: [] },
    },
  });
  const { json, quick } = values;
  const rounds = Number(values.rounds ?? (quick ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a whole number");
  const settings = Object.fromEntries(values.set.map(readSetting));
  const name = values.help ? undefined : positionals[0];
  return { name, options: { json, quick, rounds, settings } };
}

function readSetting(text: string): [string, string] {
  const [, name, value] = /^([\w.-]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new Error(`--set ${text}: write name=value`);
  return [name, value];
}

async function help(benches: Benches): Promise<string> {
  const rows = await Promise.all(
    [...benches].map(async ([name, load]) => `  ${name.padEnd(18)} ${(await load()).summary}`),
  );
  return [USAGE, "Benches:", "", ...rows].join("\n");
}

/** Ctrl-C leaves no server behind. */
function undoOnSignal(cleanup: Cleanup): void {
  for (const [signal, code] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const]) {
    process.once(signal, () => void cleanup.run().finally(() => process.exit(code)));
  }
}

async function main(): Promise<number> {
  const benches = await findBenches(import.meta.dirname);
  const { name, options } = readArguments(process.argv.slice(2));
  if (name === undefined) {
    console.log(await help(benches));
    return 0;
  }
  const load = benches.get(name);
  if (!load)
    throw new Error(`there is no bench "${name}"; there are ${[...benches.keys()].join(", ")}`);
  const cleanup = new Cleanup();
  undoOnSignal(cleanup);
  const output = { print: console.log, progress: console.error };
  await runBench(name, await load(), options, output, cleanup);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
