import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench } from "./bench.js";

const BENCH_FILE = /^(.+)\.bench\.[jt]s$/;

/**
 * The benches of a folder by name: every `<name>.bench.ts`, compiled or not, in alphabetical order.
 */
export async function findBenches(folder: string): Promise<Map<string, () => Promise<Bench>>> {
  const names = (await readdir(folder)).filter((file) => BENCH_FILE.test(file)).toSorted();
  return new Map(
    names.map((file) => [
      BENCH_FILE.exec(file)?.[1] ?? file,
      () => loadBench(pathToFileURL(join(folder, file)).href, file),
    ]),
  );
}

async function loadBench(url: string, file: string): Promise<Bench> {
  const module = (await import(url)) as { default?: Bench };
  if (typeof module.default?.run === "function") return module.default;
  throw new TypeError(`${file} has no default export made by defineBench()`);
}
