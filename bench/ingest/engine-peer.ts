import { recordTransactions, type PartnerTransaction } from "../../src/ledger/index.js";
import type { BenchLedger } from "../posting/ledger.js";
import { transactionOf } from "./transactions.js";

const BATCH = 1_000;
const CALLERS = 4;

/** The limit beside us: the same transactions, offered to the engine itself; per second. */
export async function engineRate(
  ledger: BenchLedger,
  partnerId: string,
  prefix: string,
  count: number,
): Promise<number> {
  const batches: PartnerTransaction[][] = [];
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    batches.push(Array.from({ length: size }, (_, n) => itemOf(partnerId, prefix, from + n)));
  }
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) await post(ledger, batch);
    }),
  );
  return count / ((performance.now() - start) / 1_000);
}

function itemOf(partnerId: string, prefix: string, n: number): PartnerTransaction {
  const { amountMinor, occurredAt, ...rest } = transactionOf(`${prefix}-${n}`, n);
  return {
    ...rest,
    partnerId,
    amountMinor: BigInt(amountMinor),
    occurredAt: new Date(occurredAt),
  };
}

async function post(ledger: BenchLedger, batch: PartnerTransaction[]): Promise<void> {
  const { outcomes } = await recordTransactions(ledger, batch);
  if (!outcomes.every(([outcome]) => outcome?.status === "POSTED")) throw new Error("refused");
}
