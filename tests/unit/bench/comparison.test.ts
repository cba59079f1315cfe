import { describe, expect, it } from "vitest";
import { compareVariants, Comparison } from "../../../bench/harness/comparison.js";
import { median, spread } from "../../../bench/harness/statistics.js";

describe("the median", () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9], 9.5],
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it("needs a value", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("the spread", () => {
  it.each([
    [[5, 5, 5], 0],
    [[8, 10, 12], 0.4],
    [[0, 0], 0],
  ])("of %j is %d", (values, expected) => {
    expect(spread(values)).toBeCloseTo(expected);
  });
});

describe("variants beside each other", () => {
  it("run once a round, each round begun by the next one, after a warm-up", async () => {
    const order: string[] = [];
    const variant = (name: string) => (round: { index: number; isWarmUp: boolean }) => {
      order.push(`${name}${round.index}${round.isWarmUp ? "w" : ""}`);
      return { rate: 1 };
    };
    const variants = { a: variant("a"), b: variant("b"), c: variant("c") };
    await compareVariants(variants, { rounds: 3, warmUps: 1 });
    expect(order).toEqual("a0w b0w c0w b1 c1 a1 c2 a2 b2 a3 b3 c3".split(" "));
  });

  it("keep no warm-up", async () => {
    const measure = ({ index }: { index: number }) => ({ rate: index });
    const result = await compareVariants({ ours: measure }, { rounds: 2, warmUps: 3 });
    expect(result.values("ours", "rate")).toEqual([3, 4]);
  });

  it("say what is under way", async () => {
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    await compareVariants({ ours: () => ({ rate: 1 }) }, { rounds: 1, warmUps: 1 }, say);
    expect(lines).toEqual(["warm-up 1: ours", "round 1 of 1: ours"]);
  });

  it("end with the failure of one of them", async () => {
    const fails = () => Promise.reject(new Error("no disk"));
    await expect(compareVariants({ ours: fails })).rejects.toThrow("no disk");
  });
});

describe("a comparison", () => {
  const result = new Comparison([
    { ours: { rate: 30 }, limit: { rate: 100, rows: 7 } },
    { ours: { rate: 5 }, limit: { rate: 10, rows: 7 } },
    { ours: { rate: 40 }, limit: { rate: 90, rows: 7 } },
  ]);

  it("gives medians", () => {
    expect(result.median("ours", "rate")).toBe(30);
  });

  it("takes a ratio round by round, so that a slow moment of the machine cancels out", () => {
    expect(result.ratio("ours", "limit", "rate")).toBeCloseTo(40 / 90);
    expect(result.median("ours", "rate") / result.median("limit", "rate")).toBeCloseTo(1 / 3);
  });

  it("compares measures of different names", () => {
    expect(result.ratio("limit", "limit", "rate", "rows")).toBeCloseTo(90 / 7);
  });

  it("refuses a measure that a round lacks", () => {
    expect(() => result.median("ours", "rows")).toThrow("ours did not measure rows");
  });

  it("lists every measure of every variant", () => {
    expect(result.rows()).toEqual([
      { variant: "ours", measure: "rate", median: 30, min: 5, max: 40, spread: 35 / 30 },
      { variant: "limit", measure: "rate", median: 90, min: 10, max: 100, spread: 1 },
      { variant: "limit", measure: "rows", median: 7, min: 7, max: 7, spread: 0 },
    ]);
  });
});
