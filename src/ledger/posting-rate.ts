const SHORTEST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 10_000;

/**
 * The rate of commits, smoothed over about a second, to tell a refused caller when to come back.
 * Times in milliseconds since the epoch.
 */
export class DrainRate {
  private perMs = 1;
  private since = 0;

  /** Work arrives where none was waiting: the idle time before it says nothing of the rate. */
  begin(now: number): void {
    this.since = now;
  }

  note(items: number, now: number): void {
    const elapsed = Math.max(1, now - this.since);
    const weight = Math.min(1, elapsed / 1_000);
    this.perMs = this.perMs * (1 - weight) + (items / elapsed) * weight;
    this.since = now;
  }

  /** How long so many items will take. */
  msFor(items: number): number {
    const ms = Math.ceil(items / Math.max(this.perMs, 0.1));
    return Math.min(LONGEST_RETRY_MS, Math.max(SHORTEST_RETRY_MS, ms));
  }
}
