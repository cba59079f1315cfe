import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, independent, standing, streams, verdicts } from "../../support/reference-batching.js";
import type { Stream } from "../../support/reference-batching.js";
import { CoreInMemory } from "../../support/reference-core.js";
import { histories } from "../../support/reference-history.js";
import { runBeside } from "../../support/reference-run.js";
import { soakRuns } from "../../support/soak.js";

const runs = { numRuns: soakRuns(40, 1_000) };
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });

async function posted(stream: Stream, batchSizes: readonly number[]) {
  const core = new CoreInMemory();
  const answers: string[] = [];
  for (const batch of cut(stream.items(core.world), batchSizes)) {
    answers.push(...verdicts(await core.post(batch, core.world.startMs)));
  }
  return { answers, ...standing(await core.page()) };
}

describe("the posting core", () => {
  test("gives the same answers, balances and positions however its work is cut into batches", () =>
    fc.assert(
      fc.asyncProperty(streams, sizes, async (stream, batchSizes) => {
        expect(await posted(stream, batchSizes)).toEqual(await posted(stream, [1]));
      }),
      runs,
    ));

  test("gives the same balances and positions in whatever order independent items come", () =>
    fc.assert(
      fc.asyncProperty(independent, sizes, sizes, async ([stream, shuffled], one, other) => {
        const [first, second] = [await posted(stream, one), await posted(shuffled, other)];
        expect(new Set(first.answers)).toEqual(new Set(["POSTED"]));
        expect(second).toEqual(first);
      }),
      runs,
    ));

  test("never lets posting time run backwards on an account, whatever the clock does", () =>
    fc.assert(
      fc.asyncProperty(histories, async ({ batches }) => {
        const { actual } = await runBeside(new CoreInMemory(), batches);
        for (const { entries } of Object.values(actual.page.accounts)) {
          const times = entries.map((entry) => Number(entry.split(" ").at(-1)));
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      }),
      runs,
    ));
});
