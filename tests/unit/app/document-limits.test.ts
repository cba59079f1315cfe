import { getIntrospectionQuery, parse } from "graphql";
import { describe, expect, test } from "vitest";
import {
  assertWithinLimits,
  DOCUMENT_LIMITS,
  DocumentTooLarge,
} from "../../../src/app/document-limits.js";
import { Documents } from "../../../src/app/documents.js";
import { buildHubSchema } from "../../../src/app/schema.js";

const check = (source: string) => () => assertWithinLimits(parse(source));

const nested = (depth: number) => `${"{ a ".repeat(depth)}${"}".repeat(depth)}`;
const repeated = (count: number, part: (index: number) => string) =>
  `{ ${Array.from({ length: count }, (_, index) => part(index)).join(" ")} }`;

describe("a document", () => {
  test("of a tool's introspection is within the limits", () => {
    const source = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true });
    expect(check(source)).not.toThrow();
  });

  test.each([
    ["levels", nested(DOCUMENT_LIMITS.depth), nested(DOCUMENT_LIMITS.depth + 1)],
    [
      "aliases",
      repeated(DOCUMENT_LIMITS.aliases, (index) => `a${index}: a`),
      repeated(DOCUMENT_LIMITS.aliases + 1, (index) => `a${index}: a`),
    ],
    [
      "directives",
      `{ a ${"@include(if: true) ".repeat(DOCUMENT_LIMITS.directives)} }`,
      `{ a ${"@include(if: true) ".repeat(DOCUMENT_LIMITS.directives + 1)} }`,
    ],
    [
      "fields",
      repeated(DOCUMENT_LIMITS.fields, (index) => `a${index}`),
      repeated(DOCUMENT_LIMITS.fields + 1, (index) => `a${index}`),
    ],
    [
      "repetitions",
      repeated(DOCUMENT_LIMITS.repetitions + 1, () => "a"),
      repeated(DOCUMENT_LIMITS.repetitions + 2, () => "a"),
    ],
  ])("has a limit of %s", (what, allowed, refused) => {
    expect(check(allowed)).not.toThrow();
    expect(check(refused)).toThrow(DocumentTooLarge);
    expect(check(refused)).toThrow(what);
  });

  test("counts what fragments hold wherever they are spread", () => {
    const doubling = Array.from({ length: 12 }, (_, index) =>
      index === 0
        ? "fragment f0 on Query { a }"
        : `fragment f${index} on Query { ...f${index - 1} ...f${index - 1} }`,
    );
    expect(check(`{ ...f11 } ${doubling.join(" ")}`)).toThrow(`${2 ** 11} fields`);
  });

  test("of a million spreads is measured at once", () => {
    const doubling = Array.from({ length: 60 }, (_, index) =>
      index === 0
        ? "fragment f0 on Query { a }"
        : `fragment f${index} on Query { ...f${index - 1} ...f${index - 1} }`,
    );
    expect(check(`{ ...f59 } ${doubling.join(" ")}`)).toThrow(DocumentTooLarge);
  });

  test("with fragments that spread each other ends, and is left to the validation", () => {
    const circle = "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }";
    expect(check(circle)).not.toThrow();
    const documents = new Documents(buildHubSchema());
    const read = documents.validated(circle);
    expect("problems" in read && read.problems.map((problem) => problem.message)).toContain(
      'Cannot spread fragment "a" within itself via "b".',
    );
  });

  test("has a limit of tokens, where the parser stops", () => {
    const documents = new Documents(buildHubSchema());
    expect(() => documents.assertReadable(repeated(5_000, () => "a"))).toThrow("tokens");
  });
});

describe("documents", () => {
  test("are read once, and the same document answers again", () => {
    const documents = new Documents(buildHubSchema());
    const first = documents.validated("{ viewer { name } }");
    const second = documents.validated("{ viewer { name } }");
    expect("document" in first && "document" in second && first.document === second.document).toBe(
      true,
    );
  });

  test("that are not used any more are forgotten", () => {
    const documents = new Documents(buildHubSchema());
    const source = "{ viewer { name } }";
    const first = documents.validated(source);
    const padding = "#".repeat(500_000);
    for (let index = 0; index < 5; index += 1)
      documents.validated(`{ viewer { name } } ${padding}${index}`);
    const second = documents.validated(source);
    expect("document" in first && "document" in second && first.document !== second.document).toBe(
      true,
    );
  });
});
