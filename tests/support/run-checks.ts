import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Runs the checks one after the other, all of them even if one fails, and ends with a table and the
 * line "N passed, N failed". `--quick` leaves out what needs a build, a Postgres or a Redis.
 */
export interface Step {
  name: string;
  command: string[];
  /** Makes ready for the others: they are pointless without it, and it proves nothing itself. */
  prepares?: boolean;
  /** Where vitest writes its results; without it the step counts as one check. */
  results?: string;
}

export interface StepResult {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
}

const REPOSITORY = join(import.meta.dirname, "../..");
const RESULTS = join(REPOSITORY, "node_modules/.cache/tutti/test-results.json");

/** A step that hangs fails; the whole run is meant to end within ten minutes on two cores. */
const STEP_LIMIT_MS = 20 * 60_000;

function vitest(...args: string[]): string[] {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`];
  return ["vitest", "run", ...reporters, ...args];
}

const STATIC_CHECKS: Step[] = [
  { name: "format", command: ["npm", "run", "--silent", "format:check"] },
  { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  { name: "types", command: ["npm", "run", "--silent", "typecheck"] },
  { name: "imports", command: ["npm", "run", "--silent", "imports"] },
];

export const QUICK: Step[] = [
  ...STATIC_CHECKS,
  { name: "house and unit tests", command: vitest("--project", "pure"), results: RESULTS },
];

const INSTALL = "tests/support/install-packages.sh";

export const FULL: Step[] = [
  { name: "programs", command: [INSTALL, "redis-server", "chromium"], prepares: true },
  { name: "build", command: ["npm", "run", "--silent", "build"], prepares: true },
  ...STATIC_CHECKS,
  { name: "tests", command: vitest(), results: RESULTS },
];

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * What a step proved. A test file that does not load has no failed test, and a run that broke has
 * no report: both count as failed, so that the last line never says 0 failed beside an exit code.
 */
export function tally(
  exitCode: number,
  report: string | undefined,
): [passed: number, failed: number] {
  if (report === undefined) return exitCode === 0 ? [1, 0] : [0, 1];
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as VitestReport;
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((t) => t.status === "failed"),
  ).length;
  const failed = numFailedTests + unloaded;
  const broken = failed === 0 && (exitCode !== 0 || numPassedTests === 0);
  return [numPassedTests, broken ? 1 : failed];
}

function run(command: string[]): Promise<number> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: REPOSITORY,
      stdio: ["ignore", "inherit", "inherit"],
      timeout: STEP_LIMIT_MS,
    });
    child.once("error", (error) => {
      console.error(`${program} does not start: ${error.message}`);
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}

async function take(step: Step): Promise<StepResult> {
  console.log(`\n── ${step.name}`);
  if (step.results) {
    rmSync(step.results, { force: true });
    mkdirSync(dirname(step.results), { recursive: true });
  }
  const start = performance.now();
  const exitCode = await run(step.command);
  const written = step.results !== undefined && existsSync(step.results);
  const report = written ? readFileSync(step.results ?? "", "utf8") : undefined;
  const [counted, failed] = step.results && !written ? [0, 1] : tally(exitCode, report);
  const passed = step.prepares ? 0 : counted;
  return { name: step.name, passed, failed, seconds: (performance.now() - start) / 1_000 };
}

/** The table of the steps and, as its last line, the sum. */
export function summary(results: readonly StepResult[]): string[] {
  const width = Math.max(...results.map(({ name }) => name.length));
  const total = (count: "passed" | "failed"): number =>
    results.reduce((sum, result) => sum + result[count], 0);
  return [
    "",
    ...results.map(
      ({ name, passed, failed, seconds }) =>
        `${failed === 0 ? "ok    " : "FAILED"}  ${name.padEnd(width)}  ` +
        `${seconds.toFixed(1).padStart(6)} s  ${failed === 0 ? `${passed}` : `${failed} failed`}`,
    ),
    "",
    `${total("passed")} passed, ${total("failed")} failed`,
  ];
}

async function main(): Promise<void> {
  const results: StepResult[] = [];
  for (const step of process.argv.includes("--quick") ? QUICK : FULL) {
    const result = await take(step);
    results.push(result);
    if (step.prepares && result.failed > 0) break;
  }
  console.log(summary(results).join("\n"));
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}

if (import.meta.main) await main();
