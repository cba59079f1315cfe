import { systemClock } from "../../src/shared/clock.js";
import type { Clock } from "../../src/shared/clock.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { poolSql } from "../../src/shared/database/sql.js";
import { AccountBook, PostingEngine } from "../../src/ledger/index.js";
import type { EngineOptions } from "../../src/ledger/posting-engine.js";
import { loadTermsBook } from "../../src/settlements/index.js";
import { testDatabase } from "./postgres.js";

/** A posting engine on a database of the test's own. */
export async function testLedger(options: Partial<EngineOptions> = {}) {
  const testDb = await testDatabase();
  const ledger = await startLedger(testDb.url, options);
  return {
    ...ledger,
    url: testDb.url,
    adminUrl: testDb.adminUrl,
    async close() {
      await ledger.close();
      await testDb.close();
    },
  };
}

/** One hub's ledger on a database that others may use as well. */
export async function startLedger(url: string, options: Partial<EngineOptions> = {}) {
  const database = await openDatabase({ url, entities: [], poolSize: 4 });
  const clock: Clock = options.clock ?? systemClock;
  const sql = poolSql(database.pool);
  const accounts = new AccountBook(sql, clock);
  const troubles: unknown[] = [];
  const engine = new PostingEngine({
    connect: () => database.connect(),
    loadTerms: (on) => loadTermsBook(on, (specs) => accounts.ensure(specs)),
    clock,
    ids: uuidv7Ids(clock),
    onTrouble: (error) => troubles.push(error),
    ...options,
  });
  await engine.start();
  return {
    database,
    pool: database.pool,
    sql,
    accounts,
    engine,
    clock,
    troubles,
    async close() {
      await engine.stop();
      await database.close();
    },
  };
}
