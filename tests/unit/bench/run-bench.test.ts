import { describe, expect, it } from "vitest";
import { defineBench, type Bench } from "../../../bench/harness/bench.js";
import { Cleanup, runBench, type RunOptions } from "../../../bench/harness/run-bench.js";

const OPTIONS: RunOptions = { json: true, quick: false, rounds: 2, settings: { rows: "12" } };

class Recorder {
  printed: string[] = [];
  waited: string[] = [];
  print = (line: string): void => void this.printed.push(line);
  progress = (line: string): void => void this.waited.push(line);
}

const trivial = defineBench({
  summary: "counting, beside counting twice",
  run: async ({ compare, fact, settings }) => {
    fact("postgres", "none");
    const result = await compare("counting", {
      ours: () => ({ rowsPerSecond: Number(settings["rows"]) }),
      peer: () => ({ rowsPerSecond: 24 }),
    });
    const share = result.ratio("ours", "peer", "rowsPerSecond") / 3;
    return { rowsPerSecond: result.median("ours", "rowsPerSecond"), ndjson: { share } };
  },
});

function failing(run: Bench["run"]): Bench {
  return defineBench({ summary: "fails", run });
}

describe("a bench", () => {
  it("ends with exactly one line of JSON, in six digits", async () => {
    const output = new Recorder();
    await runBench("trivial", trivial, OPTIONS, output);
    const figures = { rowsPerSecond: 12, ndjson: { share: 0.166667 } };
    expect(output.printed.at(-1)).toBe(JSON.stringify({ bench: "trivial", figures }));
    expect(output.printed.filter((line) => line.startsWith("{"))).toHaveLength(1);
  });

  it("prints tables for people and what it ran on", async () => {
    const output = new Recorder();
    await runBench("trivial", trivial, { ...OPTIONS, json: false }, output);
    const text = output.printed.join("\n");
    expect(text).toMatch(/^variant +measure +median +min +max +spread$/m);
    expect(text).toMatch(/^peer +rowsPerSecond +24 +24 +24 +0 %$/m);
    expect(text).toMatch(/^ndjson\.share +0\.1667$/m);
    expect(text).toMatch(/^postgres +none$/m);
    expect(text).toMatch(/^date +\d{4}-\d{2}-\d{2}$/m);
    expect(text).toMatch(/^cores +\d+ /m);
    expect(text).toMatch(/^node +v\d+/m);
    expect(text).not.toContain("{");
  });

  it("keeps progress away from its output", async () => {
    const output = new Recorder();
    await runBench("trivial", trivial, OPTIONS, output);
    expect(output.waited).toContain("counting, round 2 of 2: peer");
    expect(output.printed.join("\n")).not.toContain("round");
  });

  it("says that a quick run proves nothing", async () => {
    const output = new Recorder();
    await runBench("trivial", trivial, { ...OPTIONS, quick: true }, output);
    expect(output.printed.join("\n")).toContain("A quick run");
  });

  it("refuses a figure that is not a number", async () => {
    const bench = failing(() => Promise.resolve({ copy: { ratio: 1 / 0 } }));
    const run = runBench("broken", bench, OPTIONS, new Recorder());
    await expect(run).rejects.toThrow("the figure copy.ratio is Infinity");
  });

  it("undoes its set-up when it fails, the last first, and only once", async () => {
    const undone: string[] = [];
    const bench = failing(({ defer }) => {
      defer(() => undone.push("folder"));
      defer(() => undone.push("server"));
      return Promise.reject(new Error("no disk"));
    });
    const cleanup = new Cleanup();
    const run = runBench("broken", bench, OPTIONS, new Recorder(), cleanup);
    await expect(run).rejects.toThrow("no disk");
    await cleanup.run();
    expect(undone).toEqual(["server", "folder"]);
  });
});
