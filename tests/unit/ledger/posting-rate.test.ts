import { describe, expect, test } from "vitest";
import { DrainRate } from "../../../src/ledger/posting-rate.js";

describe("how long a refused caller is to wait", () => {
  test("follows from the rate at which work was done lately", () => {
    const rate = new DrainRate();
    rate.begin(0);
    for (let ms = 100; ms <= 5_000; ms += 100) rate.note(400, ms);
    expect(rate.msFor(4_000)).toBeGreaterThan(900);
    expect(rate.msFor(4_000)).toBeLessThan(1_100);
  });

  test("is not longer because nothing was to be done before", () => {
    const rate = new DrainRate();
    rate.begin(0);
    for (let ms = 100; ms <= 5_000; ms += 100) rate.note(400, ms);
    rate.begin(3_600_000);
    rate.note(400, 3_600_100);
    expect(rate.msFor(4_000)).toBeLessThan(1_100);
  });

  test("is never none, and never too long to be true", () => {
    const rate = new DrainRate();
    expect(rate.msFor(1)).toBe(50);
    rate.begin(0);
    for (let s = 1; s <= 20; s++) rate.note(1, s * 1_000);
    expect(rate.msFor(20_000)).toBe(10_000);
  });
});
