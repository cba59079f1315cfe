import { AccountBook, PostingEngine } from "../../src/ledger/index.js";
import { loadTermsBook } from "../../src/settlements/index.js";
import { systemClock } from "../../src/shared/clock.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { poolSql } from "../../src/shared/database/sql.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import type { BenchContext } from "../harness/bench.js";

export type BenchLedger = Awaited<ReturnType<typeof openLedger>>;

/** The posting engine as the hub runs it, on a database of its own; closed at the bench's end. */
export async function openLedger(context: Pick<BenchContext, "defer">, url: string) {
  const database = await openDatabase({ url, entities: [], poolSize: 4 });
  const accounts = new AccountBook(poolSql(database.pool), systemClock);
  const engine = new PostingEngine({
    connect: () => database.connect(),
    loadTerms: (on) => loadTermsBook(on, (specs) => accounts.ensure(specs)),
    clock: systemClock,
    ids: uuidv7Ids(systemClock),
    onTrouble: (error, what) => {
      throw new Error(what, { cause: error });
    },
  });
  await engine.start();
  context.defer(async () => {
    await engine.stop();
    await database.close();
  });
  return { engine, accounts, pool: database.pool };
}

/** Opens so many accounts in one currency, without a floor, and answers their ids. */
export async function openAccounts({ accounts }: BenchLedger, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += 10_000) {
    const specs = Array.from({ length: Math.min(10_000, count - from) }, (_, index) => ({
      partnerId: null,
      purpose: "BENCH",
      currency: "EUR",
      normalSide: "CREDIT" as const,
      reference: String(from + index),
    }));
    ids.push(...(await accounts.ensure(specs)));
  }
  return ids;
}
