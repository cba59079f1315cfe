import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tellStory } from "../../support/accrual-run.js";
import { accrualStories } from "../../support/accrual-story.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";
import { AccrualCore } from "./accrual-core.js";

describe("the posting core under any contract", () => {
  test(
    "owes at every commit what all transactions come to one by one, and it verifies",
    () =>
      fc.assert(
        fc.asyncProperty(accrualStories, async (story) => {
          const core = new AccrualCore(story);
          for (const { actual, expected } of await tellStory(core, story)) {
            expect(actual).toEqual(expected);
          }
          expect(core.suspects()).toEqual([]);
        }),
        { numRuns: soakRuns(150, 1_000) },
      ),
    soakTimeout(120_000),
  );
});
