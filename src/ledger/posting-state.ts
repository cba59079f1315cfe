import { isMoment } from "./posting-input.rules.js";
import { readAccounts, readHolds, readIdentities } from "./posting-read.queries.js";
import { readOriginals, readPositions } from "./posting-read.queries.js";
import type { Connection } from "./posting-read.queries.js";
import { positionKey } from "./posting-model.rules.js";
import type {
  AccountState,
  KnownTransaction,
  LedgerState,
  PositionState,
  PostingGroup,
  PostingItem,
  PostingPlan,
  TermsBook,
} from "./posting-model.rules.js";

/** A lane keeps at most so many accounts in memory; past that it forgets all and starts again. */
export const MAX_CACHED_ACCOUNTS = 200_000;
const MAX_CACHED_POSITIONS = 20_000;

interface Needs {
  accounts: Set<string>;
  positions: Map<string, { contractId: string; periodStart: number }>;
  /** Identity keys of the items. */
  ids: string[];
  holdIds: string[];
  originalIds: string[];
  rollbackKeys: string[];
}

/**
 * What a lane knows of the ledger: accounts and positions it has read or written. It may be out of
 * date when another hub posts to them; the write finds that out, and the lane forgets it all.
 */
export class LaneState {
  private accounts = new Map<string, AccountState>();
  private positions = new Map<string, PositionState>();

  forget(): void {
    this.accounts = new Map();
    this.positions = new Map();
  }

  /** The state for a batch from memory alone, where that suffices. */
  cached(groups: readonly PostingGroup[], terms: TermsBook): LedgerState | undefined {
    const needs = needsOf(groups, terms);
    if (needs.holdIds.length + needs.originalIds.length + needs.rollbackKeys.length > 0) return;
    for (const id of needs.accounts) if (!this.accounts.has(id)) return;
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
    await this.addAccountsBehind(on, needs, originalIds);
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

  private async addAccountsBehind(on: Connection, needs: Needs, originalIds: string[]) {
    for (const { debit, credit } of (await readHolds(on, needs.holdIds)).values()) {
      needs.accounts.add(debit).add(credit);
    }
    for (const { legs } of (await readOriginals(on, originalIds)).values()) {
      for (const { debit, credit } of legs) needs.accounts.add(debit).add(credit);
    }
  }

  private async readMissing(on: Connection, needs: Needs, lock: boolean): Promise<void> {
    const ids = [...needs.accounts].filter((id) => !this.accounts.has(id));
    if (ids.length > 0) {
      for (const account of await readAccounts(on, ids, lock))
        this.accounts.set(account.id, account);
    }
    const missing = [...needs.positions].filter(([key]) => !this.positions.has(key));
    const found = await readPositions(
      on,
      missing.map(([, position]) => position),
    );
    for (const [key, position] of found) this.positions.set(key, position);
  }

  private stateWith(read: Partial<LedgerState>): LedgerState {
    return {
      accounts: this.accounts,
      positions: this.positions,
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
  }
}

function rolledBack(needs: Needs, known: Map<string, KnownTransaction>): string[] {
  return needs.rollbackKeys.flatMap((key) => known.get(key)?.transactionId ?? []);
}

function needsOf(groups: readonly PostingGroup[], terms: TermsBook): Needs {
  const needs: Needs = {
    accounts: new Set(),
    positions: new Map(),
    ids: [],
    holdIds: [],
    originalIds: [],
    rollbackKeys: [],
  };
  for (const group of groups) for (const item of group) addNeeds(needs, item, terms);
  return needs;
}

function addNeeds(needs: Needs, item: PostingItem, terms: TermsBook): void {
  const { operation: op, identityKey } = item;
  // A time that is none has no period; the core refuses the item.
  const accrual = item.accrues && isMoment(item.occurredAt) ? terms.accrualOf(item) : null;
  needs.ids.push(identityKey);
  if (accrual) {
    const { contractId, periodStart, payable, expense } = accrual;
    needs.accounts.add(payable).add(expense);
    needs.positions.set(positionKey(contractId, periodStart), { contractId, periodStart });
  }
  switch (op.kind) {
    case "TRANSFER":
      for (const { debit, credit } of op.legs) needs.accounts.add(debit).add(credit);
      return;
    case "HOLD":
      needs.accounts.add(op.debit).add(op.credit);
      return;
    case "CAPTURE":
    case "VOID":
      needs.holdIds.push(op.holdId);
      return;
    case "REVERSAL":
      needs.originalIds.push(op.originalId);
      return;
    case "ROLLBACK":
      needs.rollbackKeys.push(op.originalKey);
  }
}
