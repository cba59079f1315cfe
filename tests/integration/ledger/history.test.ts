import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../support/postgres.js";
import type { TestDatabase } from "../../support/postgres.js";
import { standing, streams, verdicts } from "../../support/reference-batching.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { histories } from "../../support/reference-history.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import { ReferenceLedger } from "../../support/reference-ledger.js";
import { pageOf } from "../../support/reference-pages.js";
import { learn, runBeside } from "../../support/reference-run.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

let database: TestDatabase;
let engine: EngineOnPostgres;

beforeEach(async () => {
  database = await testDatabase();
  engine = new EngineOnPostgres();
});
afterEach(async () => {
  await engine.close();
  await database.close();
});

const timeout = soakTimeout(60_000);

describe("a random history", () => {
  test("ends alike in Postgres and in the reference ledger", { timeout }, async () => {
    await engine.start(database.url);
    const agree = fc.asyncProperty(histories, async ({ batches }) => {
      const { actual, expected } = await runBeside(await engine.newWorld(), batches);
      expect(actual).toEqual(expected);
    });
    await fc.assert(agree, { numRuns: soakRuns(8, 1_000) });
    expect(await ledgerFaults(engine.pool)).toEqual([]);
    expect(engine.troubles).toEqual([]);
  });

  test("ends alike when it is sent without waiting for any answer", { timeout }, async () => {
    await engine.start(database.url, { maxBatchItems: 5 });
    const agree = fc.asyncProperty(streams, async (stream) => {
      const { world, post, page } = await engine.newWorld();
      const groups = stream.items(world);
      const reference = new ReferenceLedger(world.accounts, world.contracts);
      const expected = groups.flatMap((group) => reference.post([group], world.startMs).flat());
      const sent = await Promise.all(groups.map((group) => post([group], world.startMs)));
      const answers = sent.flat();
      learn(new Map(), groups.flat(), answers.flat(), expected);
      expect(verdicts(answers)).toEqual(
        expected.map((outcome) => (outcome.status === "REFUSED" ? outcome.code : outcome.status)),
      );
      expect(standing(await page())).toEqual(standing(pageOf(world, reference.book)));
    });
    await fc.assert(agree, { numRuns: soakRuns(8, 1_000) });
    expect(await ledgerFaults(engine.pool)).toEqual([]);
    expect(engine.troubles).toEqual([]);
  });
});
