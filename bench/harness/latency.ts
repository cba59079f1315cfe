import { createHistogram } from "node:perf_hooks";

/** The largest latency that is told apart, in microseconds: ten minutes. */
const HIGHEST_MICROS = 600_000_000;

/** Latencies of any number of calls in constant memory, to three digits. Times are milliseconds. */
export class LatencyHistogram {
  readonly #histogram = createHistogram({ lowest: 1, highest: HIGHEST_MICROS, figures: 3 });

  record(ms: number): void {
    this.#histogram.record(Math.min(HIGHEST_MICROS, Math.max(1, Math.round(ms * 1_000))));
  }

  /** Times one call; a call that throws is timed too. */
  async time<T>(call: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await call();
    } finally {
      this.record(performance.now() - start);
    }
  }

  get count(): number {
    return this.#histogram.count;
  }

  get meanMs(): number {
    return this.count === 0 ? 0 : this.#histogram.mean / 1_000;
  }

  get maxMs(): number {
    return this.count === 0 ? 0 : this.#histogram.max / 1_000;
  }

  /** The latency that `percent` of the calls did not exceed. */
  percentileMs(percent: number): number {
    return this.count === 0 ? 0 : this.#histogram.percentile(percent) / 1_000;
  }

  /** The usual three, as measures of a variant. */
  measures(): { p50Ms: number; p99Ms: number; maxMs: number } {
    const [p50Ms, p99Ms] = [this.percentileMs(50), this.percentileMs(99)];
    return { p50Ms, p99Ms, maxMs: this.maxMs };
  }
}
