import { expect, test } from "vitest";
import { validateTerms } from "../../../src/settlements/validate-terms.rules.js";
import { startOf, tellStory } from "../../support/accrual-run.js";
import type { AccrualStory, StoryEvent } from "../../support/accrual-story.js";
import { AccrualCore } from "./accrual-core.js";

/** Ten percent of GGR, of which 20 are held back for a month. */
const TERMS = validateTerms({
  currency: "KRW",
  cycle: { rhythm: { kind: "MONTHLY" } },
  bases: [{ id: "ggr", kind: "GGR" }],
  clauses: [
    {
      id: "share",
      kind: "REVENUE_SHARE",
      basis: "ggr",
      beneficiary: "PARTNER",
      scheme: "FLAT",
      tiers: [{ from: "0", rate: "0.10" }],
    },
    {
      id: "reserve",
      kind: "ROLLING_RESERVE",
      rate: "0.20",
      of: ["share"],
      heldBy: "PLATFORM",
      releaseAfterDays: 30,
    },
  ],
});

const stake = (amountMinor: bigint): StoryEvent => {
  return { is: "RECORD", type: "bet", direction: "IN", currency: "KRW", amountMinor, day: 3 };
};
const CLOSE: StoryEvent = { is: "CLOSE" };
const RELEASE: StoryEvent = { is: "RELEASE", clause: 0, month: 0 };

function told(events: StoryEvent[], batchSizes: number[]): AccrualStory {
  return { versions: [TERMS], events, batchSizes, dayRates: ["1"] };
}

async function releasesAfter(story: AccrualStory) {
  const core = new AccrualCore(story);
  for (const { actual, expected } of await tellStory(core, story)) {
    expect(actual).toEqual(expected);
  }
  expect(core.suspects()).toEqual([]);
  return (await core.positions()).flatMap(({ releases }) => releases);
}

test.each([
  ["in one batch", [2, 3]],
  ["in batches of their own", [2, 1, 1, 1]],
  ["after the next month was closed, too", [2, 1, 1]],
])("a reserve that is released three times %s comes back once", async (which, sizes) => {
  const late = which.startsWith("after") ? [RELEASE, CLOSE, RELEASE] : [RELEASE, RELEASE, RELEASE];
  // 100,000 at 10 percent are 10,000, of which 20 percent were held back
  expect(await releasesAfter(told([stake(100_000n), CLOSE, ...late], sizes))).toEqual([
    { clause: "reserve", heldIn: startOf(0), effectMinor: 2_000n },
  ]);
});
