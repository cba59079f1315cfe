import {
  ConnectionClosed,
  Drained,
  GapDetected,
  HubSilent,
  type BalancesItem,
} from "@tutti/client";

/** Why the stream broke. */
export type OutageCause = "closed" | "drained" | "gap" | "silent" | "unreachable";

/** A time without the stream, and how it ended. */
export interface Outage {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly cause: OutageCause;
  /** The close code of the socket, where the cause has one. */
  readonly closeCode: number | null;
  readonly attempts: number;
  readonly end: OutageEnd | null;
}

export interface OutageEnd {
  readonly at: number;
  /** `resumed`: nothing is missing. `resynced`: what lies between was replaced by a snapshot. */
  readonly how: "resumed" | "resynced" | "started";
  /** How many entries had been missed and were sent after. */
  readonly caughtUp: number;
  /** Why there was no resuming. */
  readonly reason: string | null;
}

const KEPT = 50;

/** What happened on each reconnect, the newest first. */
export class Outages {
  list: readonly Outage[] = [];
  count = 0;
  #caughtUp = 0;
  #resync: string | null = null;
  #hasCursor = false;

  /** An attempt failed, or the stream broke. */
  broke(error: Error, at: number): void {
    const [current, ...ended] = this.list;
    if (current && current.end === null) {
      this.list = [{ ...current, attempts: current.attempts + 1 }, ...ended];
      return;
    }
    this.count += 1;
    this.#caughtUp = 0;
    this.#resync = null;
    const closeCode = error instanceof ConnectionClosed ? error.closeCode : null;
    const opened = { number: this.count, at, cause: causeOf(error), closeCode, attempts: 1 };
    this.list = [{ ...opened, end: null }, ...this.list].slice(0, KEPT);
  }

  /** An item came: the first that has a cursor closes the gap. `entries` is what it tells of. */
  took(item: BalancesItem, entries: number, at: number): void {
    const [current, ...ended] = this.list;
    if (current && current.end === null) {
      this.#caughtUp += entries;
      if (item.__typename === "Resync") this.#resync = item.reason;
      if (item.cursor !== null) this.list = [{ ...current, end: this.#end(at) }, ...ended];
    }
    this.#hasCursor ||= item.cursor !== null;
  }

  #end(at: number): OutageEnd {
    const reason = this.#resync;
    if (!this.#hasCursor) return { at, how: "started", caughtUp: 0, reason };
    return { at, how: reason === null ? "resumed" : "resynced", caughtUp: this.#caughtUp, reason };
  }
}

function causeOf(error: Error): OutageCause {
  if (error instanceof Drained) return "drained";
  if (error instanceof GapDetected) return "gap";
  if (error instanceof HubSilent) return "silent";
  return error instanceof ConnectionClosed ? "closed" : "unreachable";
}
