import type { AccountChange } from "./account-change.js";
import { isOpen, selects, type BalanceSelection } from "./balance-selection.rules.js";
import type { BoardEntry, BoardStep, EntryWatcher } from "./board-entry.js";
import type { Positions } from "./positions.rules.js";
import type { AccountSnapshot } from "./read-accounts.queries.js";

/** Who watches accounts. */
export interface BalanceWatcher {
  readonly selection: BalanceSelection;
  /** Told of each step of a selected account, contiguous for each account. */
  changed(change: AccountChange): void;
  /** The steps that follow stand for more than one commit. */
  leaps(): void;
}

/** One watcher's accounts on the board. */
export class BoardWatch implements EntryWatcher {
  readonly #entries = new Map<string, BoardEntry>();
  readonly #ids: ReadonlySet<string> | null;
  readonly #ready = Promise.withResolvers<void>();
  #heard: BoardStep[] = [];
  #isAdmitted = false;
  /** The positions that its accounts were read at; undefined while they are being read. */
  loadedAt: Positions | undefined;
  isClosed = false;

  constructor(
    readonly watcher: BalanceWatcher,
    private readonly release: () => void,
  ) {
    const { accountIds } = watcher.selection;
    this.#ids = accountIds && new Set(accountIds);
    this.#ready.promise.catch(() => undefined); // it may fail while nobody waits for it
  }

  /** Resolves when the board has its accounts, or when it was closed before. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get isOpen(): boolean {
    return isOpen(this.watcher.selection);
  }

  wants(account: AccountSnapshot): boolean {
    if (this.#ids && !this.#ids.has(account.accountId)) return false;
    return selects(this.watcher.selection, account);
  }

  has(entry: BoardEntry): boolean {
    return this.#entries.has(entry.current.accountId);
  }

  attach(entry: BoardEntry): void {
    this.#entries.set(entry.current.accountId, entry);
    entry.attach(this);
  }

  entries(): BoardEntry[] {
    return [...this.#entries.values()];
  }

  /** The accounts as they are at this moment, in the order of their numbers. */
  snapshot(): AccountSnapshot[] {
    return this.entries()
      .map((entry) => entry.current)
      .sort(byNumber);
  }

  /** One of the accounts as it is at this moment. */
  current(accountId: string): AccountSnapshot | undefined {
    return this.#entries.get(accountId)?.current;
  }

  get size(): number {
    return this.#entries.size;
  }

  get accountIds(): string[] {
    return [...this.#entries.keys()];
  }

  /** Keeps a step of an account that may turn out to be selected. */
  hear(step: BoardStep): void {
    this.#heard.push(step);
  }

  takeHeard(): BoardStep[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  admit(): void {
    this.#isAdmitted = true;
    this.#ready.resolve();
  }

  /** It will never be ready. */
  fail(error: unknown): void {
    this.#ready.reject(error);
    this.close();
  }

  changed(change: AccountChange): void {
    if (this.#isAdmitted) this.watcher.changed(change);
  }

  leaps(): void {
    if (this.#isAdmitted) this.watcher.leaps();
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.release();
    this.#ready.resolve();
  }
}

/** Longer numbers are larger; of the same length the text says it. */
function byNumber({ accountId: left }: AccountSnapshot, { accountId: right }: AccountSnapshot) {
  return left.length - right.length || (left < right ? -1 : 1);
}
