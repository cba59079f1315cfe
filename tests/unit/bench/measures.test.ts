import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { LatencyHistogram } from "../../../bench/harness/latency.js";
import { closedLoop, openLoop } from "../../../bench/harness/load.js";
import { cpuSecondsDuring, processCost } from "../../../bench/harness/process-cost.js";
import { readable, table } from "../../../bench/harness/table.js";

describe("latencies", () => {
  it("are kept to three digits", () => {
    const histogram = new LatencyHistogram();
    for (let ms = 1; ms <= 1_000; ms++) histogram.record(ms);
    expect(histogram.count).toBe(1_000);
    expect(histogram.percentileMs(50) / 500).toBeCloseTo(1, 2);
    expect(histogram.percentileMs(99) / 990).toBeCloseTo(1, 2);
    expect(histogram.maxMs / 1_000).toBeCloseTo(1, 2);
    expect(histogram.meanMs / 500.5).toBeCloseTo(1, 2);
  });

  it("are kept however small or large", () => {
    const histogram = new LatencyHistogram();
    histogram.record(0);
    histogram.record(10_000_000);
    expect(histogram.count).toBe(2);
  });

  it("of no call at all are zero", () => {
    expect(new LatencyHistogram().measures()).toEqual({ p50Ms: 0, p99Ms: 0, maxMs: 0 });
  });

  it("are taken of calls that fail too", async () => {
    const histogram = new LatencyHistogram();
    const call = histogram.time(() => Promise.reject(new Error("refused")));
    await expect(call).rejects.toThrow("refused");
    expect(histogram.count).toBe(1);
  });
});

describe("a load", () => {
  it("in a closed loop keeps as many calls under way as it has clients", async () => {
    let [now, most] = [0, 0];
    const load = await closedLoop({ clients: 3, seconds: 0.02 }, async () => {
      most = Math.max(most, ++now);
      await setImmediate();
      now--;
    });
    expect(most).toBe(3);
    expect(load.calls).toBeGreaterThanOrEqual(3);
    expect(load.callsPerSecond).toBeCloseTo(load.calls / load.seconds);
  });

  it("in an open loop makes every call, and counts a stall in those it delayed", async () => {
    const indexes: number[] = [];
    const load = await openLoop({ callsPerSecond: 1_000, seconds: 0.04 }, (index) => {
      indexes.push(index);
      if (index === 0) stallMs(30);
      return Promise.resolve();
    });
    expect(indexes).toEqual(Array.from({ length: 40 }, (_, index) => index));
    expect(load.calls).toBe(40);
    expect(load.latency.percentileMs(50)).toBeGreaterThan(5);
  });
});

function stallMs(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** On a busy machine a stretch of time is not a stretch of work. */
function burnCpuMs(ms: number): void {
  const start = process.cpuUsage();
  const spentMs = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
  while (spentMs() < ms);
}

describe("the cost of a process", () => {
  it("is its CPU time and its memory", async () => {
    const { cpuSeconds } = await cpuSecondsDuring(process.pid, async () => burnCpuMs(60));
    expect(cpuSeconds).toBeGreaterThanOrEqual(0.03);
    expect(processCost(process.pid).residentBytes).toBeGreaterThan(10_000_000);
  });

  it("cannot be read of one that has ended", () => {
    expect(() => processCost(2 ** 30)).toThrow(/is not in \/proc/);
  });
});

describe("a table", () => {
  it("aligns names left and numbers right", () => {
    expect(
      table(
        ["name", "n"],
        [
          ["a", "10"],
          ["long name", "5"],
        ],
      ),
    ).toEqual(["name        n", "---------  --", "a          10", "long name   5"]);
  });

  it.each([
    [0, "0"],
    [0.123456, "0.1235"],
    [3.14159, "3.142"],
    [123.456, "123.5"],
    [31_605.4, "31,605"],
  ])("writes %d as %s", (value, text) => {
    expect(readable(value)).toBe(text);
  });
});
