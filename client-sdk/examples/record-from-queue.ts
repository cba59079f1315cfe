import { NetworkError, RefusedError, type TransactionInput, type TuttiClient } from "@tutti/client";

/** A queue as most are: what was taken and is not confirmed is delivered again. */
export interface Queue {
  /** Up to `limit` messages; none when the queue has ended. */
  take(limit: number): Promise<readonly TransactionInput[]>;
  confirm(messages: readonly TransactionInput[]): Promise<void>;
  /** Sets aside what can never be recorded, for a person to look at. */
  setAside(message: TransactionInput, reason: string): Promise<void>;
}

/** The most transactions that one call carries. */
const BATCH = 1_000;

/**
 * Records a partner's transactions from a queue. A message that comes twice is recorded once: its
 * `externalId` is its identity, so whatever fails is simply delivered and sent again.
 */
export async function recordFromQueue(
  tutti: TuttiClient,
  partnerId: string,
  queue: Queue,
): Promise<number> {
  let recorded = 0;
  for (;;) {
    const transactions = await queue.take(BATCH);
    if (transactions.length === 0) return recorded;
    try {
      recorded += await recordBatch(tutti, partnerId, transactions, queue);
      await queue.confirm(transactions);
    } catch (error) {
      if (!isPassing(error)) throw error;
      // The client has tried again by itself already: leave the messages to the queue.
    }
  }
}

async function recordBatch(
  tutti: TuttiClient,
  partnerId: string,
  transactions: readonly TransactionInput[],
  queue: Queue,
): Promise<number> {
  const { outcomes } = await tutti.transactions.record({ partnerId, transactions });
  let recorded = 0;
  for (const [at, { status, reason }] of (outcomes ?? []).entries()) {
    const message = transactions[at];
    if (status === "REFUSED" && message) await queue.setAside(message, reason ?? "");
    else recorded += 1;
  }
  return recorded;
}

function isPassing(error: unknown): boolean {
  if (error instanceof RefusedError) return error.retryAfterMs !== undefined;
  return error instanceof NetworkError;
}
