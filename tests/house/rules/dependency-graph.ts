import { execFile } from "node:child_process";
import { join } from "node:path";
import { REPOSITORY } from "./house-files.js";

export interface DependencyGraph {
  /** Paths of every file that dependency-cruiser read, from the top of the folder. */
  modules: string[];
  /** Who imports whom, inside the folder. */
  imports: { from: string; to: string }[];
  violations: { rule: string; from: string }[];
}

interface CruiseReport {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { from: string; rule: { name: string } }[] };
}

/** The imports below `folder` as the real dependency-cruiser sees them, with the real rules. */
export function dependencyGraph(folder: string, roots: string[]): Promise<DependencyGraph> {
  const program = join(REPOSITORY, "node_modules/.bin/depcruise");
  const options = ["--config", ".dependency-cruiser.mjs", "--output-type", "json"];
  return new Promise((resolve, reject) => {
    const answer = (failure: Error | null, stdout: string): void => {
      if (stdout === "") return reject(failure ?? new Error("dependency-cruiser said nothing"));
      const { modules, summary } = JSON.parse(stdout) as CruiseReport;
      resolve({
        modules: modules.map(({ source }) => source),
        imports: modules.flatMap(({ source, dependencies }) =>
          dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
        ),
        violations: summary.violations.map(({ from, rule }) => ({ rule: rule.name, from })),
      });
    };
    execFile(program, [...options, ...roots], { cwd: folder, maxBuffer: 2 ** 27 }, answer);
  });
}

/** The house as a Mermaid drawing: an arrow from each part of src to each that it imports. */
export function drawHouse(imports: DependencyGraph["imports"]): string {
  const part = (path: string): string => /^src\/([^/.]+)/.exec(path)?.[1] ?? "";
  const arrows = imports
    .map(({ from, to }) => [part(from), part(to)])
    .filter(([from, to]) => from !== to && from !== "" && to !== "")
    .map(([from, to]) => `  ${from} --> ${to}`);
  return ["flowchart TD", ...[...new Set(arrows)].toSorted()].join("\n");
}
