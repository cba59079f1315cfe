import { joined, type AccountChange } from "./account-change.js";
import type { LiveFrame, Outlet } from "./live-frame.js";
import { LIVE_LIMITS } from "./live-limits.js";

/** How a client wants its changes: the newest, or each. */
export type Delivery = "STATE" | "EVENTS";

/** What a member asks of its group. */
export interface MemberOwner {
  /** It has room again, and changes to be told of in one item. */
  late(member: BalanceMember): void;
  /** It missed events for good, and has room for a new beginning. */
  lost(member: BalanceMember): void;
}

/** One client of a group of equal subscriptions. */
export class BalanceMember {
  /** Merged changes that a STATE client has not been told of. */
  #missed: Map<string, AccountChange> | null = null;
  /** Frames that an EVENTS client has not been told of. */
  #queue: LiveFrame[] = [];
  #queuedBytes = 0;
  #isHeld = false;
  #isLost = false;
  #waits = false;
  isClosed = false;

  constructor(
    private readonly owner: MemberOwner,
    private readonly delivery: Delivery,
    readonly outlet: Outlet,
  ) {}

  /** Sends a frame that all members get, or keeps what it tells for later. */
  take(frame: LiveFrame, changes: readonly AccountChange[]): void {
    if (this.isClosed || this.#isLost) return;
    if (this.#isCurrent && !this.outlet.isFull) return this.outlet.send(frame);
    if (this.delivery === "STATE") this.#note(changes);
    else this.#enqueue(frame);
    this.#waitForRoom();
  }

  get #isCurrent(): boolean {
    return !this.#isHeld && this.#missed === null && this.#queue.length === 0;
  }

  /** Keeps everything back until `release`. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Goes on, behind changes (STATE) or frames (EVENTS) that come before what was kept back. */
  release(before: { changes: readonly AccountChange[]; frames: readonly LiveFrame[] }): void {
    if (this.isClosed || this.#isLost) return;
    this.#isHeld = false;
    for (const frame of before.frames) this.outlet.send(frame);
    const kept = this.#missed;
    if (before.changes.length > 0 || kept) {
      this.#missed = null;
      this.#note(before.changes);
      this.#note([...(kept?.values() ?? [])]);
    }
    this.#waitForRoom();
  }

  /** Whether something waits to be told. */
  get hasMissed(): boolean {
    return this.#missed !== null;
  }

  /** The merged changes that the client has not been told of; they count as told then. */
  takeMissed(): AccountChange[] {
    const missed = this.#missed;
    this.#missed = null;
    return [...(missed?.values() ?? [])];
  }

  #note(changes: readonly AccountChange[]): void {
    const missed = (this.#missed ??= new Map());
    for (const change of changes) {
      const { accountId } = change.after;
      const before = missed.get(accountId);
      missed.set(accountId, before ? joined(before, change) : change);
    }
  }

  #enqueue(frame: LiveFrame): void {
    this.#queue.push(frame);
    this.#queuedBytes += frame.bytes;
    const { queuedItems, queuedBytes } = LIVE_LIMITS;
    if (this.#queue.length <= queuedItems && this.#queuedBytes <= queuedBytes) return;
    this.lose();
  }

  /** Gives up what it missed: it will begin anew when there is room. */
  lose(): void {
    this.#forget();
    if (this.#isLost) return;
    this.#isHeld = this.#isLost = true;
    this.outlet.onceDrained(() => this.#beginAnew());
  }

  #forget(): void {
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#missed = null;
  }

  #beginAnew(): void {
    if (!this.isClosed) this.owner.lost(this);
  }

  /** From here on the member is as one that has just begun. */
  reset(): void {
    this.#forget();
    this.#isHeld = this.#isLost = false;
  }

  #waitForRoom(): void {
    if (this.#waits || this.#isHeld || this.#isCurrent) return;
    this.#waits = true;
    const proceed = (): void => {
      this.#waits = false;
      this.#proceed();
    };
    if (this.outlet.isFull) this.outlet.onceDrained(proceed);
    else queueMicrotask(proceed);
  }

  #proceed(): void {
    if (this.isClosed || this.#isHeld) return;
    if (this.#missed) return this.owner.late(this);
    let sent = 0;
    while (sent < this.#queue.length && !this.outlet.isFull) {
      const frame = this.#queue[sent++];
      if (frame) this.outlet.send(frame);
    }
    this.#queue.splice(0, sent);
    this.#queuedBytes = this.#queue.reduce((sum, frame) => sum + frame.bytes, 0);
    this.#waitForRoom();
  }
}
