import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidCursor, signedCursors } from "../../../src/shared/graphql/cursor.js";

const cursors = signedCursors(Buffer.alloc(32, 1));
const LIST = "partners p.code ASC";

describe("a cursor", () => {
  test("leads back to the keys it was made of", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (keys) => {
        expect(cursors.decode(LIST, cursors.encode(LIST, keys), "after")).toEqual(keys);
      }),
    );
  });

  test("is refused when a single character of it was changed", () => {
    const cursor = cursors.encode(LIST, ["star-games"]);
    for (const [index, letter] of [...cursor].entries()) {
      const forged =
        cursor.slice(0, index) + (letter === "A" ? "B" : "A") + cursor.slice(index + 1);
      // The last character of base64url may carry bits that are not used.
      if (Buffer.from(forged, "base64url").equals(Buffer.from(cursor, "base64url"))) continue;
      expect(() => cursors.decode(LIST, forged, "after")).toThrow(InvalidCursor);
    }
  });

  test("is refused in another list and in another order of the same list", () => {
    const cursor = cursors.encode(LIST, ["star-games"]);
    for (const other of ["contracts c.id ASC", "partners p.code DESC", ""]) {
      expect(() => cursors.decode(other, cursor, "before")).toThrow(InvalidCursor);
    }
  });

  test("is refused when another hub made it", () => {
    const foreign = signedCursors(Buffer.alloc(32, 2)).encode(LIST, ["star-games"]);
    expect(() => cursors.decode(LIST, foreign, "after")).toThrow(InvalidCursor);
  });

  test.each(["", "x", "not a cursor", "💸".repeat(1_000), "A".repeat(100_000)])(
    "is refused when it is none: %.20s",
    (text) => {
      expect(() => cursors.decode(LIST, text, "after")).toThrow(InvalidCursor);
    },
  );
});
