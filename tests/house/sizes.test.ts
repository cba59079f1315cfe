import { describe, expect, it } from "vitest";
import { repositoryFiles } from "./rules/house-files.js";
import { columnsAreBounded, functionsAreShort } from "./rules/size.rules.js";

const path = "tests/unit/sample.test.ts";
const body = (lines: number): string => "  step();\n".repeat(lines);

describe("columns", () => {
  it("refuses a line of 101 columns", () => {
    const text = `const a = 1;\n// ${"long ".repeat(20)}`;
    expect(columnsAreBounded([{ path, text }])).toEqual([
      expect.stringContaining(`${path}:2 has 103 columns`),
    ]);
  });

  it.each([
    `// https://example.org/${"a".repeat(100)}`,
    `  /^${"a ".repeat(60)}$/;`,
    `  it("${"says much ".repeat(12)}", async () => {`,
  ])("accepts what cannot be broken: %s", (text) => {
    expect(columnsAreBounded([{ path, text }])).toEqual([]);
  });

  it("accepts generated code", () => {
    const generated = { path: "client-sdk/generated/a.ts", text: "a b ".repeat(40) };
    expect(columnsAreBounded([generated])).toEqual([]);
  });

  it("are bounded everywhere in the repository", () => {
    expect(columnsAreBounded(repositoryFiles())).toEqual([]);
  });
});

describe("functions", () => {
  it("refuses a test of 51 lines", () => {
    const text = `it("does much", () => {\n${body(49)}});`;
    expect(functionsAreShort([{ path, text }])).toEqual([
      expect.stringContaining(`${path}:1 is a function of 51 lines`),
    ]);
  });

  it("accepts a long describe of short tests", () => {
    const text = `describe("much", () => {\n${`it("does", () => {\n${body(9)}});\n`.repeat(9)}});`;
    expect(functionsAreShort([{ path, text }])).toEqual([]);
  });

  it("are short everywhere in the repository", () => {
    expect(functionsAreShort(repositoryFiles())).toEqual([]);
  });
});
