import fc from "fast-check";
import { accumulate, addTotals, NO_TOTALS } from "../../../src/settlements/accumulate.rules.js";
import type { CountedTransaction, Rates, Totals } from "../../../src/settlements/input.rules.js";
import type { PeriodInputs } from "../../../src/settlements/standing.rules.js";
import type { Terms } from "../../../src/settlements/terms.rules.js";
import { TYPES } from "./arbitrary-clauses.js";
import { contracts, CURRENCIES, exchangeRates } from "./arbitrary-terms.js";
import type { NaivePeriod } from "./naive-settlement.js";

/** Where a transaction lies: in the quarter before the period, or in one of its segments. */
const EARLIER = -1;

interface Placed {
  transaction: CountedTransaction;
  segment: number;
}

/** A random contract over a period, with everything that occurred in it. */
export interface Story {
  versions: Terms[];
  days: number[];
  placed: Placed[];
  rates: { now: Rates; before: Rates };
  recoupable: ReadonlyMap<string, bigint>;
  /** An order in which all of it arrives, and the sizes of the batches in which it does. */
  order: number[];
  batchSizes: number[];
}

const PERIOD_DAYS = 30;

const event = fc.record({
  type: fc.constantFrom(...TYPES, "other"),
  direction: fc.constantFrom("IN", "OUT", "NONE" as const),
  currency: fc.constantFrom(...CURRENCIES),
  // Round amounts meet the bounds of tiers, which are round too.
  amountMinor: fc.oneof(
    fc.bigInt({ min: 1n, max: 90_000n }),
    fc.bigInt({ min: 1n, max: 9n }).map((n) => n * 10_000n),
  ),
  dayRate: exchangeRates,
  segment: fc.integer({ min: EARLIER, max: 2 }),
  /** Undoes an earlier event, in full or in part; the rest of it is not looked at then. */
  undoes: fc.option(fc.record({ which: fc.nat(), percent: fc.constantFrom(30n, 100n, 100n) })),
});

type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

function placedOf(events: readonly Event[], segments: number): Placed[] {
  const placed: Placed[] = [];
  for (const { segment: where, undoes, ...transaction } of events) {
    const segment = Math.min(where, segments - 1);
    const original = undoes === null ? undefined : placed[undoes.which % (placed.length || 1)];
    if (!undoes || !original || original.transaction.count !== 1n) {
      placed.push({ segment, transaction: { ...transaction, count: 1n } });
      continue;
    }
    const { dayRate } = transaction;
    const amountMinor = -((original.transaction.amountMinor * undoes.percent) / 100n);
    const count = undoes.percent === 100n ? -1n : 0n;
    placed.push({ segment, transaction: { ...original.transaction, amountMinor, count, dayRate } });
  }
  return placed;
}

const ratesOfCurrencies = fc
  .tuple(exchangeRates, exchangeRates, exchangeRates)
  .map((three) => new Map(CURRENCIES.map((currency, at) => [currency as string, three[at] ?? ""])));

const recoupable = fc
  .array(fc.bigInt({ min: 0n, max: 50_000n }), { minLength: 7, maxLength: 7 })
  .map((amounts) => new Map(amounts.map((amount, index) => [`c${index}`, amount])));

export const stories: fc.Arbitrary<Story> = fc
  .record({
    versions: contracts,
    threeDays: fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 10 }))),
    events: fc.array(event, { maxLength: 25, size: "max" }),
    rates: fc.record({ now: ratesOfCurrencies, before: ratesOfCurrencies }),
    recoupable,
    shuffled: fc.shuffledSubarray([...Array(25).keys()], { minLength: 25 }),
    batchSizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ versions, threeDays, events, shuffled, ...others }) => {
    const placed = placedOf(events, versions.length);
    const order = shuffled.filter((index) => index < placed.length);
    return { ...others, versions, days: threeDays.slice(0, versions.length), placed, order };
  });

/** The story as totals, each batch added up by itself before it is added to the rest. */
export function asTotals(story: Story, order: readonly number[]): PeriodInputs {
  const { versions, days, rates } = story;
  const segments = versions.map((terms, index) => ({
    version: index + 1,
    terms,
    days: days[index] ?? 0,
    totals: totalsIn(story, index, order),
  }));
  const earlier = { totals: totalsIn(story, EARLIER, order), rates: rates.before };
  return { segments, periodDays: PERIOD_DAYS, rates: rates.now, quarter: [earlier] };
}

function totalsIn(story: Story, segment: number, order: readonly number[]): Totals {
  const terms = story.versions[Math.max(segment, 0)] as Terms;
  let [totals, at] = [NO_TOTALS, 0];
  for (let batch = 0; at < order.length; batch += 1) {
    const size = story.batchSizes[batch % story.batchSizes.length] ?? 1;
    const some = order.slice(at, at + size).map((index) => story.placed[index] as Placed);
    const inSegment = some.filter((each) => each.segment === segment);
    const batchTotals = inSegment.reduce(
      (sum, { transaction }) => accumulate(terms, sum, transaction),
      NO_TOTALS,
    );
    totals = addTotals(totals, batchTotals);
    at += size;
  }
  return totals;
}

/** The story as lists of transactions, as they were told. */
export function asLists(story: Story): NaivePeriod {
  const { versions, days, placed, rates } = story;
  const inSegment = (segment: number, periodRates: Rates) =>
    placed
      .filter((each) => each.segment === segment)
      .map(({ transaction }) => ({ ...transaction, periodRates }));
  return {
    segments: versions.map((terms, index) => ({
      terms,
      days: days[index] ?? 0,
      transactions: inSegment(index, rates.now),
    })),
    periodDays: PERIOD_DAYS,
    earlier: inSegment(EARLIER, rates.before),
    recoupable: story.recoupable,
  };
}
