import { contentHashOf, identityKeyOf } from "./identity.rules.js";
import type { PostingEngine } from "./posting-engine.js";
import type { Receipt } from "./posting-queue.js";
import type { Atomicity } from "./record-transactions.js";
import type { AccountId, PostingItem } from "./posting.types.js";

/** A transfer between two accounts that the caller names. */
export interface TransferRequest {
  /** Whose external id it is; absent for the platform's own. */
  partnerId?: string | null;
  externalId: string;
  debitAccountId: AccountId;
  creditAccountId: AccountId;
  /** Above zero, in minor units of `currency`. */
  amountMinor: bigint;
  currency: string;
  /** The why, such as ADJUSTMENT. */
  code: string;
  /** The world's time. */
  occurredAt: Date;
  reference?: string | null;
}

/**
 * Posts transfers between named accounts, up to MAX_SUBMISSION_ITEMS. They do not count towards any
 * settlement. @throws EmptyBatch, BatchTooLarge, Overloaded
 */
export function postTransfers(
  ledger: { engine: PostingEngine },
  requests: readonly TransferRequest[],
  atomicity: Atomicity = "EACH",
): Promise<Receipt> {
  const items = requests.map(itemOf);
  return ledger.engine.submit(atomicity === "EACH" ? items.map((item) => [item]) : [items]);
}

function itemOf(request: TransferRequest): PostingItem {
  const { partnerId = null, externalId, amountMinor, currency, code, reference = null } = request;
  const { debitAccountId: debit, creditAccountId: credit } = request;
  const occurredAt = request.occurredAt.getTime();
  return {
    ...{ partnerId, externalId, type: code, direction: "NONE", amountMinor, currency, occurredAt },
    ...{ counterparty: null, reference, documentId: null, details: null, accrues: false },
    identityKey: identityKeyOf(partnerId, externalId),
    contentHash: contentHashOf([debit, credit, amountMinor, currency, code, occurredAt, reference]),
    operation: { kind: "TRANSFER", legs: [{ debit, credit, amountMinor, currency, code }] },
  };
}
