import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../src/shared/errors.js";
import {
  doorIsDocumented,
  namesAreDocumented,
  section,
  tableRows,
} from "./rules/documentation.rules.js";
import { repositoryFile, repositoryFiles, type HouseFile } from "./rules/house-files.js";

const isErrorCode = (name: string): boolean => /^[A-Z]+(_[A-Z]+)*$/.test(name);

describe("tables of names", () => {
  const table = (...rows: string[]): HouseFile => ({
    path: "schema/README.md",
    text: ["| Code | Meaning | Who |", "|---|---|---|", ...rows].join("\n"),
  });

  it("reads rows that begin with a code span", () => {
    expect(tableRows(table("| `A` | one | two |", "| B | x | y |").text)).toEqual([
      ["A", ["one", "two"]],
    ]);
  });

  it("reads one section of a document", () => {
    const text =
      "# Top\n\n## One\n\n| `A` | x |\n\n### Part\n\n| `B` | x |\n\n## Two\n\n| `C` | x |";
    expect(tableRows(section(text, "One")).map(([name]) => name)).toEqual(["A", "B"]);
  });

  it.each([
    [table(), /does not explain FORBIDDEN/],
    [table("| `FORBIDDEN` | a | b |", "| `GONE` | a | b |"), /explains GONE/],
    [table("| `FORBIDDEN` | a | b |", "| `FORBIDDEN` | a | b |"), /FORBIDDEN, which is .* twice/],
    [table("| `FORBIDDEN` |  | b |"), /leaves a cell of FORBIDDEN empty/],
  ])("refuses %j", (document, reason) => {
    expect(namesAreDocumented(["FORBIDDEN"], document, isErrorCode)).toEqual([
      expect.stringMatching(reason),
    ]);
  });

  it("explain every error code in schema/README.md, in the order of the code", () => {
    const file = repositoryFile("schema/README.md") as HouseFile;
    const contract = { ...file, text: section(file.text, "Error codes") };
    expect(namesAreDocumented(ERROR_CODES, contract, isErrorCode)).toEqual([]);
    const written = tableRows(contract.text).map(([name]) => name);
    expect(written.filter(isErrorCode)).toEqual(ERROR_CODES);
  });
});

describe("the door of a room", () => {
  const hold = "export function hold() {}\n";
  const room = (index: string, useCase: string): HouseFile[] => [
    { path: "src/partners/index.ts", text: index },
    { path: "src/partners/hold-partner.ts", text: useCase },
  ];

  it.each([
    ['export { hold } from "./hold-partner.js";', hold],
    ['export * from "./hold-partner.js";', hold],
    ['export { hold as stop } from "./hold-partner.js";', "export const hold = () => 1;"],
    [hold, ""],
  ])("refuses to offer a function without a docstring: %s", (index, useCase) => {
    expect(doorIsDocumented(room(index, useCase))).toEqual([
      expect.stringMatching(/offers hold\(\) to other rooms without a docstring/),
    ]);
  });

  it.each([
    ['export { hold } from "./hold-partner.js";', `/** Holds. @throws PartnerNotFound */\n${hold}`],
    ['export type { Held } from "./hold-partner.js";', "export interface Held {}"],
    ['export { LIMIT } from "./hold-partner.js";', `export const LIMIT = 1;\n${hold}`],
  ])("accepts %s", (index, useCase) => {
    expect(doorIsDocumented(room(index, useCase))).toEqual([]);
  });

  it("is documented in every room of this repository", () => {
    expect(doorIsDocumented(repositoryFiles())).toEqual([]);
  });
});
