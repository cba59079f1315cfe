import { describe, expect, it } from "vitest";
import { soakRuns, soakTimeout } from "../../support/soak.js";

describe("the number of random runs", () => {
  it.each([
    [{}, 20],
    [{ TUTTI_SOAK: "1" }, 1_000],
    [{ TUTTI_SOAK: "1", TUTTI_SOAK_SEEDS: "7" }, 7],
    [{ TUTTI_SOAK_SEEDS: "7" }, 7],
  ])("with %j is %i", (env, runs) => {
    expect(soakRuns(20, 1_000, env)).toBe(runs);
  });

  it.each(["0", "-1", "1.5", "many", ""])("refuses TUTTI_SOAK_SEEDS=%j", (asked) => {
    expect(() => soakRuns(20, 1_000, { TUTTI_SOAK_SEEDS: asked })).toThrow(/whole number above 0/);
  });

  it("has no time limit in a soak", () => {
    expect(soakTimeout(5_000, {})).toBe(5_000);
    expect(soakTimeout(5_000, { TUTTI_SOAK: "1" })).toBe(0);
  });
});
