import { postingItem } from "./posting-item.rules.js";
import type { Receipt } from "./posting-queue.js";
import type { PostingItem } from "./posting-model.rules.js";
import type { AccountId } from "./posting-model.rules.js";
import { grouped } from "./record-transactions.js";
import type { Atomicity, Ledger } from "./record-transactions.js";

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
  { engine }: Pick<Ledger, "engine">,
  requests: readonly TransferRequest[],
  atomicity: Atomicity = "EACH",
): Promise<Receipt> {
  return engine.submit(grouped(requests.map(itemOf), atomicity));
}

function itemOf(request: TransferRequest): PostingItem {
  const { partnerId = null, debitAccountId: debit, creditAccountId: credit } = request;
  const { amountMinor, currency, code } = request;
  return postingItem({
    ...request,
    partnerId,
    type: code,
    direction: "NONE",
    accrues: false,
    operation: {
      kind: "TRANSFER",
      legs: [
        {
          debit,
          credit,
          amountMinor,
          currency,
          code,
        },
      ],
    },
  });
}
