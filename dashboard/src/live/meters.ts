import type { BalancesItem } from "@tutti/client";
import { LagMeter, type Lag } from "./lag-meter.js";
import { RateMeter } from "./rate-meter.js";

/** How often figures that are read, not watched, are renewed. */
const CALM_MS = 500;

/** More commits than any frame waits for: the page is hidden and is not drawn. */
const MAX_UNSEEN = 500;

/** What the meters say. */
export interface Figures {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  readonly changesPerSecond: number;
  readonly changesBySecond: readonly number[];
  readonly changes: number;
  readonly lag: Lag | null;
  /** Of the newest commit that is on the screen, milliseconds since 1970. */
  readonly lastCommitAt: number | null;
}

/** Measures the stream: how much moves, and how late it is seen. */
export class Meters {
  #rate: RateMeter;
  #lag = new LagMeter();
  /** Commits whose changes the next frame shows. */
  #unseen: number[] = [];
  #lastCommitAt: number | null = null;
  #read: Figures | undefined;

  constructor(since: number) {
    this.#rate = new RateMeter(since);
  }

  /** An item came that tells of so many entries. */
  took(item: BalancesItem, entries: number, at: number): void {
    this.#lag.received(Date.parse(item.sentAt), at);
    this.#rate.add(entries, at);
    if (item.committedAt === null) return;
    const committedAt = Date.parse(item.committedAt);
    this.#lastCommitAt = Math.max(this.#lastCommitAt ?? 0, committedAt);
    if (entries === 0) return;
    // Nobody looks, so there is no lag to measure, and nothing to remember for hours.
    if (this.#unseen.length >= MAX_UNSEEN) this.#unseen = [];
    this.#unseen.push(committedAt);
  }

  /** What came before is on the screen now. */
  drawn(at: number): void {
    for (const committedAt of this.#unseen) this.#lag.shown(committedAt, at);
    this.#unseen = [];
  }

  /** The same object until it is time for new ones: nobody reads sixty numbers a second. */
  figures(now: number): Figures {
    if (this.#read && now - this.#read.readAt < CALM_MS) return this.#read;
    this.#read = {
      readAt: now,
      changesPerSecond: this.#rate.perSecond(now),
      changesBySecond: this.#rate.lately(now),
      changes: this.#rate.total,
      lag: this.#lag.lately(now),
      lastCommitAt: this.#lastCommitAt,
    };
    return this.#read;
  }
}
