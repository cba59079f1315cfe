import { execFile } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY } from "./rules/house-files.js";

const lines = (count: number): string => "step();\n".repeat(count);
const imports = 'import { expect, it } from "vitest";\nexport { it };\n';

/** One offence a file, with the rule that must see it. */
const OFFENCES: [rule: string, path: string, text: string][] = [
  ["no-floating-promises", "src/a.ts", "export function f(): void { Promise.resolve(1); }"],
  ["no-misused-promises", "src/b.ts", "export const f = (): void => [1].forEach(async () => {});"],
  ["no-explicit-any", "src/c.ts", "export const a: any = 1;"],
  ["no-console", "src/d.ts", 'console.log("x");'],
  ["no-non-null-assertion", "src/e.ts", "export const f = (a?: string): string => a!;"],
  ["max-lines", "src/f.ts", `declare const step: () => void;\n${lines(250)}`],
  [
    "max-lines-per-function",
    "src/g.ts",
    `declare const step: () => void;\nexport function f(): void {\n${lines(49)}}\n`,
  ],
  [
    "complexity",
    "src/h.ts",
    `export const f = (a: number): number => ${"a > 1 ? 1 : ".repeat(12)} 2;`,
  ],
  ["max-lines", "tests/unit/i.test.ts", `declare const step: () => void;\n${lines(400)}`],
  ["valid-expect", "tests/unit/j.test.ts", `${imports}it("a", () => { expect(1); });`],
  ["valid-expect", "tests/unit/k.test.ts", `${imports}it("a", () => { expect(1).toBe; });`],
  ["no-focused-tests", "tests/unit/l.test.ts", `${imports}it.only("a", () => {});`],
  ["no-unused-vars", "src/m.ts", "const unused = 1;"],
];

const FINE: [path: string, text: string][] = [
  ["src/cli/n.ts", 'console.log("the terminal is the product here");'],
  ["src/o.ts", `declare const step: () => void;\n${lines(249)}`],
  ["tests/unit/p.test.ts", `declare const step: () => void;\n${lines(399)}`],
  ["client-sdk/generated/q.ts", "export const a: any = 1;"],
];

describe("the linter", () => {
  let reported: [path: string, code: string][] = [];
  const folder = mkdtempSync(join(tmpdir(), "tutti-lint-"));

  beforeAll(async () => {
    for (const name of [".oxlintrc.json", "tsconfig.json"]) {
      copyFileSync(join(REPOSITORY, name), join(folder, name));
    }
    symlinkSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"));
    for (const [path, text] of [...OFFENCES.map(([, ...file]) => file), ...FINE]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    reported = await lint(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(OFFENCES)("%s is seen in %s", (rule, path) => {
    const codes = reported.filter(([at]) => at === path).map(([, code]) => code);
    expect(codes).toContainEqual(expect.stringContaining(`(${rule})`));
  });

  it.each(FINE)("lets %s pass", (path) => {
    expect(reported.filter(([at]) => at === path)).toEqual([]);
  });
});

interface Report {
  diagnostics: { code: string; filename: string }[];
}

/** Runs the real linter with the real settings; exit code 1 means that it found something. */
function lint(folder: string): Promise<[path: string, code: string][]> {
  const program = join(REPOSITORY, "node_modules/.bin/oxlint");
  return new Promise((resolve, reject) => {
    execFile(
      program,
      ["--format=json", "src", "tests", "client-sdk"],
      { cwd: folder },
      (failure, stdout) => {
        if (failure && failure.code !== 1) return reject(failure);
        const { diagnostics } = JSON.parse(stdout) as Report;
        resolve(diagnostics.map(({ filename, code }) => [filename, code]));
      },
    );
  });
}
