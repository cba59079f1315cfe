import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainPeriod } from "../../../src/settlements/explain.rules.js";
import { NOTHING_CARRIED, settlePeriod } from "../../../src/settlements/settle-terms.rules.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";
import { asLists, asTotals, stories, type Story } from "./arbitrary-periods.js";
import { settleNaively, type NaiveFigure } from "./naive-settlement.js";

const runs = { numRuns: soakRuns(150, 1_000) };
const timeout = soakTimeout(60_000);

function settled(story: Story, order: readonly number[] = story.order) {
  const { recoupable } = story;
  return settlePeriod(asTotals(story, order), { ...NOTHING_CARRIED, recoupable });
}

/** The same figure as the other side writes it. */
function asComponent({ segment, clause, sign, nearestMinor, ...figure }: NaiveFigure) {
  const residualMinor = sign * (nearestMinor - figure.amountMinor);
  return { version: segment + 1, clause, ...figure, residualMinor };
}

/** One version for all of the period, and what was in its parts in one. */
function inOnePart(story: Story): Story {
  const days = [story.days.reduce((sum, each) => sum + each, 0)];
  const placed = story.placed.map((each) => ({ ...each, segment: Math.min(each.segment, 0) }));
  return { ...story, versions: story.versions.slice(0, 1), days, placed };
}

describe("a period settled from its totals", () => {
  test(
    "comes to what all its transactions come to one by one, to the minor unit",
    () =>
      fc.assert(
        fc.property(stories, (story) => {
          const { components, payableMinor } = settled(story);
          const naive = settleNaively(asLists(story));
          const found = components.map(({ kind: _kind, currency: _currency, ...each }) => each);
          expect(found).toEqual(naive.map(asComponent));
          expect(payableMinor).toBe(naive.reduce((sum, { effectMinor }) => sum + effectMinor, 0n));
        }),
        runs,
      ),
    timeout,
  );

  test(
    "comes to the same in whatever order and batches they arrived",
    () =>
      fc.assert(
        fc.property(stories, (story) => {
          const inTurn = story.order.toSorted((one, other) => one - other);
          const oneByOne = settled({ ...story, batchSizes: [1] }, inTurn);
          expect(oneByOne).toEqual(settled(story));
        }),
        runs,
      ),
    timeout,
  );

  test(
    "is not changed by a version that changes nothing",
    () =>
      fc.assert(
        fc.property(stories, (story) => {
          const [terms] = story.versions;
          const same = { ...story, versions: story.versions.flatMap(() => terms ?? []) };
          const [parts, whole] = [settled(same), settled(inOnePart(same))];
          expect(parts.payableMinor).toBe(whole.payableMinor);
          expect(parts.residualMinor).toBe(whole.residualMinor);
          expect(parts.recoupable).toEqual(whole.recoupable);
        }),
        runs,
      ),
    timeout,
  );

  test(
    "is explained by the figures that it was settled with",
    () =>
      fc.assert(
        fc.property(stories, (story) => {
          const { recoupable } = story;
          const inputs = asTotals(story, story.order);
          const explained = explainPeriod(inputs, { ...NOTHING_CARRIED, recoupable });
          expect(explained.every(({ lines, text }) => lines.length === text.length)).toBe(true);
          expect(explained).toMatchObject(settled(story).components);
        }),
        runs,
      ),
    timeout,
  );

  test(
    "never earns back more than was advanced",
    () =>
      fc.assert(
        fc.property(stories, (story) => {
          const { recoupable } = settled(story);
          expect([...recoupable.values()].filter((amount) => amount < 0n)).toEqual([]);
        }),
        runs,
      ),
    timeout,
  );
});
