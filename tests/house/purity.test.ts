import { describe, expect, it } from "vitest";
import { repositoryFiles } from "./rules/house-files.js";
import { rulesTakeNothingFromOutside } from "./rules/purity.rules.js";

const path = "src/partners/partner.rules.ts";

describe("rules", () => {
  it.each([
    ["const now = Date.now();", "Date.now"],
    ["const now = new Date();", "new Date()"],
    ["const chance = Math.random();", "Math.random"],
    ["const limit = process.env.LIMIT;", "process.env"],
    ["setTimeout(decide, 5);", "setTimeout"],
    ["fetch('https://example.org');", "fetch"],
    ['import { randomUUID } from "node:crypto";', "randomUUID"],
    ['import crypto from "node:crypto";', "all of crypto"],
  ])("may not: %s", (text, what) => {
    const findings = rulesTakeNothingFromOutside([{ path, text }]);
    expect(findings).toContainEqual(expect.stringContaining(`${path}:1 uses ${what}`));
  });

  it.each([
    "const day = new Date(millis);",
    'import { hash } from "node:crypto";',
    "const next = clock.now();",
  ])("may: %s", (text) => {
    expect(rulesTakeNothingFromOutside([{ path, text }])).toEqual([]);
  });

  it("are held to it only where they decide", () => {
    const text = "const now = Date.now();";
    expect(rulesTakeNothingFromOutside([{ path: "src/shared/clock.ts", text }])).toEqual([]);
  });

  it("take nothing from outside in this repository", () => {
    expect(rulesTakeNothingFromOutside(repositoryFiles())).toEqual([]);
  });
});
