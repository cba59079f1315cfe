import { setTimeout as wait } from "node:timers/promises";
import {
  recordTransactions,
  type AccountBook,
  type PartnerTransaction,
  type PostingEngine,
  type Receipt,
} from "../ledger/index.js";
import { DomainError } from "../shared/errors.js";

/** The part of the ledger that records transactions. */
export interface RecordingLedger {
  engine: PostingEngine;
  accounts: AccountBook;
}

/** How often transactions are offered to a full engine before the caller is told so. */
export const MAX_OVERLOADED_ATTEMPTS = 30;

/**
 * Records transactions, each for itself; while the engine is full it waits as long as that says, so
 * that whoever feeds us is held back instead of refused.
 * @throws Overloaded when it stayed full, EmptyBatch, BatchTooLarge
 */
export async function recordPatiently(
  ledger: RecordingLedger,
  transactions: readonly PartnerTransaction[],
  maxAttempts = MAX_OVERLOADED_ATTEMPTS,
): Promise<Receipt> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await recordTransactions(ledger, transactions);
    } catch (error) {
      const waitMs = retryAfterMs(error);
      if (waitMs === undefined || attempt >= maxAttempts) throw error;
      await wait(waitMs);
    }
  }
}

function retryAfterMs(error: unknown): number | undefined {
  if (!(error instanceof DomainError) || error.code !== "OVERLOADED") return undefined;
  const ms: unknown = Reflect.get(error, "retryAfterMs");
  return typeof ms === "number" ? ms : undefined;
}
