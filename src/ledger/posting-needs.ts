import { DomainError } from "../shared/errors.js";
import { positionKey } from "./accrual-model.rules.js";
import type { AccrualPeriod, AccrualPlace, Countable, TermsBook } from "./accrual-model.rules.js";
import { isMoment } from "./posting-input.rules.js";
import type { OriginalState, PostingGroup, PostingItem } from "./posting-model.rules.js";

/** What a batch needs to know of the ledger before it can be computed. */
export interface Needs {
  accounts: Set<string>;
  positions: Map<string, { contractId: string; periodStart: number }>;
  /** Contracts all of whose positions are needed. */
  chains: Set<string>;
  /** Those of them that must be read anew, whatever is in memory. */
  renewed: Set<string>;
  /** Identity keys of the items. */
  ids: string[];
  holdIds: string[];
  originalIds: string[];
  rollbackKeys: string[];
}

export function needsOf(groups: readonly PostingGroup[], terms: TermsBook): Needs {
  const needs: Needs = {
    accounts: new Set(),
    positions: new Map(),
    chains: new Set(),
    renewed: new Set(),
    ids: [],
    holdIds: [],
    originalIds: [],
    rollbackKeys: [],
  };
  for (const group of groups) for (const item of group) addNeeds(needs, item, terms);
  return needs;
}

/** Whether there is something to look up that memory never holds. */
export function needsLookUp({ holdIds, originalIds, rollbackKeys, renewed }: Needs): boolean {
  return holdIds.length + originalIds.length + rollbackKeys.length + renewed.size > 0;
}

function addNeeds(needs: Needs, item: PostingItem, terms: TermsBook): void {
  const { operation: op, identityKey } = item;
  needs.ids.push(identityKey);
  switch (op.kind) {
    case "TRANSFER":
      addPlace(needs, placeOf(terms, item));
      for (const { debit, credit } of op.legs) needs.accounts.add(debit).add(credit);
      return;
    case "HOLD":
      needs.accounts.add(op.debit).add(op.credit);
      return;
    case "CAPTURE":
      addPlace(needs, placeOf(terms, item));
      needs.holdIds.push(op.holdId);
      return;
    case "VOID":
      needs.holdIds.push(op.holdId);
      return;
    case "REVERSAL":
      needs.originalIds.push(op.originalId);
      return;
    case "ROLLBACK":
      needs.rollbackKeys.push(op.originalKey);
      return;
    case "SETTLE":
      addPeriod(needs, terms.periodOf(op.contractId, op.periodStart));
      if (op.releases.length === 0) return;
      needs.chains.add(op.contractId);
      needs.renewed.add(op.contractId);
  }
}

/** What undoes another counts where that counted. */
export function addOriginalNeeds(needs: Needs, original: OriginalState, terms: TermsBook): void {
  for (const { debit, credit } of original.legs) needs.accounts.add(debit).add(credit);
  if (original.countedIn !== null) addPlace(needs, placeOf(terms, { ...original, accrues: true }));
}

/** What is no time has no period, nor has one between two periods; the core refuses the item. */
function placeOf(
  terms: TermsBook,
  countable: Countable & { accrues: boolean },
): AccrualPlace | null {
  if (!countable.accrues || !isMoment(countable.occurredAt)) return null;
  try {
    return terms.accrualOf(countable);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function addPlace(needs: Needs, place: AccrualPlace | null): void {
  if (place) addPeriod(needs, place.period);
}

function addPeriod(needs: Needs, period: AccrualPeriod | null): void {
  if (!period) return;
  const { contractId, periodStart, accounts, reach } = period;
  const key = positionKey(contractId, periodStart);
  if (needs.positions.has(key)) return;
  needs.positions.set(key, { contractId, periodStart });
  for (const account of accounts) needs.accounts.add(account);
  if (reach !== "PERIOD") needs.chains.add(contractId);
}
