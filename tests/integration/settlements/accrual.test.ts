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

/** Stories close periods by themselves: there are no settlements that would have. */
async function faultsOf(url: string, options: Parameters<typeof verifyDatabase>[1] = {}) {
  const { faults } = await verifyDatabase(url, options);
  return faults.filter(({ check }) => check !== "closed-period").map(({ sentence }) => sentence);
}

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
      expect(await faultsOf(ledger.url)).toEqual([]);
      expect(await faultsOf(ledger.url, { since: true })).toEqual([]);
      expect(await faultsOf(ledger.url, { settlementsOnly: true })).toEqual([]);
    },
  );
});
