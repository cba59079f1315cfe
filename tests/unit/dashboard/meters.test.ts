import { describe, expect, it } from "vitest";
import { History, WINDOW_MS } from "../../../dashboard/src/live/history.js";
import { LagMeter } from "../../../dashboard/src/live/lag-meter.js";
import { RateMeter } from "../../../dashboard/src/live/rate-meter.js";

describe("the rate", () => {
  it("is the mean of the last three whole seconds", () => {
    const meter = new RateMeter(0);
    meter.add(30, 10_000);
    meter.add(30, 10_900);
    meter.add(3, 11_500);
    expect(meter.perSecond(13_200)).toBe(21);
    expect(meter.perSecond(20_000)).toBe(0);
    expect(meter.total).toBe(63);
  });

  it("has no past before it began", () => {
    const meter = new RateMeter(10_000);
    meter.add(4, 11_200);
    expect(meter.lately(13_000)).toEqual([4, 0]);
    expect(meter.perSecond(10_100)).toBe(0);
  });

  it("forgets what is older than two minutes", () => {
    const meter = new RateMeter(0);
    meter.add(9, 1_000);
    meter.add(1, 200_000);
    expect(meter.lately(200_999).every((count) => count === 0)).toBe(true);
    expect(meter.lately(201_000)).toHaveLength(120);
  });
});

describe("the lag", () => {
  it("is the time from commit to screen where the clocks agree", () => {
    const meter = new LagMeter();
    meter.received(1_000, 1_012);
    for (const commit of [1_000, 1_010, 1_020]) meter.shown(commit, 1_040);
    expect(meter.lately(1_040)).toEqual({ median: 30, p95: 30 });
  });

  it.each([
    ["ahead", 90_000],
    ["behind", -90_000],
  ])("leaves out what this clock is %s of the hub's", (_way, ahead) => {
    const meter = new LagMeter();
    meter.received(1_000, 1_000 + ahead);
    meter.shown(980, 1_010 + ahead);
    expect(meter.lately(1_010 + ahead)).toEqual({ median: 30, p95: 30 });
  });

  it("is nothing when nothing moved in the last ten seconds", () => {
    const meter = new LagMeter();
    meter.shown(1_000, 1_010);
    expect(meter.lately(11_010)).toBeNull();
  });
});

describe("a history", () => {
  it("has a point a second, the last figure of each", () => {
    const history = new History();
    history.record(1_000, 1n);
    history.record(1_900, 2n);
    history.record(2_000, 3n);
    expect(history.window(2_000)).toEqual([
      { at: 1_000, minor: 2n },
      { at: 2_000, minor: 3n },
    ]);
  });

  it("begins and ends with the figure of those moments", () => {
    const history = new History();
    history.record(1_000, 1n);
    const now = WINDOW_MS + 60_000;
    expect(history.window(now)).toEqual([
      { at: 60_000, minor: 1n },
      { at: now, minor: 1n },
    ]);
  });

  it("is bounded, and keeps what its window begins with", () => {
    const history = new History();
    for (let second = 0; second < 2_000; second++) history.record(second * 1_000, BigInt(second));
    const window = history.window(1_999_000);
    expect(window.length).toBeLessThanOrEqual(WINDOW_MS / 1_000 + 2);
    expect(window[0]).toEqual({ at: 1_699_000, minor: 1_699n });
  });
});
