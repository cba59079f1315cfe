import { Overloaded } from "./ledger.errors.js";
import type { Outcome, PostingGroup } from "./posting-model.rules.js";

/** What became of a submission: its outcomes in the order given, and where they were committed. */
export interface Receipt {
  outcomes: Outcome[][];
  /** Posting time of the last batch that took part, in milliseconds; 0 where nothing was posted. */
  postedAt: number;
  /** The block that holds the last of it; absent where nothing was written. */
  block?: { lane: number; sequence: number };
}

/** A group that waits for its batch. */
export interface Ticket {
  group: PostingGroup;
  settle(
    outcomes: Outcome[],
    at: { postedAt: number; lane: number; sequence: number } | null,
  ): void;
  fail(error: unknown): void;
}

/** The posting queue: bounded by items, first come first served, refusing early when it is full. */
export class PostingQueue {
  private tickets: Ticket[] = [];
  private head = 0;
  private items = 0;
  private change: PromiseWithResolvers<void> | undefined;
  private closed = false;

  constructor(
    private readonly maxItems: number,
    /** How long a refused caller should wait, from the rate at which the queue drains. */
    private readonly retryAfterMs: (queuedItems: number) => number,
  ) {}

  get size(): number {
    return this.items;
  }

  /** Puts all groups of a submission into the queue, or none. @throws Overloaded */
  submit(groups: readonly PostingGroup[]): Promise<Receipt> {
    const items = groups.reduce((sum, group) => sum + group.length, 0);
    if (this.closed || (this.items > 0 && this.items + items > this.maxItems)) {
      return Promise.reject(new Overloaded(this.retryAfterMs(this.items)));
    }
    return new Promise((resolve, reject) => {
      if (groups.length === 0) resolve({ outcomes: [], postedAt: 0 });
      for (const ticket of ticketsOf(groups, resolve, reject)) this.tickets.push(ticket);
      this.items += items;
      this.changeNow();
    });
  }

  /** Whole groups of up to `maxItems` items in all; at least one group if there is any. */
  take(maxItems: number): Ticket[] {
    const taken: Ticket[] = [];
    let count = 0;
    for (let next = this.tickets[this.head]; next; next = this.tickets[this.head]) {
      if (count > 0 && count + next.group.length > maxItems) break;
      taken.push(next);
      count += next.group.length;
      this.head += 1;
    }
    this.items -= count;
    this.compact();
    return taken;
  }

  private compact(): void {
    if (this.head < 1_024 && this.head < this.tickets.length) return;
    this.tickets = this.tickets.slice(this.head);
    this.head = 0;
  }

  /** Resolves when something is put in next, or the queue is closed. */
  changed(): Promise<void> {
    this.change ??= Promise.withResolvers<void>();
    return this.change.promise;
  }

  private changeNow(): void {
    this.change?.resolve();
    this.change = undefined;
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** Takes nothing more; what is queued is still posted. */
  close(): void {
    this.closed = true;
    this.changeNow();
  }
}

function ticketsOf(
  groups: readonly PostingGroup[],
  resolve: (receipt: Receipt) => void,
  reject: (error: unknown) => void,
): Ticket[] {
  const receipt: Receipt = { outcomes: groups.map(() => []), postedAt: 0 };
  let waiting = groups.length;
  let failed: { error: unknown } | undefined;
  // A failure is told once all others are decided too: sent again at once, they are replays.
  const decide = () => {
    if (--waiting > 0) return;
    if (failed) reject(failed.error);
    else resolve(receipt);
  };
  return groups.map((group, index) => ({
    group,
    settle(outcomes, at) {
      receipt.outcomes[index] = outcomes;
      if (at) {
        receipt.postedAt = at.postedAt;
        receipt.block = { lane: at.lane, sequence: at.sequence };
      }
      decide();
    },
    fail(error) {
      failed ??= { error };
      decide();
    },
  }));
}
