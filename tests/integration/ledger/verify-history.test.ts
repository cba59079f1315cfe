import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rollUp, verifyLedger } from "../../../src/ledger/index.js";
import { openDatabase } from "../../../src/shared/database/database.js";
import { poolSql } from "../../../src/shared/database/sql.js";
import { testDatabase } from "../../support/postgres.js";
import type { TestDatabase } from "../../support/postgres.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { histories } from "../../support/reference-history.js";
import { runBeside } from "../../support/reference-run.js";
import type { ReferenceContract } from "../../support/reference-terms.js";
import { termsOf } from "../../support/reference-world.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

let testDb: TestDatabase;
let engine: EngineOnPostgres;
let contracts: ReferenceContract[];

beforeEach(async () => {
  testDb = await testDatabase();
  engine = new EngineOnPostgres();
  contracts = [];
  await engine.start(testDb.url, { maxBatchItems: 20 });
});
afterEach(async () => {
  await engine.close();
  await testDb.close();
});

/**
 * The histories are of the core: what the use cases never do, they do as well. Reversals of a type
 * of their own cannot be told by their rows from those that the use cases make.
 */
const OF_USE_CASES = new Set(["content-hash"]);

async function verifiedSentences(since: boolean): Promise<string[]> {
  const database = await openDatabase({ url: testDb.url, entities: [], poolSize: 1 });
  const { faults } = await verifyLedger({
    connect: () => database.connect(),
    loadTerms: () => Promise.resolve({ revision: 0n, ...termsOf(contracts) }),
    clock: { now: () => new Date() },
    since,
    partRows: 30,
  });
  await database.close();
  const ours = faults.filter(({ check }) => !OF_USE_CASES.has(check));
  return ours.map(({ sentence }) => sentence);
}

describe("a random history", () => {
  test("is verified without a fault", { timeout: soakTimeout(90_000) }, async () => {
    const agree = fc.asyncProperty(histories, fc.boolean(), async ({ batches }, since) => {
      const subject = await engine.newWorld();
      contracts.push(...subject.world.contracts);
      await runBeside(subject, batches);
      if (since) await rollUp(poolSql(engine.pool));
      expect(await verifiedSentences(since)).toEqual([]);
    });
    await fc.assert(agree, { numRuns: soakRuns(15, 1_000), endOnFailure: true });
    await rollUp(poolSql(engine.pool));
    expect(await verifiedSentences(false)).toEqual([]);
  });
});
