import { joined, type AccountChange } from "./account-change.js";
import type { Delivery } from "./balance-member.js";

/** Changes that wait to be told: each of them, or merged by account. */
export class PendingChanges {
  #each: AccountChange[] = [];
  #merged = new Map<string, AccountChange>();

  constructor(private readonly delivery: Delivery) {}

  get isEmpty(): boolean {
    return this.#each.length === 0 && this.#merged.size === 0;
  }

  add(change: AccountChange): void {
    if (this.delivery === "EVENTS") return void this.#each.push(change);
    const { accountId } = change.after;
    const before = this.#merged.get(accountId);
    this.#merged.set(accountId, before ? joined(before, change) : change);
  }

  /** All of them; then there are none. */
  take(): AccountChange[] {
    const changes = this.delivery === "EVENTS" ? this.#each : [...this.#merged.values()];
    this.#each = [];
    this.#merged = new Map();
    return changes;
  }
}
