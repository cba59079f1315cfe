/** How far back a line goes. */
export const WINDOW_MS = 5 * 60_000;
/** One point for so long: the last figure of it. */
const STEP_MS = 1_000;

/** A figure at a moment: milliseconds since 1970, and minor units. */
export interface Point {
  readonly at: number;
  readonly minor: bigint;
}

/** What a figure was over the last minutes, a second a point, and nothing where it stood still. */
export class History {
  #points: Point[] = [];

  record(at: number, minor: bigint): void {
    const last = this.#points.at(-1);
    if (last && Math.floor(last.at / STEP_MS) === Math.floor(at / STEP_MS)) {
      this.#points[this.#points.length - 1] = { at: last.at, minor };
      return;
    }
    this.#points.push({ at, minor });
    if (this.#points.length > (2 * WINDOW_MS) / STEP_MS) this.#forget(at - WINDOW_MS);
  }

  /** The points of the window that ends at `now`, with the figure it begins and ends at. */
  window(now: number): Point[] {
    const start = now - WINDOW_MS;
    const before = this.#points.findLast(({ at }) => at <= start);
    const within = this.#points.filter(({ at }) => at > start && at <= now);
    const first = before ? [{ at: start, minor: before.minor }] : [];
    const last = within.at(-1) ?? before;
    return [...first, ...within, ...(last && last.at < now ? [{ ...last, at: now }] : [])];
  }

  /** The last point before the window stays: it is what the window begins at. */
  #forget(start: number): void {
    const keep = this.#points.findLastIndex(({ at }) => at <= start);
    if (keep > 0) this.#points.splice(0, keep);
  }
}
