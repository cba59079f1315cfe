import { describe, expect, test } from "vitest";
import { duesOf, nettingLegs } from "../../../src/settlements/settlement-figures.rules.js";

describe("what a settlement comes to", () => {
  test.each([
    // payable, brought forward, corrections, adjustments, policy, due, carried forward
    [100n, 0n, 0n, 0n, "CARRY_FORWARD", 100n, 0n],
    [100n, -30n, 5n, -1n, "CARRY_FORWARD", 74n, 0n],
    [100n, -130n, 0n, 0n, "CARRY_FORWARD", 0n, -30n],
    [-40n, 0n, 0n, 0n, "COLLECT", -40n, 0n],
    [0n, 0n, 0n, 0n, "CARRY_FORWARD", 0n, 0n],
  ] as const)("%s %s %s %s by %s is %s due, %s carried", (...row) => {
    const [payableMinor, broughtForwardMinor, correctionsMinor, adjustmentsMinor] = row;
    const [, , , , whenNegative, dueMinor, carriedForwardMinor] = row;
    const sums = { payableMinor, broughtForwardMinor, correctionsMinor, adjustmentsMinor };
    expect(duesOf({ ...sums, whenNegative })).toEqual({ dueMinor, carriedForwardMinor });
  });
});

describe("settlements that are paid as one", () => {
  const legs = (...amounts: bigint[]) =>
    nettingLegs(
      amounts.map((amountMinor, n) => ({ id: `s${n}`, contractId: `c${n}`, amountMinor })),
    ).map(({ from, to, amountMinor }) => `${from.id} ${to?.id ?? "bank"} ${amountMinor}`);

  test("cover what others of them owe, and the bank gets the rest", () => {
    expect(legs(70n)).toEqual(["s0 bank 70"]);
    expect(legs(70n, -30n)).toEqual(["s0 s1 30", "s0 bank 40"]);
    expect(legs(-50n, 40n, 30n)).toEqual(["s1 s0 40", "s2 s0 10", "s2 bank 20"]);
    expect(legs(-5n, -6n, 20n, 0n)).toEqual(["s2 s0 5", "s2 s1 6", "s2 bank 9"]);
  });
});
