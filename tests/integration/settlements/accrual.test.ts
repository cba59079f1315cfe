import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storyLedger } from "../../support/accrual-ledger.js";
import { tellStory } from "../../support/accrual-run.js";
import { accrualStories } from "../../support/accrual-story.js";
import { testLedger } from "../../support/ledger.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";
import { verifyDatabase } from "../../support/verify.js";

let ledger: Awaited<ReturnType<typeof testLedger>>;

beforeAll(async () => {
  ledger = await testLedger({ maxBatchItems: 50 });
});
afterAll(() => ledger.close());

describe("a contract on a real ledger", () => {
  test(
    "is owed at every commit what all its transactions come to one by one",
    { timeout: soakTimeout(150_000) },
    async () => {
      const agree = fc.asyncProperty(accrualStories, async (story) => {
        const contract = await storyLedger(ledger, story);
        for (const { actual, expected } of await tellStory(contract, story)) {
          expect(actual).toEqual(expected);
        }
      });
      await fc.assert(agree, { numRuns: soakRuns(20, 1_000), endOnFailure: true });
      expect(ledger.troubles).toEqual([]);
      expect(await ledgerFaults(ledger.pool)).toEqual([]);
      const { faults } = await verifyDatabase(ledger.url);
      expect(faults.map(({ sentence }) => sentence)).toEqual([]);
      const { faults: since } = await verifyDatabase(ledger.url, { since: true });
      expect(since.map(({ sentence }) => sentence)).toEqual([]);
    },
  );
});
