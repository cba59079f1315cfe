import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalText,
  digestOf,
  fromTaggedJson,
  toTaggedJson,
} from "../../../src/shared/tagged-json.js";

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.integer(),
    fc.bigInt(),
    fc.constant(null),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") }),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie("any"), { maxKeys: 4 }),
  ),
})).any;

describe("a stored value", () => {
  test("comes back with its dates and bigints", () => {
    fc.assert(
      fc.property(value, (given) => {
        const stored = JSON.parse(JSON.stringify(toTaggedJson(given)));
        expect(fromTaggedJson(stored)).toEqual(given);
      }),
    );
  });

  test("has one text, whatever the order of its keys", () => {
    expect(canonicalText({ b: 1n, a: undefined, c: [{ y: 1, x: 2 }] })).toBe(
      canonicalText({ c: [{ x: 2, y: 1 }], b: 1n }),
    );
  });

  test.each([
    [{ amount: 1 }, { amount: 1n }],
    [{ at: "2026-01-01T00:00:00.000Z" }, { at: new Date("2026-01-01T00:00:00Z") }],
    [["a", "b"], ["ab"]],
    [{ a: null }, { a: "" }],
  ])("%o is not %o", (one, other) => {
    expect(digestOf(one).equals(digestOf(other))).toBe(false);
  });

  test("is what an object with a toJSON says it is", () => {
    expect(toTaggedJson({ toJSON: () => ({ id: 1n }) })).toEqual({ id: { $int: "1" } });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol("x")])(
    "cannot be %s",
    (given) => {
      expect(() => toTaggedJson({ given })).toThrow(TypeError);
    },
  );
});
