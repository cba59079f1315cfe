import { describe, expect, test } from "vitest";
import { TERM_LIMITS } from "../../../src/settlements/terms.rules.js";
import { validateTerms } from "../../../src/settlements/validate-terms.rules.js";
import {
  GGR,
  changed,
  withTiers,
  after,
  free,
  stakes,
  item,
  perItem,
  refusalOf,
  refusesAll,
  type Row,
} from "./refusals.js";
import { FRAME, rateTiers, share } from "./terms.js";

const SHAPES: Row[] = [
  ["terms that are no object", "terms", "INVALID_INPUT", []],
  ["a field that nobody knows", changed({ bonus: 1 }), "INVALID_INPUT", ["bonus"]],
  [
    "an unknown kind of clause",
    after({ id: "x", kind: "GIFT" }),
    "INVALID_INPUT",
    ["clauses", 1, "kind"],
  ],
  [
    "a clause without a beneficiary",
    changed({ clauses: [share({ beneficiary: undefined })] }),
    "INVALID_INPUT",
    ["clauses", 0, "beneficiary"],
  ],
  [
    "an id of two lines",
    changed({ clauses: [share({ id: "a\nb" })] }),
    "INVALID_INPUT",
    ["clauses", 0, "id"],
  ],
  [
    "a JSON number for a rate",
    withTiers([{ from: "0", rate: 0.1 }]),
    "INVALID_RATE",
    ["clauses", 0, "tiers", 0, "rate"],
  ],
  [
    "a rate with nine decimals",
    withTiers([{ from: "0", rate: "0.123456789" }]),
    "INVALID_RATE",
    ["clauses", 0, "tiers", 0, "rate"],
  ],
  [
    "a negative rate",
    withTiers([{ from: "0", rate: "-0.1" }]),
    "INVALID_RATE",
    ["clauses", 0, "tiers", 0, "rate"],
  ],
  [
    "a negative amount",
    after({ id: "fee", kind: "FIXED_FEE", amountMinor: "-1", beneficiary: "PARTNER" }),
    "INVALID_AMOUNT",
    ["clauses", 1, "amountMinor"],
  ],
  [
    "an amount with decimals",
    after({ id: "cap", kind: "CAP", amountMinor: "1.5", beneficiary: "PARTNER", of: ["share"] }),
    "INVALID_AMOUNT",
    ["clauses", 1, "amountMinor"],
  ],
  [
    "a negative price",
    after({ ...perItem, prices: [{ ...item, tiers: [{ from: "0", unitPriceMinor: "-2" }] }] }),
    "INVALID_AMOUNT",
    ["clauses", 1, "prices", 0, "tiers", 0, "unitPriceMinor"],
  ],
  [
    "a rounding unit of nothing",
    changed({ rounding: { mode: "DOWN", unitMinor: "0" } }),
    "INVALID_AMOUNT",
    ["rounding", "unitMinor"],
  ],
  ["an unknown currency", changed({ currency: "WON" }), "UNKNOWN_CURRENCY", ["currency"]],
  [
    "an unknown currency to rate",
    changed({ rateSource: { kind: "DAILY", source: "bank", currencies: ["USD", "ZZZ"] } }),
    "UNKNOWN_CURRENCY",
    ["rateSource", "currencies", 1],
  ],
  [
    "an exchange rate of nothing",
    changed({ rateSource: { kind: "FIXED", rates: [{ currency: "USD", rate: "0" }] } }),
    "INVALID_RATE",
    ["rateSource", "rates", 0, "rate"],
  ],
  ["an unknown time zone", changed({ timeZone: "Asia/Soul" }), "UNKNOWN_TIME_ZONE", ["timeZone"]],
  [
    "a month that begins on the 29th",
    changed({ cycle: { rhythm: { kind: "MONTHLY", startsOnDay: 29 } } }),
    "INVALID_INPUT",
    ["cycle", "rhythm", "startsOnDay"],
  ],
  [
    "a lag of a second",
    changed({ cycle: { ...FRAME.cycle, payoutLagDays: 0.1 } }),
    "INVALID_INPUT",
    ["cycle", "payoutLagDays"],
  ],
  [
    "a holiday on February 30",
    changed({ cycle: { ...FRAME.cycle, calendar: { holidays: ["2026-02-30"] } } }),
    "INVALID_INPUT",
    ["cycle", "calendar", "holidays", 0],
  ],
  [
    "a reserve that is never released",
    after({
      id: "r",
      kind: "ROLLING_RESERVE",
      rate: "0.1",
      of: ["share"],
      heldBy: "PLATFORM",
      releaseAfterDays: 0,
    }),
    "INVALID_INPUT",
    ["clauses", 1, "releaseAfterDays"],
  ],
];

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const LIMITS: Row[] = [
  [
    "clauses",
    changed({ clauses: many(TERM_LIMITS.clauses + 1, (id) => share({ id: `s${id}` })) }),
    "TOO_MANY_TERMS",
    ["clauses"],
  ],
  [
    "bases",
    changed({ bases: many(TERM_LIMITS.bases + 1, (id) => ({ ...GGR, id: `b${id}` })) }),
    "TOO_MANY_TERMS",
    ["bases"],
  ],
  [
    "tiers",
    withTiers(many(TERM_LIMITS.tiers + 1, (from) => ({ from: `${from}`, rate: "0" }))),
    "TOO_MANY_TERMS",
    ["clauses", 0, "tiers"],
  ],
  [
    "types",
    changed({ bases: [{ ...GGR, types: many(TERM_LIMITS.types + 1, (id) => `t${id}`) }] }),
    "TOO_MANY_TERMS",
    ["bases", 0, "types"],
  ],
  [
    "steps",
    free(...many(TERM_LIMITS.steps + 1, () => stakes)),
    "TOO_MANY_TERMS",
    ["bases", 0, "steps"],
  ],
  [
    "holidays",
    changed({
      cycle: {
        ...FRAME.cycle,
        calendar: { holidays: many(TERM_LIMITS.holidays + 1, () => "2026-01-01") },
      },
    }),
    "TOO_MANY_TERMS",
    ["cycle", "calendar", "holidays"],
  ],
];

describe("terms are not understood with", () => {
  refusesAll(SHAPES);
});

describe("terms have limits and are refused for", () => {
  test.each(LIMITS)("too many %s", (_what, json, code, inputPath) => {
    const message = expect.stringContaining("at most");
    expect(refusalOf(json)).toEqual({ code, inputPath, message });
  });
});

describe("terms are agreed with", () => {
  test("a rate above 100 percent to which both sides consent", () => {
    expect(
      refusalOf(withTiers(rateTiers(["0", "1.5"]), { consentToRateAboveOne: true })),
    ).toBeNull();
  });

  test("what both take for granted filled in", () => {
    expect(validateTerms(changed({}))).toMatchObject({
      timeZone: "Asia/Seoul",
      rounding: { mode: "HALF_EVEN", per: "PERIOD", unitMinor: "1" },
      lateData: "SWEEP",
      whenNegative: "CARRY_FORWARD",
      rateSource: null,
      cycle: { rhythm: { kind: "MONTHLY", startsOnDay: 1 }, closeLagDays: 0, payoutLagDays: 0 },
      clauses: [
        { id: "share", tierPeriod: "PERIOD", rounding: null, consentToRateAboveOne: false },
      ],
    });
  });

  test("the same meaning when they are read again", () => {
    const once = validateTerms(changed({}));
    expect(validateTerms(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });
});
