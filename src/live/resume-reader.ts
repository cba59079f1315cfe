import type { AccountChange } from "./account-change.js";
import { GatheringPace } from "./gathering-pace.js";
import { LIVE_LIMITS } from "./live-limits.js";
import { common, sequenceOf, type Positions } from "./positions.rules.js";
import type { AccountSnapshot } from "./read-accounts.queries.js";
import type { TailEntry } from "./read-tails.queries.js";

/** Reads entries of accounts behind positions from Postgres, newest first for each account. */
export type ReadTails = (accountIds: readonly string[], behind: Positions) => Promise<TailEntry[]>;

/** What a client missed between two cuts of the log. */
export interface Missed {
  accounts: readonly AccountSnapshot[];
  /** Where the client stopped. */
  from: Positions;
  /** From where on it gets what happens. */
  to: Positions;
}

interface Request {
  missed: Missed;
  resolve(changes: AccountChange[] | null): void;
  reject(error: unknown): void;
}

/** Accounts that one statement reads. */
const ACCOUNTS_PER_READ = 1_000;
const PARALLEL_READS = 2;

/** Reads what many clients missed that come back at the same time, with few statements. */
export class ResumeReader {
  #waiting: Request[] = [];
  #reading = 0;
  #isDue = false;
  readonly #pace = new GatheringPace();

  constructor(private readonly read: ReadTails) {}

  /** Each commit's change of each account, contiguous by account; null when there are too many. */
  changes(missed: Missed): Promise<AccountChange[] | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ missed, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#isDue || this.#reading >= PARALLEL_READS || this.#waiting.length === 0) return;
    this.#isDue = true;
    const begin = (): void => {
      this.#isDue = false;
      void this.#readNext();
    };
    this.#pace.next(() => this.#waiting.length, begin);
  }

  async #readNext(): Promise<void> {
    const batch = this.#takeBatch();
    this.#reading += 1;
    try {
      await this.#answer(batch);
    } catch (error) {
      for (const request of batch) request.reject(error);
    } finally {
      this.#reading -= 1;
      this.#schedule();
    }
  }

  #takeBatch(): Request[] {
    let accounts = 0;
    let count = 0;
    for (const { missed } of this.#waiting) {
      accounts += missed.accounts.length;
      if (count > 0 && accounts > ACCOUNTS_PER_READ) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #answer(batch: Request[]): Promise<void> {
    const tails = await this.#readAll(batch.map(({ missed }) => missed));
    if (tails) {
      for (const { missed, resolve } of batch) resolve(changesOf(missed, tails));
    } else if (batch.length === 1) batch[0]?.resolve(null);
    // One that is far behind must not spoil it for the others.
    else for (const request of batch) await this.#answer([request]);
  }

  /** The entries by account, or null when there are more than may be read. */
  async #readAll(all: Missed[]): Promise<Map<string, TailEntry[]> | null> {
    const ids = [...new Set(all.flatMap(({ accounts }) => accounts.map((a) => a.accountId)))];
    const behind = all.map(({ from }) => from).reduce(common);
    const entries: TailEntry[] = [];
    for (let at = 0; at < ids.length; at += ACCOUNTS_PER_READ) {
      entries.push(...(await this.read(ids.slice(at, at + ACCOUNTS_PER_READ), behind)));
      if (entries.length > LIVE_LIMITS.resumeChanges) return null;
    }
    return Map.groupBy(entries, (entry) => entry.accountId);
  }
}

function changesOf(
  { accounts, from, to }: Missed,
  tails: ReadonlyMap<string, TailEntry[]>,
): AccountChange[] | null {
  const changes: AccountChange[] = [];
  for (const account of accounts) {
    const tail = tails.get(account.accountId) ?? [];
    const known = tail.findIndex((entry) => isWithin(from, entry));
    if (known < 0 && tail.length > LIVE_LIMITS.resumeChangesPerAccount) return null;
    const missed = known < 0 ? tail : tail.slice(0, known);
    const told = missed.filter((entry) => isWithin(to, entry));
    changes.push(...commitsOf(account, told.toReversed()));
  }
  return changes;
}

function isWithin(positions: Positions, { lane, sequence }: TailEntry): boolean {
  return sequence <= sequenceOf(positions, lane);
}

/** One change for each commit, from an account's entries in the order of their versions. */
function commitsOf(account: AccountSnapshot, entries: readonly TailEntry[]): AccountChange[] {
  const changes: AccountChange[] = [];
  let previous: TailEntry | undefined;
  for (const entry of entries) {
    const { lane, sequence } = entry;
    const continues = previous?.lane === lane && previous.sequence === sequence;
    const fromVersion = continues ? changes.pop()?.fromVersion : undefined;
    changes.push(changeOf(account, entry, fromVersion ?? entry.version - 1));
    previous = entry;
  }
  return changes;
}

function changeOf(
  account: AccountSnapshot,
  { version, balance, pendingDebit, pendingCredit, postedAt, transactionId }: TailEntry,
  fromVersion: number,
): AccountChange {
  const after = { ...account, version, balance, pendingDebit, pendingCredit, postedAt };
  return { fromVersion, after, transactionId };
}
