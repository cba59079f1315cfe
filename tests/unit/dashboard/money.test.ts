import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalOf, exponentOf, isZero, readable } from "../../../dashboard/src/live/money.js";

describe("money on the wall", () => {
  it.each([
    ["0", "0"],
    ["999", "999"],
    ["1000", "1,000"],
    ["-1234567.89", "\u22121,234,567.89"],
    ["0.005", "0.005"],
    ["9223372036854775807", "9,223,372,036,854,775,807"],
    ["12345.678901", "12,345.678901"],
    ["no amount", "no amount"],
  ])("shows %s as %s", (amount, shown) => {
    expect(readable(amount)).toBe(shown);
  });

  it("drops no digit and adds none", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 4 }), (minor, exponent) => {
        const amount = decimalOf(minor, exponent);
        const digits = readable(amount).replaceAll(/[,.]/g, "").replace("\u2212", "-");
        expect(BigInt(digits)).toBe(minor);
        expect(exponentOf(amount)).toBe(exponent);
        expect(isZero(amount)).toBe(minor === 0n);
      }),
    );
  });
});
