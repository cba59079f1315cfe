import type { BlockHead } from "./posting-write.queries.js";
import type { PostingPlan, Side } from "./posting-model.rules.js";

/** What one commit did to one account; `fromVersion` is the version before it. */
export interface BalanceChange {
  accountId: string;
  partnerId: string | null;
  purpose: string;
  currency: string;
  normalSide: Side;
  fromVersion: number;
  version: number;
  /** Credits less debits, in minor units. */
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  /** The transaction behind the last of the entries. */
  transactionId: string;
}

/** What one batch committed, told after the commit. Sequences of a lane are contiguous. */
export interface CommittedBlock {
  lane: number;
  sequence: number;
  /** Milliseconds since the epoch. */
  postedAt: number;
  balances: BalanceChange[];
  /** The contracts whose settlement positions it changed. */
  contracts: string[];
  transactions: { id: string; partnerId: string | null }[];
}

/** The news of a committed plan. */
export function committedBlock(plan: PostingPlan, head: BlockHead): CommittedBlock {
  const causes = new Map(plan.entries.map((entry) => [entry.accountId, entry.transactionId]));
  const balances = [...plan.accounts.values()].map(({ before, after }) => ({
    accountId: after.id,
    partnerId: after.partnerId,
    purpose: after.purpose,
    currency: after.currency,
    normalSide: after.normalSide,
    fromVersion: before.version,
    version: after.version,
    balance: after.balance,
    pendingDebit: after.pendingDebit,
    pendingCredit: after.pendingCredit,
    transactionId: causes.get(after.id) ?? "",
  }));
  const transactions = plan.transactions.map(({ id, item }) => ({ id, partnerId: item.partnerId }));
  const contracts = new Set([...plan.positions.values()].map(({ contractId }) => contractId));
  return {
    lane: head.lane,
    sequence: head.sequence,
    postedAt: plan.postedAt,
    balances,
    contracts: [...contracts],
    transactions,
  };
}
