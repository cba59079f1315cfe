import { AccountBook, verifyLedger } from "../../src/ledger/index.js";
import type { VerifyOptions, VerifyReport } from "../../src/ledger/index.js";
import { loadTermsBook, settlementChecks } from "../../src/settlements/index.js";
import { systemClock } from "../../src/shared/clock.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { poolSql } from "../../src/shared/database/sql.js";

/** Verifies a database as the hub would: as the application's role. */
export async function verifyDatabase(
  url: string,
  options: Partial<VerifyOptions> = {},
): Promise<VerifyReport> {
  const database = await openDatabase({ url, entities: [], poolSize: 2 });
  const accounts = new AccountBook(poolSql(database.pool), systemClock);
  try {
    return await verifyLedger({
      connect: () => database.connect(),
      loadTerms: (on) => loadTermsBook(on, (specs) => accounts.ensure(specs)),
      checks: settlementChecks,
      clock: systemClock,
      ...options,
    });
  } finally {
    await database.close();
  }
}
