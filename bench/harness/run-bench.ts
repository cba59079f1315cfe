import type { Bench, BenchContext, Figures } from "./bench.js";
import { compareVariants, type Comparison } from "./comparison.js";
import { machineFacts } from "./machine.js";
import { readable, table } from "./table.js";

/** How a bench is to be run. */
export interface RunOptions {
  json: boolean;
  quick: boolean;
  rounds: number;
  settings: Readonly<Record<string, string>>;
}

/** Where its output goes: tables and the JSON line to `print`, waiting news to `progress`. */
export interface Output {
  print(line: string): void;
  progress(line: string): void;
}

/** Undoes what a bench has set up, the last one first; safe to be called twice. */
export class Cleanup {
  readonly #undos: (() => unknown)[] = [];

  defer(undo: () => unknown): void {
    this.#undos.push(undo);
  }

  async run(): Promise<void> {
    for (let undo = this.#undos.pop(); undo; undo = this.#undos.pop()) await undo();
  }
}

/**
 * Runs one bench, prints its tables, and with `json` as the last line exactly one JSON object.
 * @throws whatever the bench throws, after its set-up is undone; RangeError on a figure without
 *   a value
 */
export async function runBench(
  name: string,
  bench: Bench,
  options: RunOptions,
  output: Output,
  cleanup = new Cleanup(),
): Promise<Figures> {
  const facts = machineFacts(new Date());
  output.progress(`${name}: ${bench.summary}`);
  let figures: Figures;
  try {
    figures = await bench.run(contextOf(options, output, cleanup, facts));
  } finally {
    await cleanup.run();
  }
  const flat = flatFigures(figures);
  printTable(output, `${name}: figures`, ["figure", "value"], flat.map(readableFigure));
  output.print("");
  for (const [fact, value] of Object.entries(facts)) output.print(`${fact.padEnd(10)} ${value}`);
  if (options.quick) output.print("\nA quick run: it shows that the bench works, nothing else.");
  if (options.json) output.print(JSON.stringify({ bench: name, figures: rounded(figures) }));
  return figures;
}

function contextOf(
  options: RunOptions,
  output: Output,
  cleanup: Cleanup,
  facts: Record<string, string>,
): BenchContext {
  const defaults = { rounds: options.rounds, warmUps: 1 };
  return {
    ...options,
    progress: (line) => output.progress(line),
    fact: (name, value) => void (facts[name] = value),
    defer: (undo) => cleanup.defer(undo),
    compare: async (title, variants, own) => {
      const report = (line: string): void => output.progress(`${title}, ${line}`);
      const result = await compareVariants(variants, { ...defaults, ...own }, report);
      printComparison(output, title, result);
      return result;
    },
  };
}

function printComparison<V extends string>(
  output: Output,
  title: string,
  result: Comparison<V>,
): void {
  const header = ["variant", "measure", "median", "min", "max", "spread"];
  const rows = result
    .rows()
    .map((row) => [
      row.variant,
      row.measure,
      ...[row.median, row.min, row.max].map(readable),
      `${(row.spread * 100).toFixed(0)} %`,
    ]);
  printTable(output, title, header, rows);
}

function printTable(
  output: Output,
  title: string,
  header: string[],
  rows: (readonly string[])[],
): void {
  for (const line of ["", title, "", ...table(header, rows)]) output.print(line);
}

function flatFigures(figures: Figures, prefix = ""): [name: string, value: number][] {
  return Object.entries(figures).flatMap(([name, value]): [string, number][] => {
    if (typeof value !== "number") return flatFigures(value, `${prefix}${name}.`);
    if (Number.isFinite(value)) return [[prefix + name, value]];
    throw new RangeError(`the figure ${prefix}${name} is ${value}`);
  });
}

function readableFigure([name, value]: [string, number]): [string, string] {
  return [name, readable(value)];
}

/** Six digits: more would only claim a precision that no bench has. */
function rounded(figures: Figures): Figures {
  const entries = Object.entries(figures).map(([name, value]) => [
    name,
    typeof value === "number" ? Number(value.toPrecision(6)) : rounded(value),
  ]);
  return Object.fromEntries(entries) as Figures;
}
