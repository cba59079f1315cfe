import type { AccountChange } from "./account-change.js";
import type { AccountSnapshot } from "./read-accounts.queries.js";

export type BoardStep = AccountChange;

/** Who watches an account. */
export interface EntryWatcher {
  changed(change: AccountChange): void;
  leaps(): void;
}

/** An account on the board, and who watches it. */
export class BoardEntry {
  readonly #watches = new Set<EntryWatcher>();
  /** Steps that came, while the account was being read, before what they build on. */
  #early: BoardStep[] = [];

  constructor(public current: AccountSnapshot) {}

  /** Whether a step is still missing that a later one, which is here, builds on. */
  get hasGap(): boolean {
    return this.#early.length > 0;
  }

  /** Whether a step from that version can be taken now. */
  isReady(fromVersion: number): boolean {
    return this.hasGap || fromVersion <= this.current.version;
  }

  attach(watch: EntryWatcher): void {
    this.#watches.add(watch);
  }

  /** @returns how many still watch the account */
  detach(watch: EntryWatcher): number {
    this.#watches.delete(watch);
    return this.#watches.size;
  }

  /** Takes a step if it is news; one that leaves a gap waits for what fills it. */
  offer(step: BoardStep): void {
    if (step.after.version <= this.current.version) return;
    if (step.fromVersion > this.current.version) {
      this.#early.push(step);
      this.#early.sort((left, right) => left.fromVersion - right.fromVersion);
      return;
    }
    this.#advance(step);
    if (this.#early.length > 0) this.#settleEarly();
  }

  /** Goes to a later state, whatever lies between. */
  leap(step: BoardStep): void {
    if (step.after.version <= this.current.version) return;
    for (const watch of this.#watches) watch.leaps();
    this.#advance(step);
    this.#settleEarly();
  }

  #settleEarly(): void {
    const early = this.#early;
    this.#early = [];
    for (const step of early) this.offer(step);
  }

  #advance(step: BoardStep): void {
    const change = { ...step, fromVersion: this.current.version };
    this.current = step.after;
    for (const watch of this.#watches) watch.changed(change);
  }
}
