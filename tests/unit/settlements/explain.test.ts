import { describe, expect, test } from "vitest";
import { explain, explainPeriod } from "../../../src/settlements/explain.rules.js";
import { exactText } from "../../../src/settlements/exact.rules.js";
import { month, rateTiers, share, terms, totalsOf, transaction as tx } from "./terms.js";
import type { TermsJson } from "./terms.js";

/** How each clause's figure came about, as people read it. */
function texts(clauses: readonly TermsJson[], changes: TermsJson = {}) {
  const of = terms(clauses, changes);
  const bets = [tx("bet", "IN", 1_200n), tx("win", "OUT", 200n), tx("bet", "IN", 800n)];
  const totals = totalsOf(of, bets);
  const explained = explain(of, { totals, periodDays: 30, rates: new Map(), quarter: [] });
  return Object.fromEntries(explained.map(({ clause, text }) => [clause, text]));
}

describe("a figure is explained", () => {
  test("tier by tier, from its inputs to its rounding", () => {
    const tiers = rateTiers(["0", "0.105"], ["1500", "0.2"], ["9000", "0.5"]);
    expect(texts([share({ scheme: "GRADUATED", tiers })])).toEqual({
      share: [
        "+ bet:IN:KRW: 2000 in 2, worth 2000",
        "+ stakes 2000 = 2000",
        "+ win:OUT:KRW: 200 in 1, worth 200",
        "- payouts 200 = 1800",
        "from 0 to 1500: 1500 x 0.105 = 157.5",
        "from 1500 to 9000: 300 x 0.2 = 60",
        "217.5 HALF_EVEN = 218",
      ],
    });
  });

  test("by the clauses that it is of", () => {
    const vat = { id: "vat", kind: "VAT", rate: "0.1", bornBy: "PLATFORM", remittedBy: "PARTNER" };
    const minimum = {
      id: "min",
      kind: "MINIMUM_GUARANTEE",
      amountMinor: "300",
      beneficiary: "PARTNER",
      of: ["share"],
    };
    expect(texts([share(), minimum, { ...vat, of: ["share", "min"] }])).toMatchObject({
      min: ["share brought 180", "guaranteed: 300", "120 HALF_EVEN = 120"],
      vat: [
        "share brought 180",
        "min brought 120",
        "VAT on top: 300 at 0.1 = 30",
        "30 HALF_EVEN = 30",
      ],
    });
  });

  test("by its lines, where these were rounded one by one", () => {
    const text = texts([share()], { rounding: { mode: "DOWN", per: "LINE" } });
    expect(text["share"]?.slice(-2)).toEqual([
      "from 0 up: 1800 x 0.10 = 180",
      "rounded line by line: 180 in 3",
    ]);
  });

  test("with the steps and limits of its basis", () => {
    const steps = [
      { name: "stakes", effect: "ADD", of: "INPUTS", inputs: [{ types: ["bet"] }] },
      {
        name: "wins",
        effect: "DEDUCT",
        of: "INPUTS",
        inputs: [{ types: ["win"] }],
        atMostRate: "0.05",
      },
      { name: "hosting", effect: "DEDUCT", of: "RATE", rate: "0.1" },
    ];
    const text = texts([share()], { bases: [{ id: "ggr", kind: "FREE", steps }] });
    expect(text["share"]).toEqual([
      "+ bet:IN:KRW: 2000 in 2, worth 2000",
      "+ stakes 2000 = 2000",
      "+ win:OUT:KRW: 200 in 1, worth 200",
      "- wins 100 (at most 100) = 1900",
      "- hosting 190 = 1710",
      "from 0 up: 1710 x 0.10 = 171",
      "171 HALF_EVEN = 171",
    ]);
  });

  test("with what was settled earlier in the period by another version", () => {
    const [one, other] = [
      terms([share()]),
      terms([share({ tiers: [{ from: "0", rate: "0.2" }] })]),
    ];
    const segments = [one, other].map((of, index) => ({
      version: index + 1,
      terms: of,
      days: 15,
      totals: totalsOf(of, [tx("bet", "IN", 100n)]),
    }));
    const inputs = { segments, periodDays: 30, rates: new Map(), quarter: [] };
    const [, second] = explainPeriod(inputs);
    expect(second).toMatchObject({ version: 2, amountMinor: 20n });
    const later = second?.text ?? [];
    expect(later.slice(later.indexOf("less what came earlier in the period:"))).toEqual([
      "less what came earlier in the period:",
      "+ bet:IN:KRW: 100 in 1, worth 100",
      "+ stakes 100 = 100",
      "- payouts 0 = 100",
      "from 0 up: 100 x 0.2 = 20",
      "20 HALF_EVEN = 20",
    ]);
  });

  test("a reserve that comes back by what was held", () => {
    const releases = [{ clause: "reserve", heldIn: "2025-07-01", effectMinor: 50n }];
    const carried = { recoupable: new Map(), releases, broughtForwardMinor: 0n };
    const explained = explainPeriod(month(terms([share()]), []), carried);
    expect(explained.at(-1)).toMatchObject({ kind: "RESERVE_RELEASE", text: ["released: 50"] });
  });
});

describe("an exact number reads", () => {
  test.each([
    [5n, 1n, "5"],
    [-5n, 100n, "-0.05"],
    [1n, 40n, "0.025"],
    [100n, 8n, "12.5"],
    [10n, 30n, "1/3"],
    [-20n, 6n, "-10/3"],
    [0n, 7n, "0"],
  ])("%s over %s as %s", (n, d, text) => {
    expect(exactText({ n, d })).toBe(text);
  });
});
