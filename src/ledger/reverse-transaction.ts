import { postingItem } from "./posting-item.rules.js";
import type { Receipt } from "./posting-queue.js";
import type { Ledger } from "./record-transactions.js";

export interface ReversalRequest {
  /** Whose transaction it is; absent for the platform's own. */
  partnerId: string | null;
  externalId: string;
  /** The transaction to undo. */
  transactionId: string;
  /** Of that transaction. */
  currency: string;
  /** How much of it, in minor units; all that is left of it where absent. */
  amountMinor?: bigint | null;
  occurredAt: Date;
  /** Why. */
  reference?: string | null;
}

/**
 * Undoes a transaction by a linked one, in full or in part and never beyond it. What it counted
 * towards a settlement is taken back in the period of the reversal. @throws Overloaded
 */
export function reverseTransaction(
  { engine }: Pick<Ledger, "engine">,
  request: ReversalRequest,
): Promise<Receipt> {
  const item = postingItem({
    ...request,
    type: "reversal",
    direction: "NONE",
    amountMinor: request.amountMinor ?? 0n,
    accrues: request.partnerId !== null,
    operation: {
      kind: "REVERSAL",
      originalId: request.transactionId,
    },
  });
  return engine.submit([[item]]);
}
