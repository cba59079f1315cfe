import type { BalanceRow } from "./balance-row.js";
import { History } from "./history.js";
import { exponentOf } from "./money.js";

/**
 * The sum of the accounts of one purpose in one currency. Purposes are not added up: accounts of
 * both sides of the ledger together would say nothing.
 */
export interface Total {
  readonly key: string;
  readonly purpose: string;
  readonly currency: string;
  readonly exponent: number;
  minor: bigint;
  accounts: number;
  readonly history: History;
}

/** Sums that follow each change, never recomputed from all accounts. */
export class Totals {
  #all = new Map<string, Total>();

  /** The sums, by currency and purpose. */
  list(): Total[] {
    return [...this.#all.values()].toSorted(
      (left, right) =>
        left.currency.localeCompare(right.currency) || left.purpose.localeCompare(right.purpose),
    );
  }

  get(key: string): Total | undefined {
    return this.#all.get(key);
  }

  /** Begins anew with these accounts; the lines of sums that are still there go on. */
  restart(rows: Iterable<BalanceRow>, at: number): void {
    const before = this.#all;
    this.#all = new Map();
    for (const row of rows) this.#add(row, before);
    for (const total of this.#all.values()) total.history.record(at, total.minor);
  }

  change(row: BalanceRow, before: BalanceRow | undefined, at: number): void {
    const total = before ? this.#of(row) : this.#add(row);
    if (before) total.minor += row.postedMinor - before.postedMinor;
    total.history.record(at, total.minor);
  }

  #add(row: BalanceRow, known?: ReadonlyMap<string, Total>): Total {
    const total = this.#of(row, known);
    total.minor += row.postedMinor;
    total.accounts += 1;
    return total;
  }

  #of({ purpose, currency, posted }: BalanceRow, known?: ReadonlyMap<string, Total>): Total {
    const key = `${currency} ${purpose}`;
    const found = this.#all.get(key);
    if (found) return found;
    const history = known?.get(key)?.history ?? new History();
    const exponent = exponentOf(posted);
    const total = { key, purpose, currency, exponent, minor: 0n, accounts: 0, history };
    this.#all.set(key, total);
    return total;
  }
}
