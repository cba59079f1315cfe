import { positionKey } from "./accrual-model.rules.js";
import type { ChainState, PositionState, TermsBook } from "./accrual-model.rules.js";
import { readChains, readPositions } from "./position-read.queries.js";
import { addOriginalNeeds, needsLookUp, needsOf } from "./posting-needs.js";
import type { Needs } from "./posting-needs.js";
import { readAccounts, readHolds, readIdentities } from "./posting-read.queries.js";
import { readOriginals } from "./posting-read.queries.js";
import type { Connection } from "./posting-read.queries.js";
import type {
  AccountState,
  KnownTransaction,
  LedgerState,
  PostingGroup,
  PostingPlan,
} from "./posting-model.rules.js";

/** A lane keeps at most so many accounts in memory; past that it forgets all and starts again. */
export const MAX_CACHED_ACCOUNTS = 200_000;
const MAX_CACHED_POSITIONS = 20_000;

/**
 * What a lane knows of the ledger: accounts and positions it has read or written. It may be out of
 * date when another hub posts to them; the write finds that out, and the lane forgets it all.
 */
export class LaneState {
  private accounts = new Map<string, AccountState>();
  private positions = new Map<string, PositionState>();
  private chains = new Map<string, ChainState>();

  forget(): void {
    this.accounts = new Map();
    this.positions = new Map();
    this.chains = new Map();
  }

  /** The state for a batch from memory alone, where that suffices. */
  cached(groups: readonly PostingGroup[], terms: TermsBook): LedgerState | undefined {
    const needs = needsOf(groups, terms);
    if (needsLookUp(needs)) return;
    for (const id of needs.accounts) if (!this.accounts.has(id)) return;
    for (const id of needs.chains) if (!this.chains.has(id)) return;
    for (const key of needs.positions.keys()) if (!this.positions.has(key)) return;
    return this.stateWith({});
  }

  /**
   * The state for a batch, read where it is not in memory. `lock` reads all of it anew under the
   * row locks of the transaction in progress; `identities` looks up which external ids are known.
   */
  async load(
    on: Connection,
    groups: readonly PostingGroup[],
    { terms, lock, identities }: { terms: TermsBook; lock: boolean; identities: boolean },
  ): Promise<LedgerState> {
    if (lock || this.accounts.size > MAX_CACHED_ACCOUNTS) this.forget();
    if (this.positions.size > MAX_CACHED_POSITIONS) this.forget();
    const needs = needsOf(groups, terms);
    const before = rolledBack(needs, await readIdentities(on, needs.rollbackKeys));
    const originalIds = [...needs.originalIds, ...before];
    await this.addNeedsBehind(on, needs, { originalIds, terms });
    await this.readMissing(on, needs, lock);
    // All else is read after the accounts, whose locks were perhaps waited for: read before, it
    // would hide what another hub has committed in between.
    const known = await readIdentities(on, [
      ...needs.rollbackKeys,
      ...(identities ? needs.ids : []),
    ]);
    if (rolledBack(needs, known).length > before.length) {
      return this.load(on, groups, { terms, lock, identities });
    }
    const holds = await readHolds(on, needs.holdIds);
    const originals = await readOriginals(on, originalIds);
    return this.stateWith({ known, holds, originals });
  }

  private async addNeedsBehind(
    on: Connection,
    needs: Needs,
    { originalIds, terms }: { originalIds: string[]; terms: TermsBook },
  ) {
    for (const { debit, credit } of (await readHolds(on, needs.holdIds)).values()) {
      needs.accounts.add(debit).add(credit);
    }
    for (const original of (await readOriginals(on, originalIds)).values()) {
      addOriginalNeeds(needs, original, terms);
    }
  }

  private async readMissing(on: Connection, needs: Needs, lock: boolean): Promise<void> {
    const ids = [...needs.accounts].filter((id) => !this.accounts.has(id));
    if (ids.length > 0) {
      for (const account of await readAccounts(on, ids, lock))
        this.accounts.set(account.id, account);
    }
    await this.readMissingChains(on, needs);
    const missing = [...needs.positions].filter(([key]) => !this.positions.has(key));
    const wanted = missing
      .map(([, position]) => position)
      .filter(({ contractId }) => !needs.chains.has(contractId));
    this.remember(await readPositions(on, wanted));
  }

  /** A chain is in memory together with all of its positions. */
  private async readMissingChains(on: Connection, needs: Needs): Promise<void> {
    for (const contractId of needs.renewed) this.chains.delete(contractId);
    const missing = [...needs.chains].filter((contractId) => !this.chains.has(contractId));
    if (missing.length === 0) return;
    const { versions, positions } = await readChains(on, missing);
    this.remember(positions);
    for (const contractId of missing) {
      const own = positions.filter((position) => position.contractId === contractId);
      const periods = own.map(({ periodStart }) => periodStart);
      const version = own.reduce((sum, position) => sum + position.version, 0);
      this.chains.set(contractId, { version, stored: versions.get(contractId) ?? 0, periods });
    }
  }

  private remember(positions: readonly PositionState[]): void {
    for (const position of positions) {
      this.positions.set(positionKey(position.contractId, position.periodStart), position);
    }
  }

  private stateWith(read: Partial<LedgerState>): LedgerState {
    return {
      accounts: this.accounts,
      positions: this.positions,
      chains: this.chains,
      known: read.known ?? new Map(),
      holds: read.holds ?? new Map(),
      originals: read.originals ?? new Map(),
    };
  }

  /** Takes over what a plan leads to: before its commit, so that the next batch can be computed. */
  advance(plan: PostingPlan): void {
    for (const [id, { after }] of plan.accounts) this.accounts.set(id, after);
    for (const [key, position] of plan.positions) {
      this.positions.set(key, { ...position, isNew: false });
    }
    for (const [contractId, chain] of plan.chains) {
      this.chains.set(contractId, { ...chain, stored: chain.version });
    }
  }
}

function rolledBack(needs: Needs, known: Map<string, KnownTransaction>): string[] {
  return needs.rollbackKeys.flatMap((key) => known.get(key)?.transactionId ?? []);
}
