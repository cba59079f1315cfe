import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { validateTerms } from "../../../src/settlements/validate-terms.rules.js";
import { clause } from "../../../src/settlements/read-clause.rules.js";
import { FRAME, type TermsJson } from "./terms.js";

const README = new URL("../../../schema/README.md", import.meta.url);
const [, section = ""] = readFileSync(README, "utf8").split("\n## Terms of a contract\n");
const [text = ""] = section.split("\n## ");

/** The examples of the section, in their order: bases, then clauses. */
const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json = ""]) => JSON.parse(json) as TermsJson[],
);
const [bases = [], clauses = []] = examples;

describe("the reference of terms", () => {
  test("shows terms that can be agreed, of every kind of clause", () => {
    const terms = validateTerms({ ...FRAME, bases, clauses });
    const kinds = terms.clauses.map(({ kind }) => kind);
    const known = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, kind]) => kind);
    expect(new Set(kinds)).toEqual(new Set(known));
    expect(kinds).toHaveLength(11);
  });

  test.each(clauses.map((each) => [each["kind"], each] as const))(
    "names every field of a %s",
    (kind, example) => {
      const row = text.split("\n").find((line) => line.startsWith(`| \`${String(kind)}\``)) ?? "";
      const fields = Object.keys(clause(example, [])).filter(
        (field) => field !== "id" && field !== "kind",
      );
      expect(fields.filter((field) => !row.includes(`\`${field}\``))).toEqual([]);
    },
  );
});
