import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FULL, QUICK, summary, tally } from "../../support/run-checks.js";

function report(
  passed: number,
  failed: number,
  files: [status: string, tests: string[]][],
): string {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: files.map(([status, tests]) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })),
  });
}

describe("the count of a run", () => {
  const clean = report(3, 0, [["passed", ["passed", "passed", "passed"]]]);

  it.each([
    ["a check that passes", 0, undefined, [1, 0]],
    ["a check that fails", 2, undefined, [0, 1]],
    ["tests that pass", 0, clean, [3, 0]],
    ["tests that fail", 1, report(2, 1, [["failed", ["passed", "passed", "failed"]]]), [2, 1]],
    ["a test file that does not load", 1, report(2, 0, [["failed", []]]), [2, 1]],
    ["an error outside any test", 1, clean, [3, 1]],
    ["a run without a test", 0, report(0, 0, []), [0, 1]],
  ])("%s", (_title, exitCode, written, expected) => {
    expect(tally(exitCode, written)).toEqual(expected);
  });

  it("ends in a plain line that sums the steps", () => {
    const lines = summary([
      { name: "lint", passed: 1, failed: 0, seconds: 1.23 },
      { name: "tests", passed: 40, failed: 2, seconds: 100 },
    ]);
    expect(lines.slice(-4)).toEqual([
      "ok      lint      1.2 s  1",
      "FAILED  tests   100.0 s  2 failed",
      "",
      "41 passed, 2 failed",
    ]);
  });

  it("covers in the full run whatever the quick run covers", () => {
    const names = FULL.map(({ name }) => name);
    const quick = QUICK.filter(({ results }) => !results).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(quick));
    expect(FULL.find(({ results }) => results)?.command).not.toContain("--project");
  });
});

describe("the installation of programs", () => {
  let folder = "";
  const script = join(import.meta.dirname, "../../support/install-packages.sh");
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "tutti-programs-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A machine with nothing but the programs given: their names, and what they do. */
  function install(programs: Record<string, string>): Promise<[code: number, said: string]> {
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    const command = [script, "redis-server", "chromium"];
    return new Promise((resolve) => {
      execFile("/bin/bash", command, { env: { PATH: folder } }, (error, stdout, stderr) => {
        resolve([typeof error?.code === "number" ? error.code : 0, stdout + stderr]);
      });
    });
  }

  it("is nothing where they are there", async () => {
    expect(await install({ "redis-server": "exit 9", chromium: "exit 9" })).toEqual([0, ""]);
  });

  it("is of those that are missing", async () => {
    const [code, said] = await install({ "redis-server": "exit 9" });
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/need chromium, .*get install chromium/),
    ]);
  });

  it("says what to do where there is no apt-get", async () => {
    expect(await install({})).toEqual([1, expect.stringMatching(/no apt-get .* Install it/)]);
  });

  it("says what to do where nobody may install", async () => {
    const user = { "apt-get": "exit 9", id: "echo 1000", sudo: "exit 1" };
    expect(await install(user)).toEqual([1, expect.stringMatching(/neither root nor sudo/)]);
  });

  it("goes on with old package lists, as root", async () => {
    const root = {
      id: "echo 0",
      env: 'shift; exec "$@"',
      "apt-get": 'case "$*" in *update*) exit 100;; *) echo "$*"; exit 0;; esac',
    };
    const [code, said] = await install(root);
    expect(code).toBe(0);
    expect(said).toMatch(
      /old ones are used[\s\S]*install -y --no-install-recommends redis-server chromium/,
    );
  });

  it("fails in a sentence where the package cannot be had", async () => {
    const offline = { id: "echo 1000", sudo: '[ "$2" = true ] || exit 100', "apt-get": "exit 100" };
    expect(await install(offline)).toEqual([1, expect.stringMatching(/could not install it/)]);
  });
});
