import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../support/postgres.js";
import type { TestDatabase } from "../../support/postgres.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { histories } from "../../support/reference-history.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import { runBeside } from "../../support/reference-run.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

let database: TestDatabase;
const engine = new EngineOnPostgres();

beforeAll(async () => {
  database = await testDatabase();
  await engine.start(database.url);
});
afterAll(async () => {
  await engine.close();
  await database.close();
});

describe("a random history", () => {
  test(
    "ends alike in Postgres and in the reference ledger",
    { timeout: soakTimeout(60_000) },
    async () => {
      const agree = fc.asyncProperty(histories, async ({ batches }) => {
        const { actual, expected } = await runBeside(await engine.newWorld(), batches);
        expect(actual).toEqual(expected);
      });
      await fc.assert(agree, { numRuns: soakRuns(8, 1_000) });
      expect(await ledgerFaults(engine.pool)).toEqual([]);
      expect(engine.troubles).toEqual([]);
    },
  );
});
