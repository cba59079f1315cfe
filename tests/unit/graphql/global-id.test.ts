import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeId, encodeId, ID_PREFIXES, parseId } from "../../../src/shared/graphql/global-id.js";
import { InvalidInput } from "../../../src/shared/input.errors.js";

const UUID = "0197a3c2-5b1e-7c44-9d10-0123456789ab";

describe("a global id", () => {
  test("is the prefix and the digits of the row's own id", () => {
    expect(encodeId("ptr", UUID)).toBe("ptr_0197a3c25b1e7c449d100123456789ab");
    expect(encodeId("acc", 42n)).toBe("acc_42");
  });

  test("leads back to the row it was made of", () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(decodeId("txn", encodeId("txn", id))).toBe(id);
      }),
    );
  });

  test.each([
    ["of another kind", "ctr_0197a3c25b1e7c449d100123456789ab"],
    ["of no kind", "xyz_0197a3c25b1e7c449d100123456789ab"],
    ["with the row's own spelling", UUID],
    ["with capitals", "ptr_0197A3C25B1E7C449D100123456789AB"],
    ["too short", "ptr_0197"],
    ["a number where digits of a UUID belong", "ptr_42"],
    ["empty", ""],
    ["with SQL in it", "ptr_0197a3c25b1e7c449d100123456789ab'--"],
  ])("is refused %s", (_what, id) => {
    expect(() => decodeId("ptr", id, ["partnerId"])).toThrow(InvalidInput);
  });

  test.each(["acc_0", "acc_-1", "acc_01", "acc_", "acc_12345678901234567890"])(
    "refuses %s as an account",
    (id) => {
      expect(parseId(id)).toBeNull();
    },
  );

  test("has a prefix of three letters, each its own", () => {
    const prefixes = Object.keys(ID_PREFIXES);
    expect(prefixes.every((prefix) => /^[a-z]{3}$/.test(prefix))).toBe(true);
  });
});
