import type { BalancesItem } from "@tutti/client";
import { rowOf, type BalanceRow, type ToldBalance } from "./balance-row.js";
import { History } from "./history.js";
import { Totals } from "./totals.js";

/**
 * All balances that are watched, outside React: an item costs as much as it changes, and nothing is
 * drawn by it.
 */
export class BalanceBook {
  #rows = new Map<string, BalanceRow>();
  #histories = new Map<string, History>();
  #incoming: ToldBalance[] = [];
  readonly totals = new Totals();
  #accounts: readonly BalanceRow[] | undefined;
  /** Whether a whole snapshot has come. */
  isFilled = false;

  /**
   * The accounts there are, the same array until there are others. Their figures are those of when
   * it was made: `row` has the newest.
   */
  get accounts(): readonly BalanceRow[] {
    this.#accounts ??= [...this.#rows.values()];
    return this.#accounts;
  }

  row(id: string): BalanceRow | undefined {
    return this.#rows.get(id);
  }

  history(id: string): History | undefined {
    return this.#histories.get(id);
  }

  /** @returns how many entries the item tells of, merged ones counted each */
  take(item: BalancesItem, at: number): number {
    if (item.__typename === "BalancesSnapshot") {
      this.#incoming.push(...item.balances);
      if (item.complete) this.#replace(at);
    }
    if (item.__typename !== "BalancesChanged") return 0;
    let entries = 0;
    for (const { account, fromVersion, version } of item.changes) {
      this.#change(account, at);
      entries += Number(BigInt(version) - BigInt(fromVersion));
    }
    return entries;
  }

  /** Parts of a snapshot that was cut off are none of the next one's. */
  reconnecting(): void {
    this.#incoming = [];
  }

  #change(told: ToldBalance, at: number): void {
    const before = this.#rows.get(told.id);
    // A client that stopped inside a group of parts gets the first of them again.
    if (before && BigInt(told.balance.version) < BigInt(before.version)) return;
    const row = rowOf(told, before, at);
    this.#rows.set(row.id, row);
    if (!before) this.#accounts = undefined;
    this.#historyOf(row.id).record(at, row.postedMinor);
    this.totals.change(row, before, at);
  }

  #replace(at: number): void {
    this.#rows = new Map(this.#incoming.map((told) => [told.id, rowOf(told)]));
    this.#incoming = [];
    this.#histories = new Map([...this.#histories].filter(([id]) => this.#rows.has(id)));
    for (const row of this.#rows.values()) this.#historyOf(row.id).record(at, row.postedMinor);
    this.totals.restart(this.#rows.values(), at);
    this.#accounts = undefined;
    this.isFilled = true;
  }

  #historyOf(id: string): History {
    const known = this.#histories.get(id);
    if (known) return known;
    const history = new History();
    this.#histories.set(id, history);
    return history;
  }
}
