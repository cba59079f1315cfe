import { execFile } from "node:child_process";
import { join } from "node:path";
import { REPOSITORY } from "./house-files.js";

export interface DependencyGraph {
  /** Paths of every file that dependency-cruiser read, from the top of the folder. */
  modules: string[];
  violations: { rule: string; from: string }[];
}

interface CruiseReport {
  modules: { source: string }[];
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
        violations: summary.violations.map(({ from, rule }) => ({ rule: rule.name, from })),
      });
    };
    execFile(program, [...options, ...roots], { cwd: folder, maxBuffer: 2 ** 27 }, answer);
  });
}
