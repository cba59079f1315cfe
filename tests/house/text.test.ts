import { describe, expect, it } from "vitest";
import { repositoryFiles, type HouseRule } from "./rules/house-files.js";
import {
  exceptionsAreArgued,
  noMachineIsNamed,
  nothingIsLeftForLater,
  sqlStaysWithTheQueries,
} from "./rules/text.rules.js";

const path = "src/partners/hold-partner.ts";
const findings = (rule: HouseRule, text: string, at = path): string[] => rule([{ path: at, text }]);

describe("what is left for later", () => {
  it.each(["// TODO: rounding", "/* FIXME */", "it.only('x', f)", "describe.skip('x', f)"])(
    "refuses %s",
    (text) => {
      expect(findings(nothingIsLeftForLater, `const a = 1;\n${text}`)).toEqual([
        expect.stringContaining(`${path}:2 says`),
      ]);
    },
  );

  it("accepts a word that only contains a marker", () => {
    const text = 'const mastodon = rows.skip(2, "XXX");'; // ISO 4217: no currency
    expect(findings(nothingIsLeftForLater, text)).toEqual([]);
  });

  it("is nothing in this repository", () => {
    expect(nothingIsLeftForLater(repositoryFiles())).toEqual([]);
  });
});

describe("names of one machine", () => {
  it.each([
    ["const folder = '/home/someone/data'", /names the folder "\/home\/someone"/],
    ["see /Users/me/tutti", /names the folder/],
    ['"resolved": "https://registry.example.org/a.tgz"', /names the host/],
    ["curl http://npm-mirror.internal:8080/x", /names the host/],
  ])("refuses %s", (text, reason) => {
    expect(findings(noMachineIsNamed, text, "docs/a.md")).toEqual([expect.stringMatching(reason)]);
  });

  it.each([
    "/tmp/x",
    "/rooted/in",
    "https://example.org/home/page",
    "./work/main.ts",
    "chmod /root",
  ])("accepts %s", (text) => {
    expect(findings(noMachineIsNamed, text, "docs/a.md")).toEqual([]);
  });

  it("stand in no file of this repository", () => {
    expect(noMachineIsNamed(repositoryFiles())).toEqual([]);
  });
});

describe("SQL", () => {
  it.each([
    "q(`select id from account where id = $1`)",
    "q('insert into account values (1)')",
    "q(`update account a set balance = 1`)",
    "q('DELETE FROM account')",
    "q(`with x as (select id, ${name} from account) select 1`)",
  ])("is refused in a use case: %s", (text) => {
    expect(findings(sqlStaysWithTheQueries, text)).toEqual([
      expect.stringContaining(`${path}:1 holds SQL`),
    ]);
  });

  it.each([
    "say('Select a partner from the list.')",
    "say('the update has set a new balance')",
    "const insert = { into: 'account' }",
    "// select id from account",
  ])("is not seen where there is none: %s", (text) => {
    expect(findings(sqlStaysWithTheQueries, text)).toEqual([]);
  });

  it("belongs in queries and migrations", () => {
    const text = "q(`select id from account`)";
    expect(findings(sqlStaysWithTheQueries, text, "src/ledger/account.queries.ts")).toEqual([]);
    expect(findings(sqlStaysWithTheQueries, text, "migrations/0001-ledger.ts")).toEqual([]);
  });

  it("stays with the queries in this repository", () => {
    expect(sqlStaysWithTheQueries(repositoryFiles())).toEqual([]);
  });
});

describe("exceptions to a check", () => {
  it.each([
    "// oxlint-disable-next-line no-console",
    "/* oxlint-disable */",
    "// @ts-expect-error",
    "// eslint-disable-line no-console -- because",
  ])("refuses %s", (text) => {
    expect(findings(exceptionsAreArgued, text)).toEqual([
      expect.stringContaining("without saying why"),
    ]);
  });

  it("accepts one with its reason", () => {
    const text = "// oxlint-disable-next-line no-console -- the terminal is the product here";
    expect(findings(exceptionsAreArgued, text)).toEqual([]);
  });

  it("are argued in this repository", () => {
    expect(exceptionsAreArgued(repositoryFiles())).toEqual([]);
  });
});
