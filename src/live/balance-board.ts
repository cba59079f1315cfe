import type { BalanceChange } from "../ledger/index.js";
import type { AccountChange } from "./account-change.js";
import type { AccountLoader } from "./account-loader.js";
import { BoardEntry, type BoardStep } from "./board-entry.js";
import { BoardWatch, type BalanceWatcher } from "./board-watch.js";
import type { BlockTaker } from "./lane-follower.js";
import { covers, type Positions } from "./positions.rules.js";
import type { AccountSnapshot, AccountsRead } from "./read-accounts.queries.js";
import type { LiveBlock, LogEnd } from "./read-log.queries.js";

export interface BoardOptions {
  loader: AccountLoader;
  /** The accounts of all given watches as they are now. */
  readAll(watches: readonly BoardWatch[]): Promise<AccountsRead>;
  readCauses(
    versions: readonly { accountId: string; version: number }[],
  ): Promise<(string | null)[]>;
  /** Told of positions that the log was seen to have. */
  noted(positions: Positions): void;
}

/**
 * The accounts that somebody watches, each exactly as of the blocks that were taken in, so that a
 * subscription can begin at any moment with what the board has and go on with the next block.
 */
export class BalanceBoard implements Omit<BlockTaker, "passed"> {
  readonly #entries = new Map<string, BoardEntry>();
  readonly #watches = new Set<BoardWatch>();
  /** Those that may gain accounts: by partner or filter, or still being read. */
  readonly #open = new Set<BoardWatch>();
  readonly #joining = new Set<BoardWatch>();
  #positions: Positions = new Map();
  #stopped: Error | undefined;

  constructor(private readonly options: BoardOptions) {}

  get hasAudience(): boolean {
    return this.#watches.size > 0;
  }

  /** Accounts and subscriptions that are watched at present. */
  get size(): { accounts: number; watches: number } {
    return { accounts: this.#entries.size, watches: this.#watches.size };
  }

  /**
   * Watches a selection: resolves when the board has its accounts, all of one cut of the log. From
   * then on, until it is closed, the watcher is told of every change.
   * @throws what reading them fails with
   */
  async watch(watcher: BalanceWatcher): Promise<BoardWatch> {
    if (this.#stopped) throw this.#stopped;
    const watch = new BoardWatch(watcher, () => this.#release(watch));
    this.#watches.add(watch);
    this.#open.add(watch);
    this.#joining.add(watch);
    try {
      const read = await this.options.loader.load(watcher.selection);
      if (!watch.isClosed) this.#loaded(watch, read);
    } catch (error) {
      watch.close();
      throw error;
    }
    await watch.ready;
    return watch;
  }

  #loaded(watch: BoardWatch, { positions, accounts }: AccountsRead): void {
    for (const account of accounts) watch.attach(this.#entryOf(account));
    for (const step of watch.takeHeard()) {
      const entry = this.#entryOf(unopened(step));
      watch.attach(entry);
      entry.offer(step);
    }
    watch.loadedAt = positions;
    if (!watch.isOpen) this.#open.delete(watch);
    this.options.noted(positions);
    this.#admit();
  }

  #entryOf(account: AccountSnapshot): BoardEntry {
    const known = this.#entries.get(account.accountId);
    if (known) return known;
    const entry = new BoardEntry(account);
    this.#entries.set(account.accountId, entry);
    return entry;
  }

  isReady(block: LiveBlock): boolean {
    return block.balances.every((change) => {
      const entry = this.#entries.get(change.accountId);
      return !entry || entry.isReady(change.fromVersion);
    });
  }

  take(block: LiveBlock): void {
    for (const change of block.balances) {
      const step = stepOf(change, block.postedAt);
      const known = this.#entries.get(change.accountId);
      if (this.#open.size > 0) this.#meet(step, known);
      (known ?? this.#entries.get(change.accountId))?.offer(step);
    }
  }

  /** Brings an account that came up to those who wait for such a one. */
  #meet(step: BoardStep, known: BoardEntry | undefined): void {
    for (const watch of this.#open) {
      if (known && watch.has(known)) continue;
      if (!watch.wants(step.after)) continue;
      if (!watch.loadedAt) watch.hear(step);
      else watch.attach(this.#entryOf(unopened(step)));
    }
  }

  settled(positions: Positions): void {
    this.#positions = positions;
    this.#admit();
  }

  /** Lets in those whose accounts are now all of the cut that the board is at. */
  #admit(): void {
    for (const watch of this.#joining) {
      if (!watch.loadedAt || !covers(this.#positions, watch.loadedAt)) continue;
      if (watch.entries().some((entry) => entry.hasGap)) continue;
      this.#joining.delete(watch);
      watch.admit();
    }
  }

  /** Nobody who still waits will be let in any more. */
  stop(error: Error): void {
    this.#stopped = error;
    for (const watch of this.#joining) watch.fail(error);
  }

  async jump(): Promise<LogEnd> {
    const loaded = [...this.#watches].filter((watch) => watch.loadedAt);
    const { positions, accounts } = await this.options.readAll(loaded);
    const newer = accounts.filter((account) => account.version > this.#versionOf(account));
    const causes = await this.options.readCauses(newer);
    newer.forEach((after, index) => this.#leap(after, causes[index] ?? ""));
    const times = accounts.map((account) => account.postedAt ?? 0);
    return { positions, postedAt: times.reduce((last, time) => Math.max(last, time), 0) || null };
  }

  #leap(after: AccountSnapshot, transactionId: string): void {
    const step = { fromVersion: this.#versionOf(after), after, transactionId };
    const known = this.#entries.get(after.accountId);
    if (this.#open.size > 0) this.#meet(step, known);
    (known ?? this.#entries.get(after.accountId))?.leap(step);
  }

  #versionOf({ accountId }: AccountSnapshot): number {
    return this.#entries.get(accountId)?.current.version ?? 0;
  }

  #release(watch: BoardWatch): void {
    this.#watches.delete(watch);
    this.#open.delete(watch);
    this.#joining.delete(watch);
    for (const entry of watch.entries()) {
      if (entry.detach(watch) === 0) this.#entries.delete(entry.current.accountId);
    }
  }
}

function stepOf(change: BalanceChange, postedAt: number): BoardStep {
  const { fromVersion, transactionId, accountId, partnerId, purpose, currency } = change;
  const { normalSide, version, balance, pendingDebit, pendingCredit } = change;
  const facts = { accountId, partnerId, purpose, currency, normalSide };
  const after = { ...facts, version, balance, pendingDebit, pendingCredit, postedAt };
  return { fromVersion, after, transactionId };
}

/** The account of a step before its first entry. */
function unopened({ after }: AccountChange): AccountSnapshot {
  const nothing = { balance: 0n, pendingDebit: 0n, pendingCredit: 0n };
  return { ...after, ...nothing, version: 0, postedAt: null };
}
