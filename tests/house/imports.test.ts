import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dependencyGraph, drawHouse, type DependencyGraph } from "./rules/dependency-graph.js";
import { isTest, REPOSITORY, repositoryFiles } from "./rules/house-files.js";

const DRAWING = join(REPOSITORY, "docs/house.md");

/** A house with one offence against each rule; a file that is imported but not listed is empty. */
const OFFENCES: [rule: string, path: string, text: string][] = [
  ["no-cycles", "src/a/one.ts", 'import type { Two } from "./two.js"; export type One = Two;'],
  ["no-unresolvable", "src/a/lost.ts", 'import "./nowhere.js";'],
  ["main-enters-by-app", "src/main.ts", 'import "./a/index.js";'],
  ["app-imports-no-entry", "src/app/server.ts", 'import "../cli/index.js";'],
  ["rooms-import-no-upper-floor", "src/a/up.ts", 'import "../app/health.js";'],
  ["rooms-entered-by-the-door", "src/a/window.ts", 'import "../b/use-case.js";'],
  ["rooms-entered-by-the-door", "src/app/window.ts", 'import type {} from "../b/use-case.js";'],
  ["shared-imports-no-room", "src/shared/room.ts", 'import "../b/index.js";'],
  ["shared-imports-no-room", "src/shared/app.ts", 'import "../app/health.js";'],
  ["cli-is-a-client", "src/cli/room.ts", 'import "../b/index.js";'],
  ["rules-are-pure", "src/a/x.rules.ts", 'import "node:fs";'],
  ["rules-are-pure", "src/a/y.rules.ts", 'import { use } from "../b/index.js"; use();'],
  ["rules-know-pure-types", "src/a/z.rules.ts", 'import type {} from "../shared/clock.js";'],
  ["graphql-stays-at-the-edge", "src/a/graph.ts", 'import "graphql";'],
  ["graphql-stays-at-the-edge", "src/shared/graph.ts", 'import { Field } from "type-graphql";'],
  ["pg-stays-with-the-sql", "src/a/pool.ts", 'import type { Pool } from "pg";'],
  ["sdk-stands-alone", "client-sdk/index.ts", 'import "../src/shared/clock.js";'],
  ["dashboard-is-a-client", "dashboard/src/one.ts", 'import "../../src/shared/clock.js";'],
  ["dashboard-is-a-client", "dashboard/src/two.ts", 'import "../../client-sdk/index.js";'],
  ["product-imports-no-test", "dashboard/src/three.ts", 'import "../../tests/support/soak.js";'],
  ["product-imports-no-test", "src/a/test.ts", 'import "../../tests/support/soak.js";'],
  ["no-undeclared-packages", "src/a/dev.ts", 'import "fast-check";'],
];

const FINE: [path: string, text: string][] = [
  ["src/a/index.ts", ""],
  ["src/a/two.ts", 'import type { One } from "./one.js"; export type Two = One[];'],
  ["src/b/index.ts", 'export * from "./use-case.js";'],
  ["src/b/use-case.ts", 'import "../a/index.js"; import "../shared/clock.js";'],
  ["src/b/b.rules.ts", 'import "../shared/money.js"; import "./b.errors.js";'],
  ["src/b/b.errors.ts", ""],
  ["src/b/c.rules.ts", 'import type {} from "../a/index.js"; import { hash } from "node:crypto";'],
  ["src/b/b.queries.ts", 'import type { Pool } from "pg";'],
  ["src/b/b.type.ts", 'import "type-graphql";'],
  ["src/ledger/posting-lane.ts", 'import "pg";'],
  ["src/live/stream.ts", 'import "graphql";'],
  ["src/shared/clock.ts", ""],
  ["src/shared/money.ts", ""],
  ["src/app/health.ts", 'import "../b/index.js"; import "graphql";'],
  ["src/cli/index.ts", 'import "../app/health.js"; import "../shared/clock.js";'],
  ["tests/support/soak.ts", 'import "../../src/b/b.rules.js";'],
];

describe("the dependency rules", () => {
  const folder = mkdtempSync(join(tmpdir(), "tutti-imports-"));
  let graph: DependencyGraph = { modules: [], imports: [], violations: [] };

  beforeAll(async () => {
    for (const name of [".dependency-cruiser.mjs", "tsconfig.json", "package.json"]) {
      copyFileSync(join(REPOSITORY, name), join(folder, name));
    }
    symlinkSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"));
    for (const [path, text] of [...OFFENCES.map(([, ...file]) => file), ...FINE]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    graph = await dependencyGraph(folder, ["src", "client-sdk", "dashboard", "tests"]);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(OFFENCES)("%s is seen in %s", (rule, path) => {
    expect(graph.violations).toContainEqual({ rule, from: path });
  });

  it.each(FINE)("let %s pass", (path) => {
    expect(graph.violations.filter(({ from }) => from === path)).toEqual([]);
  });
});

describe("the imports of this repository", () => {
  let graph: DependencyGraph = { modules: [], imports: [], violations: [] };
  beforeAll(async () => {
    graph = await dependencyGraph(REPOSITORY, ["src", "client-sdk", "dashboard", "migrations"]);
  });

  it("are seen by dependency-cruiser, in every source file", () => {
    const sources = repositoryFiles()
      .filter((file) => /^(src|dashboard|migrations)\/.*\.tsx?$/.test(file.path) && !isTest(file))
      .map((file) => file.path);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((path) => !graph.modules.includes(path))).toEqual([]);
  });

  it("keep to the rules", () => {
    expect(graph.violations).toEqual([]);
  });

  it("are drawn in docs/house.md (npx vitest run tests/house -u draws it anew)", async () => {
    const page = [
      "# The house as it stands",
      "Drawn from the imports by a house test; [development.md](development.md) has the rules.",
      `\`\`\`mermaid\n${drawHouse(graph.imports)}\n\`\`\`\n`,
    ];
    await expect(page.join("\n\n")).toMatchFileSnapshot(DRAWING);
  });
});

describe("the drawing of the house", () => {
  it("has one arrow between two parts, however many files import each other's", () => {
    const drawing = drawHouse([
      { from: "src/main.ts", to: "src/app/app.ts" },
      { from: "src/app/app.ts", to: "src/partners/index.ts" },
      { from: "src/app/health.ts", to: "src/partners/index.ts" },
      { from: "src/app/app.ts", to: "src/app/health.ts" },
      { from: "src/app/app.ts", to: "node_modules/pg/index.js" },
    ]);
    expect(drawing).toBe("flowchart TD\n  app --> partners\n  main --> app");
  });
});
