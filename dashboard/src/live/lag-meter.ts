/** How long a measurement counts. */
const KEPT_MS = 10_000;
const MAX_SAMPLES = 2_000;
/** Clocks that differ by more are set differently; less is the time that a message travels. */
const SAME_CLOCK_MS = 500;

/** How long changes take from their commit to the screen, in milliseconds. */
export interface Lag {
  readonly median: number;
  readonly p95: number;
}

/**
 * Measures from a commit, by the hub's clock, to the frame that shows it, by this one's. Where the
 * two clocks are set differently, the fastest message is taken to have travelled in no time.
 */
export class LagMeter {
  #samples: { at: number; lag: number }[] = [];
  #skew: number | undefined;

  /** A message of the hub came: when it was sent there and received here. */
  received(sentAt: number, receivedAt: number): void {
    const difference = receivedAt - sentAt;
    this.#skew = Math.min(this.#skew ?? difference, difference);
  }

  /** What was committed then is on the screen now. */
  shown(committedAt: number, now: number): void {
    this.#samples.push({ at: now, lag: Math.max(0, now - committedAt - this.#offset()) });
    if (this.#samples.length > MAX_SAMPLES) this.#samples.splice(0, MAX_SAMPLES / 2);
  }

  /** Of the last seconds; null when nothing was shown in them. */
  lately(now: number): Lag | null {
    this.#samples = this.#samples.filter(({ at }) => now - at < KEPT_MS);
    const lags = this.#samples.map(({ lag }) => lag).toSorted((left, right) => left - right);
    const at = (share: number): number => lags[Math.floor((lags.length - 1) * share)] ?? 0;
    return lags.length === 0 ? null : { median: at(0.5), p95: at(0.95) };
  }

  #offset(): number {
    const skew = this.#skew ?? 0;
    return skew < 0 || skew > SAME_CLOCK_MS ? skew : 0;
  }
}
