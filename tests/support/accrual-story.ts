import fc from "fast-check";
import type { Direction } from "../../src/ledger/posting-model.rules.js";
import type { Terms } from "../../src/settlements/terms.rules.js";
import { LATE_DATA_POLICIES } from "../../src/settlements/terms.rules.js";
import { TYPES } from "../unit/settlements/arbitrary-clauses.js";
import { contracts, CURRENCIES, exchangeRates } from "../unit/settlements/arbitrary-terms.js";

/** The months that a story tells of: a quarter and the first one of the next. */
export const MONTHS = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"] as const;
export const STORY_DAYS = 120;

/** The days on which a contract's versions take effect: within months. */
export const VERSION_DAYS = ["2026-01-01", "2026-01-20", "2026-03-06"] as const;

/** Something that happens; transactions are numbered in the order in which they are told. */
export type StoryEvent =
  | {
      is: "RECORD";
      type: string;
      direction: Direction;
      currency: string;
      amountMinor: bigint;
      /** Days after the first of the story. */
      day: number;
    }
  | { is: "UNDO"; which: number; percent: bigint; day: number }
  | { is: "CLOSE" }
  | { is: "REOPEN"; which: number }
  | { is: "SETTLE"; month: number }
  | { is: "RELEASE"; clause: number; month: number }
  | { is: "PUBLISH"; month: number; rate: string; currency: string };

/** A random contract with all that happens to it, in the order in which the hub is told. */
export interface AccrualStory {
  versions: Terms[];
  events: StoryEvent[];
  /** How many events the hub takes in one batch, over and over. */
  batchSizes: number[];
  /** The rates of every day, each by what the days before it add up to. */
  dayRates: string[];
}

const day = fc.integer({ min: 0, max: STORY_DAYS - 1 });
const month = fc.integer({ min: 0, max: MONTHS.length - 1 });
const amountMinor = fc.oneof(
  fc.bigInt({ min: 1n, max: 90_000n }),
  fc.bigInt({ min: 1n, max: 9n }).map((n) => n * 10_000n),
);

const record = fc.record({
  is: fc.constant("RECORD" as const),
  type: fc.constantFrom(...TYPES, "other"),
  direction: fc.constantFrom<Direction[]>("IN", "OUT", "NONE"),
  currency: fc.constantFrom(...CURRENCIES),
  amountMinor,
  day,
});
const undo = fc.record({
  is: fc.constant("UNDO" as const),
  which: fc.nat(),
  percent: fc.constantFrom(30n, 70n, 100n),
  day,
});
const publish = fc.record({
  is: fc.constant("PUBLISH" as const),
  month,
  rate: exchangeRates,
  currency: fc.constantFrom(...CURRENCIES),
});

const event: fc.Arbitrary<StoryEvent> = fc.oneof(
  { weight: 12, arbitrary: record },
  { weight: 4, arbitrary: undo },
  { weight: 2, arbitrary: fc.constant({ is: "CLOSE" as const }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("REOPEN" as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("SETTLE" as const), month }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant("RELEASE" as const), clause: fc.nat(), month }),
  },
  { weight: 1, arbitrary: publish },
);

/** Contracts of every term, tiers, versions and kinds of rates, with every late-data policy. */
export const accrualStories: fc.Arbitrary<AccrualStory> = fc
  .record({
    contract: contracts,
    lateData: fc.constantFrom(...LATE_DATA_POLICIES),
    events: fc.array(event, { minLength: 5, maxLength: 40, size: "max" }),
    batchSizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    dayRates: fc.array(exchangeRates, { minLength: 5, maxLength: 9 }),
  })
  .map(({ contract, lateData, ...others }) => {
    return { ...others, versions: contract.map((terms) => ({ ...terms, lateData })) };
  });
