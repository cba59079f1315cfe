import { isCurrency } from "../shared/money.js";
import type { AccountBook } from "./account-book.js";
import type { AccountSpec } from "./account.queries.js";
import type { PostingEngine } from "./posting-engine.js";
import { postingItem } from "./posting-item.rules.js";
import type { Receipt } from "./posting-queue.js";
import { NO_ACCOUNT } from "./posting-model.rules.js";
import type { PostingGroup, PostingItem } from "./posting-model.rules.js";

/** A partner's transaction in canonical form, as the ledger records it. */
export interface PartnerTransaction {
  partnerId: string;
  externalId: string;
  type: string;
  /** IN adds to what we hold with the partner, OUT takes from it. */
  direction: "IN" | "OUT";
  /** Above zero, in minor units of `currency`. */
  amountMinor: bigint;
  currency: string;
  /** The world's time. */
  occurredAt: Date;
  counterparty?: string | null;
  reference?: string | null;
  documentId?: string | null;
}

/** Whether each transaction stands for itself, or all are posted or none. */
export type Atomicity = "EACH" | "ALL_OR_NOTHING";

/** What the use cases of the ledger work with. */
export interface Ledger {
  engine: PostingEngine;
  accounts: AccountBook;
}

/** The accounts that a partner's transactions move: the partner's current account, and our side. */
export function currentAccounts(partnerId: string, currency: string): AccountSpec[] {
  return [
    { partnerId, purpose: "PARTNER_CURRENT", currency, normalSide: "CREDIT" },
    { partnerId: null, purpose: "PLATFORM_CLEARING", currency, normalSide: "DEBIT" },
  ];
}

/**
 * Records partners' transactions, up to MAX_SUBMISSION_ITEMS. Sending the same again has no further
 * effect and is answered REPLAYED; every refusal is an outcome of its own.
 * @throws EmptyBatch, BatchTooLarge, Overloaded
 */
export async function recordTransactions(
  ledger: Ledger,
  transactions: readonly PartnerTransaction[],
  atomicity: Atomicity = "EACH",
): Promise<Receipt> {
  const known = transactions.filter((t) => isCurrency(t.currency));
  const specs = known.flatMap((t) => currentAccounts(t.partnerId, t.currency));
  const ids = await ledger.accounts.ensure(specs);
  const accounts = new Map(known.map((t, index) => [t, ids.slice(2 * index, 2 * index + 2)]));
  const items = transactions.map((t) => itemOf(t, accounts.get(t)));
  return ledger.engine.submit(grouped(items, atomicity));
}

/** The atomic groups of a submission. */
export function grouped(items: PostingItem[], atomicity: Atomicity): PostingGroup[] {
  return atomicity === "EACH" ? items.map((item) => [item]) : [items];
}

/** Without accounts the core refuses it, for its currency. */
function itemOf(t: PartnerTransaction, accounts: string[] = []): PostingItem {
  const [current = NO_ACCOUNT, clearing = NO_ACCOUNT] = accounts;
  const { amountMinor, currency } = t;
  const [debit, credit] = t.direction === "IN" ? [clearing, current] : [current, clearing];
  const leg = { debit, credit, amountMinor, currency, code: "RECORD" };
  return postingItem({ ...t, accrues: true, operation: { kind: "TRANSFER", legs: [leg] } });
}
