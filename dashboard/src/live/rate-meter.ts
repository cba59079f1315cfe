/** How many seconds the meter remembers. */
export const KEPT_SECONDS = 120;
/** The rate that is shown is the mean of the last whole seconds: one alone jumps about. */
const SMOOTHED_SECONDS = 3;

/** Counts what happens, by the second. Times are milliseconds since 1970. */
export class RateMeter {
  #bySecond = new Map<number, number>();
  total = 0;

  constructor(private readonly since: number) {}

  add(count: number, at: number): void {
    if (count === 0) return;
    const second = Math.floor(at / 1_000);
    this.total += count;
    this.#bySecond.set(second, (this.#bySecond.get(second) ?? 0) + count);
    for (const old of this.#bySecond.keys()) {
      if (old >= second - KEPT_SECONDS) break;
      this.#bySecond.delete(old);
    }
  }

  /** How many a second, of late. */
  perSecond(now: number): number {
    const last = this.lately(now, SMOOTHED_SECONDS);
    return last.reduce((sum, count) => sum + count, 0) / Math.max(1, last.length);
  }

  /** The count of each of the last whole seconds that it has seen, the oldest first. */
  lately(now: number, seconds = KEPT_SECONDS): number[] {
    const current = Math.floor(now / 1_000);
    const first = Math.max(current - seconds, Math.floor(this.since / 1_000) + 1);
    return Array.from({ length: Math.max(0, current - first) }, (_, index) => {
      return this.#bySecond.get(first + index) ?? 0;
    });
  }
}
