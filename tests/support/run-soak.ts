import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run soak [-- <filter>]`: every test file that asks tests/support/soak.ts for its number of
 * runs, with the long number. TUTTI_SOAK_SEEDS sets another one.
 */
const REPOSITORY = join(import.meta.dirname, "../..");

/** The test files that can soak, those that contain `filter` in their path when there is one. */
export function soakFiles(filter = ""): string[] {
  const search = ["grep", "--untracked", "-l", "support/soak.js", "--", "tests/*.test.ts"];
  return execFileSync("git", search, { cwd: REPOSITORY, encoding: "utf8" })
    .split("\n")
    .filter((path) => path !== "" && !path.includes("/unit/support/") && path.includes(filter));
}

function main(): number {
  const files = soakFiles(process.argv[2]);
  if (files.length === 0) {
    console.error(`No test that soaks has "${process.argv[2] ?? ""}" in its path.`);
    return 1;
  }
  const env = { TUTTI_SOAK: "1", ...process.env };
  const args = ["run", "--reporter=verbose", "--testTimeout=0", "--hookTimeout=0", ...files];
  return spawnSync("vitest", args, { cwd: REPOSITORY, env, stdio: "inherit" }).status ?? 1;
}

if (import.meta.main) process.exitCode = main();
