import { describe, expect, test } from "vitest";
import { pageRequest, type PageArgs } from "../../../src/shared/graphql/page.type.js";
import { InvalidInput } from "../../../src/shared/input.errors.js";

describe("a page", () => {
  test.each<[PageArgs, number, boolean]>([
    [{}, 20, false],
    [{ first: 1 }, 1, false],
    [{ first: 100, after: "a" }, 100, false],
    [{ last: 5 }, 5, true],
    [{ first: null, last: 100, before: "b" }, 100, true],
  ])("of %o has %i items, backward: %s", (args, size, backward) => {
    expect(pageRequest(args)).toMatchObject({ size, backward });
  });

  test.each<PageArgs>([{ first: 0 }, { first: -1 }, { first: 101 }, { last: 0 }, { last: 101 }])(
    "of %o is refused",
    (args) => {
      expect(() => pageRequest(args)).toThrow(InvalidInput);
    },
  );

  test("has one direction", () => {
    expect(() => pageRequest({ first: 1, last: 1 })).toThrow('Give "first" or "last", not both');
  });
});
