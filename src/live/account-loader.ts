import type { AccountsRead, AccountsWanted, OpenSelection } from "./read-accounts.queries.js";
import { selects, type BalanceSelection } from "./balance-selection.rules.js";
import { GatheringPace } from "./gathering-pace.js";
import { LIVE_LIMITS } from "./live-limits.js";

/** Reads accounts from Postgres. */
export type ReadAccounts = (wanted: AccountsWanted) => Promise<AccountsRead>;

interface Request {
  selection: BalanceSelection;
  resolve(read: AccountsRead): void;
  reject(error: unknown): void;
}

/** Selections that one statement reads. */
const SELECTIONS_PER_READ = 500;
/** Statements under way at the same time; further selections are gathered meanwhile. */
const PARALLEL_READS = 2;

/** Reads the accounts of many subscriptions that begin at the same time with few statements. */
export class AccountLoader {
  #waiting: Request[] = [];
  #reading = 0;
  #isDue = false;
  readonly #pace = new GatheringPace();

  constructor(private readonly read: ReadAccounts) {}

  /**
   * The selected accounts, and the positions that they are of; one more than the limit at the most.
   */
  load(selection: BalanceSelection): Promise<AccountsRead> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ selection, resolve, reject });
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
    const batch = this.#waiting.splice(0, SELECTIONS_PER_READ);
    this.#reading += 1;
    try {
      const read = await this.read(wantedBy(batch.map(({ selection }) => selection)));
      const pick = pickerOf(read);
      for (const request of batch) request.resolve(pick(request.selection));
    } catch (error) {
      for (const request of batch) request.reject(error);
    } finally {
      this.#reading -= 1;
      this.#schedule();
    }
  }
}

/** What all of several selections need. */
export function wantedBy(selections: readonly BalanceSelection[]): AccountsWanted {
  const open = new Map<string, OpenSelection>();
  for (const selection of selections) {
    for (const each of openSelections(selection)) open.set(JSON.stringify(each), each);
  }
  return {
    ids: [...new Set(selections.flatMap(({ accountIds }) => accountIds ?? []))],
    open: [...open.values()],
    limit: LIVE_LIMITS.accountsPerSubscription + 1,
  };
}

function openSelections(selection: BalanceSelection): OpenSelection[] {
  const { accountIds, partnerIds, currency, purpose } = selection;
  if (accountIds !== null) return [];
  if (partnerIds === null) return [{ partnerId: null, currency, purpose }];
  return partnerIds.map((partnerId) => ({ partnerId, currency, purpose }));
}

/** Gives each selection its own of what was read for several. */
function pickerOf(read: AccountsRead): (selection: BalanceSelection) => AccountsRead {
  const byId = new Map(read.accounts.map((account) => [account.accountId, account]));
  const byPartner = Map.groupBy(read.accounts, (account) => account.partnerId);
  return (selection) => {
    const { accountIds, partnerIds } = selection;
    const candidates =
      accountIds?.flatMap((id) => byId.get(id) ?? []) ??
      partnerIds?.flatMap((id) => byPartner.get(id) ?? []) ??
      read.accounts;
    const accounts = candidates.filter((account) => selects(selection, account));
    return { positions: read.positions, accounts };
  };
}
