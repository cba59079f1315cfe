import { describe, expect, test } from "vitest";
import { settlePeriod } from "../../../src/settlements/settle-terms.rules.js";
import type { CountedTransaction, Rates } from "../../../src/settlements/input.rules.js";
import type { Terms } from "../../../src/settlements/terms.rules.js";
import { month, rateTiers, share, terms, transaction as tx, type TermsJson } from "./terms.js";

/** What each clause does to the payable. */
function effects(of: Terms, transactions: readonly CountedTransaction[], rates?: Rates) {
  const { components } = settlePeriod(month(of, transactions, rates));
  return Object.fromEntries(components.map(({ clause, effectMinor }) => [clause, effectMinor]));
}

function onBasis(basis: TermsJson, transactions: readonly CountedTransaction[]): bigint {
  const principal = { id: "all", kind: "PRINCIPAL", basis: "b", beneficiary: "PARTNER" };
  const of = terms([principal], { bases: [{ id: "b", ...basis }] });
  return settlePeriod(month(of, transactions)).payableMinor;
}

function inputs(name: string, effect: string, types: string[], changes: TermsJson = {}) {
  return { name, effect, of: "INPUTS", inputs: [{ types }], ...changes };
}

const DAY = [
  tx("bet", "IN", 1_000n),
  tx("win", "OUT", 300n),
  tx("bonus", "OUT", 150n),
  tx("bonus", "IN", 50n),
  tx("tax", "NONE", 20n),
];

describe("a basis", () => {
  test("TURNOVER is what came in: 1,000 + 50 = 1,050", () => {
    expect(onBasis({ kind: "TURNOVER" }, DAY)).toBe(1_050n);
  });

  test("TURNOVER of bets alone is 1,000", () => {
    expect(onBasis({ kind: "TURNOVER", types: ["bet"] }, DAY)).toBe(1_000n);
  });

  test("GGR is that less what went out: 1,050 - 300 - 150 = 600", () => {
    expect(onBasis({ kind: "GGR" }, DAY)).toBe(600n);
  });

  test("NGR takes off bonus and tax in turn: 1,000 - 300 - (150 - 50) - 20 = 580", () => {
    expect(onBasis({ kind: "NGR", deductions: ["bonus", "tax"] }, DAY)).toBe(580n);
  });

  test("the order of deductions counts: (1,000 - 10%) - 300 = 600, (1,000 - 300) - 10% = 630", () => {
    const stakes = inputs("stakes", "ADD", ["bet"]);
    const fee = { name: "fee", effect: "DEDUCT", of: "RATE", rate: "0.1" };
    const wins = inputs("wins", "DEDUCT", ["win"]);
    expect(onBasis({ kind: "FREE", steps: [stakes, fee, wins] }, DAY)).toBe(600n);
    expect(onBasis({ kind: "FREE", steps: [stakes, wins, fee] }, DAY)).toBe(630n);
  });

  test("a deduction is limited: wins of 300 to 20% of 1,000, leaving 1,000 - 200 = 800", () => {
    const steps = [
      inputs("stakes", "ADD", ["bet"]),
      inputs("wins", "DEDUCT", ["win"], { atMostRate: "0.2" }),
    ];
    expect(onBasis({ kind: "FREE", steps }, DAY)).toBe(800n);
  });

  test("a limited deduction takes nothing of what is below zero: 100 - 300, and no bonus", () => {
    const steps = [
      inputs("stakes", "ADD", ["bet"]),
      inputs("wins", "DEDUCT", ["win"]),
      inputs("bonus", "DEDUCT", ["bonus"], { atMostRate: "0.5" }),
    ];
    const lost = [tx("bet", "IN", 100n), tx("win", "OUT", 300n), tx("bonus", "OUT", 40n)];
    expect(onBasis({ kind: "FREE", steps }, lost)).toBe(-200n);
    expect(onBasis({ kind: "FREE", steps, whenNegative: "ZERO" }, lost)).toBe(0n);
  });

  test("a reversal takes back what it undoes: 1,000 - 400 of it = 600", () => {
    const undone = [tx("bet", "IN", 1_000n), tx("bet", "IN", -400n, { count: 0n })];
    expect(onBasis({ kind: "GGR" }, undone)).toBe(600n);
  });
});

describe("a revenue share", () => {
  const tiers = rateTiers(["0", "0.10"], ["1000", "0.20"], ["3000", "0.30"]);
  const on = (scheme: string, amount: bigint) =>
    effects(terms([share({ scheme, tiers })]), [tx("bet", "IN", amount)])["share"];

  test("flat: 12.5% of 1,050 is 131.25, to the nearest 131", () => {
    const flat = terms([share({ tiers: [{ from: "0", rate: "0.125" }] })]);
    expect(effects(flat, [tx("bet", "IN", 1_050n)])).toEqual({ share: 131n });
  });

  test.each([
    [999n, 100n, "999 at 10% = 99.9"],
    [1_000n, 100n, "1,000 at 10%"],
    [3_500n, 650n, "1,000 at 10% + 2,000 at 20% + 500 at 30% = 100 + 400 + 150"],
    [-500n, -50n, "below zero the lowest tier goes on: -500 at 10%"],
  ])("graduated over %s is %s: %s", (amount, expected) => {
    expect(on("GRADUATED", amount)).toBe(expected);
  });

  test.each([
    [999n, 100n, "999 at 10% = 99.9"],
    [1_000n, 200n, "the second tier begins at 1,000: 1,000 at 20%"],
    [3_500n, 1_050n, "all 3,500 at 30%"],
    [-500n, -50n, "-500 at 10%"],
  ])("by volume over %s is %s: %s", (amount, expected) => {
    expect(on("VOLUME", amount)).toBe(expected);
  });

  test("above 100 percent where both agreed: 150% of 200 is 300", () => {
    const tiersAbove = [{ from: "0", rate: "1.5" }];
    const of = terms([share({ tiers: tiersAbove, consentToRateAboveOne: true })]);
    expect(effects(of, [tx("bet", "IN", 200n)])).toEqual({ share: 300n });
  });
});

describe("tiers that add up over a quarter", () => {
  const tiers = rateTiers(["0", "0.10"], ["1000", "0.20"]);
  const quarterly = (scheme: string) => terms([share({ scheme, tiers, tierPeriod: "QUARTER" })]);
  const second = (scheme: string) => {
    const of = quarterly(scheme);
    const before = month(of, [tx("bet", "IN", 800n)]).segments[0];
    const quarter = [{ totals: before?.totals ?? new Map(), rates: new Map() }];
    const [{ effectMinor } = { effectMinor: 0n }] = settlePeriod({
      ...month(of, [tx("bet", "IN", 500n)]),
      quarter,
    }).components;
    return effectMinor;
  };

  test("graduated: 800 before and 500 now is 1,000 at 10% + 300 at 20% - 80 = 80", () => {
    expect(second("GRADUATED")).toBe(80n);
  });

  test("by volume the first month is rated again: 1,300 at 20% - 800 at 10% = 260 - 80 = 180", () => {
    expect(second("VOLUME")).toBe(180n);
  });
});

describe("fees", () => {
  const fee = { id: "fee", kind: "PERCENTAGE_FEE", basis: "ggr", rate: "0.022" };

  test("by percentage: 2.2% of 12,345 = 271.59, to the platform 272", () => {
    const of = terms([{ ...fee, beneficiary: "PLATFORM" }]);
    expect(effects(of, [tx("bet", "IN", 12_345n)])).toEqual({ fee: -272n });
  });

  const price = (name: string, unitPriceMinor: string, changes: TermsJson = {}) => ({
    name,
    inputs: [{ types: [name] }],
    scheme: "FLAT",
    tiers: [{ from: "0", unitPriceMinor }],
    ...changes,
  });
  const perItem = { id: "items", kind: "PER_ITEM_FEE", beneficiary: "PARTNER" };

  test("per item by a price list: 3 at 30 + 1 at 1,500 = 1,590", () => {
    const of = terms([
      { ...perItem, prices: [price("deposit", "30"), price("chargeback", "1500")] },
    ]);
    const three = [1n, 2n, 3n].map((amount) => tx("deposit", "IN", amount));
    expect(effects(of, [...three, tx("chargeback", "OUT", 9n)])).toEqual({ items: 1_590n });
  });

  test("per item below a minor unit: 7 calls at 0.35 = 2.45, rounded 2", () => {
    const of = terms([{ ...perItem, prices: [price("call", "0.35")] }]);
    expect(effects(of, [tx("call", "NONE", 1n, { count: 7n })])).toEqual({ items: 2n });
  });

  test("per item in tiers: the first 2 at 10, the next 3 at 8 = 20 + 24 = 44", () => {
    const tiers = [
      { from: "0", to: "2", unitPriceMinor: "10" },
      { from: "2", unitPriceMinor: "8" },
    ];
    const of = terms([
      { ...perItem, prices: [price("call", "0", { scheme: "GRADUATED", tiers })] },
    ]);
    expect(effects(of, [tx("call", "NONE", 1n, { count: 5n })])).toEqual({ items: 44n });
  });

  test("an item undone in parts counts until the last of it is undone: 1, 1, then 0 items", () => {
    const of = terms([{ ...perItem, prices: [price("call", "10")] }]);
    const call = tx("call", "NONE", 100n);
    const part = tx("call", "NONE", -60n, { count: 0n });
    const rest = tx("call", "NONE", -40n, { count: -1n });
    expect(effects(of, [call])).toEqual({ items: 10n });
    expect(effects(of, [call, part])).toEqual({ items: 10n });
    expect(effects(of, [call, part, rest])).toEqual({ items: 0n });
  });
});

describe("other currencies", () => {
  const usd = (amountMinor: bigint, dayRate: string | null = null) =>
    tx("bet", "IN", amountMinor, { currency: "USD", dayRate });
  const all = { id: "all", kind: "PRINCIPAL", basis: "ggr", beneficiary: "PARTNER" };
  const ratedBy = (rateSource: TermsJson | null) => terms([all], { rateSource });

  test("do not count without a rate source", () => {
    expect(effects(ratedBy(null), [usd(1_000n), tx("bet", "IN", 5n)])).toEqual({ all: 5n });
  });

  test("at an agreed rate: 10.05 USD at 1,350.5 = 13,572.525 KRW, rounded 13,573", () => {
    const fixed = ratedBy({ kind: "FIXED", rates: [{ currency: "USD", rate: "1350.5" }] });
    expect(effects(fixed, [usd(1_005n)])).toEqual({ all: 13_573n });
  });

  test("at the period's rate, one for all: (1.01 + 2.02) USD at 1,300.5 = 3,940.515, 3,941", () => {
    const source = { kind: "PERIOD", source: "bank", on: "LAST_DAY", currencies: ["USD"] };
    const rates = new Map([["USD", "1300.5"]]);
    expect(effects(ratedBy(source), [usd(101n), usd(202n)], rates)).toEqual({ all: 3_941n });
    expect(() => effects(ratedBy(source), [usd(101n)])).toThrow("no rate of USD in KRW");
  });

  test("at each day's rate: 1.01 x 1,300.5 + 2.02 x 1,310.25 = 1,313.505 + 2,646.705 = 3,960.21", () => {
    const daily = ratedBy({ kind: "DAILY", source: "bank", currencies: ["USD"] });
    expect(effects(daily, [usd(101n, "1300.5"), usd(202n, "1310.25")])).toEqual({ all: 3_960n });
    expect(() => effects(daily, [usd(101n)])).toThrow("no rate of USD in KRW");
  });

  test("undone on a day of another rate, the difference stays: 1 USD x (1,300 - 1,310) = -10", () => {
    const daily = ratedBy({ kind: "DAILY", source: "bank", currencies: ["USD"] });
    const undone = { ...usd(-100n, "1310"), count: -1n };
    expect(effects(daily, [usd(100n, "1300"), undone])).toEqual({ all: -10n });
  });
});

describe("rounding", () => {
  const percent = (rounding: TermsJson) =>
    terms([share({ tiers: [{ from: "0", rate: "0.1" }] })], { rounding });
  const three = [tx("bet", "IN", 14n), tx("bet", "IN", 15n), tx("bet", "IN", 16n)];

  test.each([
    ["HALF_EVEN", 4n, "4.5 goes to the even 4"],
    ["HALF_UP", 5n, "4.5 goes up"],
    ["DOWN", 4n, "4.5 goes down"],
  ])("per period %s: 10%% of 14 + 15 + 16 is %s, because %s", (mode, expected) => {
    expect(effects(percent({ mode }), three)).toEqual({ share: expected });
  });

  test.each([
    ["HALF_EVEN", 5n, "1.4 + 1.5 + 1.6 = 1 + 2 + 2"],
    ["HALF_UP", 5n, "1 + 2 + 2"],
    ["DOWN", 3n, "1 + 1 + 1"],
  ])("per line %s: %s, because %s", (mode, expected) => {
    expect(effects(percent({ mode, per: "LINE" }), three)).toEqual({ share: expected });
  });

  test("to a unit of 10: 4.5 is 0, and the rounding account takes the nearest 4", () => {
    const of = percent({ mode: "DOWN", unitMinor: "10" });
    expect(settlePeriod(month(of, three))).toMatchObject({ payableMinor: 0n, residualMinor: 4n });
  });

  test("the residual of lines is what the sum has more: 4.5, nearest 4, less 3 lines of 1 = 1", () => {
    const of = percent({ mode: "DOWN", per: "LINE" });
    expect(settlePeriod(month(of, three))).toMatchObject({ payableMinor: 3n, residualMinor: 1n });
  });

  test("a line that is undone in full leaves nothing: 1.6 rounds to 2, -1.6 to -2", () => {
    const of = percent({ mode: "HALF_UP", per: "LINE" });
    const undone = [tx("bet", "IN", 16n), tx("bet", "IN", -16n, { count: -1n })];
    expect(effects(of, undone)).toEqual({ share: 0n });
  });
});
