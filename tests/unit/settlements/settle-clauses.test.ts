import { describe, expect, test } from "vitest";
import { NOTHING_CARRIED, settlePeriod } from "../../../src/settlements/settle-terms.rules.js";
import type { Terms } from "../../../src/settlements/terms.rules.js";
import { month, share, terms, transaction as tx, type TermsJson } from "./terms.js";

/** What clauses make of a share that is 10% of the amount. */
function settledWith(clauses: readonly TermsJson[], amount: bigint, carried = NOTHING_CARRIED) {
  const of = terms([share(), ...clauses]);
  return settlePeriod(month(of, [tx("bet", "IN", amount)]), carried);
}

function effect(clause: TermsJson, amount: bigint): bigint | undefined {
  return settledWith([clause], amount).components.find(({ clause: id }) => id === clause["id"])
    ?.effectMinor;
}

/** The days of a month of 30 that a contract applies on. */
function partOf(of: Terms, days: number) {
  const { segments, ...period } = month(of, []);
  return settlePeriod({ ...period, segments: segments.map((each) => ({ ...each, days })) });
}

describe("a fixed fee", () => {
  const fee = { id: "fee", kind: "FIXED_FEE", amountMinor: "1000", beneficiary: "PARTNER" };

  test("is due whatever happens: 1,000", () => {
    expect(partOf(terms([fee]), 30).payableMinor).toBe(1_000n);
  });

  test("by the day for 10 days of 30: 1,000 x 10 / 30 = 333.33; in full it stays 1,000", () => {
    expect(partOf(terms([{ ...fee, proration: "BY_DAY" }]), 10).payableMinor).toBe(333n);
    expect(partOf(terms([fee]), 10).payableMinor).toBe(1_000n);
  });
});

describe("a minimum guarantee", () => {
  const minimum = {
    id: "min",
    kind: "MINIMUM_GUARANTEE",
    amountMinor: "500",
    beneficiary: "PARTNER",
    of: ["share"],
  };

  test.each([
    [3_000n, 200n, "500 - 300"],
    [5_000n, 0n, "500 are earned"],
    [9_000n, 0n, "900 are earned"],
    [-1_000n, 600n, "the share is -100, so 600 are missing"],
  ])("over 10%% of %s adds %s: %s", (amount, expected) => {
    expect(effect(minimum, amount)).toBe(expected);
  });

  test("recoupable, it is earned back: 200 advanced, then 900 - 500 = 400 earned over, 200 back", () => {
    const advanced = settledWith([{ ...minimum, recoupable: true }], 3_000n);
    expect(advanced.recoupable).toEqual(new Map([["min", 200n]]));
    const next = settledWith([{ ...minimum, recoupable: true }], 9_000n, {
      ...NOTHING_CARRIED,
      recoupable: advanced.recoupable,
    });
    expect(next).toMatchObject({ payableMinor: 700n, recoupable: new Map([["min", 0n]]) });
  });

  test("earned back in parts: 550 - 500 = 50 over, so 50 of the 200 back and 150 stay", () => {
    const carried = { ...NOTHING_CARRIED, recoupable: new Map([["min", 200n]]) };
    const settled = settledWith([{ ...minimum, recoupable: true }], 5_500n, carried);
    expect(settled).toMatchObject({ payableMinor: 500n, recoupable: new Map([["min", 150n]]) });
  });

  test("not recoupable, it is given: nothing is carried", () => {
    const settled = settledWith([minimum], 3_000n);
    expect(settled).toMatchObject({ payableMinor: 500n, recoupable: new Map() });
  });

  test("to the platform, by what the partner pays: 500 - 300 more are owed by the partner", () => {
    const of = terms([share({ beneficiary: "PLATFORM" }), { ...minimum, beneficiary: "PLATFORM" }]);
    expect(settlePeriod(month(of, [tx("bet", "IN", 3_000n)])).payableMinor).toBe(-500n);
  });
});

describe("a cap", () => {
  const cap = { id: "cap", kind: "CAP", amountMinor: "500", beneficiary: "PARTNER", of: ["share"] };

  test.each([
    [4_000n, 0n, "400 are below it"],
    [5_000n, 0n, "500 reach it"],
    [9_000n, -400n, "900 - 500 are taken back"],
    [-9_000n, 0n, "what the partner owes is not capped"],
  ])("over 10%% of %s takes %s: %s", (amount, expected) => {
    expect(effect(cap, amount)).toBe(expected);
  });
});

describe("a rolling reserve", () => {
  const reserve = { id: "reserve", kind: "ROLLING_RESERVE", rate: "0.05", releaseAfterDays: 180 };

  test("holds back of what the partner earns: 5% of 1,000 = 50, nothing of a debt", () => {
    const held = { ...reserve, of: ["share"], heldBy: "PLATFORM" };
    expect(effect(held, 10_000n)).toBe(-50n);
    expect(effect(held, -10_000n)).toBe(0n);
  });

  test("held by the partner, of what it collected for the platform: 1,000 owed less 50", () => {
    const of = terms([
      { id: "collected", kind: "PRINCIPAL", basis: "ggr", beneficiary: "PLATFORM" },
      { ...reserve, of: ["collected"], heldBy: "PARTNER" },
    ]);
    expect(settlePeriod(month(of, [tx("bet", "IN", 1_000n)])).payableMinor).toBe(-950n);
  });

  test("comes back in the period in which it is released: 100 + 50 held 180 days before", () => {
    const releases = [{ clause: "reserve", heldIn: "2025-07-01", effectMinor: 50n }];
    const settled = settledWith([], 1_000n, { ...NOTHING_CARRIED, releases });
    expect(settled.payableMinor).toBe(150n);
    expect(settled.components.at(-1)).toMatchObject({
      clause: "reserve",
      kind: "RESERVE_RELEASE",
      amountMinor: 50n,
      effectMinor: 50n,
    });
  });
});

describe("VAT of 10% on a share of 1,000", () => {
  const vat = { id: "vat", kind: "VAT", rate: "0.10", of: ["share"] };
  const on = (bornBy: string, remittedBy: string) => {
    const { components } = settledWith([{ ...vat, bornBy, remittedBy }], 10_000n);
    return components[1];
  };

  test("borne by the platform and remitted by the partner: 100 on top", () => {
    expect(on("PLATFORM", "PARTNER")).toMatchObject({ amountMinor: 100n, effectMinor: 100n });
  });

  test("borne and remitted by the platform: 100 are shown, the payable stays", () => {
    expect(on("PLATFORM", "PLATFORM")).toMatchObject({ amountMinor: 100n, effectMinor: 0n });
  });

  test("borne and remitted by the partner: 1,000 x 10/110 = 90.9, 91 are contained", () => {
    expect(on("PARTNER", "PARTNER")).toMatchObject({ amountMinor: 91n, effectMinor: 0n });
  });

  test("borne by the partner and remitted by the platform: the 91 are kept back", () => {
    expect(on("PARTNER", "PLATFORM")).toMatchObject({ amountMinor: 91n, effectMinor: -91n });
  });
});

describe("a withholding", () => {
  const tax = { id: "tax", kind: "WITHHOLDING", rate: "0.033", of: ["share"] };

  test("of 3.3% of 12,345 = 407.385 keeps back 407; of a debt it keeps nothing", () => {
    expect(effect(tax, 123_450n)).toBe(-407n);
    expect(effect(tax, -123_450n)).toBe(0n);
  });

  test("below ten won is cut off: 407 becomes 400, as tax offices have it", () => {
    const cutOff = { ...tax, rounding: { mode: "DOWN", unitMinor: "10" } };
    expect(effect(cutOff, 123_450n)).toBe(-400n);
  });
});

describe("a service credit", () => {
  const credit = {
    id: "credit",
    kind: "SERVICE_CREDIT",
    inputs: [{ types: ["breach"] }],
    tiers: [
      { from: "0", to: "1", rate: "0" },
      { from: "1", to: "3", rate: "0.05" },
      { from: "3", rate: "0.10" },
    ],
    of: ["share"],
    beneficiary: "PLATFORM",
  };

  test.each([
    [0, 0n, "nothing went wrong"],
    [1, -50n, "5% of 1,000"],
    [2, -50n, "5% still"],
    [3, -100n, "10% of 1,000"],
  ])("for %s breaches is %s: %s", (breaches, expected) => {
    const bases = [{ id: "ggr", kind: "GGR", types: ["bet"] }];
    const of = terms([share(), credit], { bases });
    const happened = Array.from({ length: breaches }, () => tx("breach", "NONE", 1n));
    const { components } = settlePeriod(month(of, [tx("bet", "IN", 10_000n), ...happened]));
    expect(components[1]?.effectMinor).toBe(expected);
  });
});

describe("what the partner owes", () => {
  const owed = (whenNegative: string, broughtForwardMinor: bigint, amount: bigint) => {
    const of = terms([share()], { whenNegative });
    const carried = { ...NOTHING_CARRIED, broughtForwardMinor };
    return settlePeriod(month(of, [tx("bet", "IN", amount)]), carried);
  };

  test("is carried forward: a share of -100 is not asked for", () => {
    const settled = owed("CARRY_FORWARD", 0n, -1_000n);
    expect(settled).toMatchObject({
      payableMinor: -100n,
      dueMinor: 0n,
      carriedForwardMinor: -100n,
    });
  });

  test("is set off against the next: 300 - 100 = 200 are due", () => {
    const settled = owed("CARRY_FORWARD", -100n, 3_000n);
    expect(settled).toMatchObject({ payableMinor: 300n, dueMinor: 200n, carriedForwardMinor: 0n });
  });

  test("is asked for where that is agreed: -100 are due", () => {
    const settled = owed("COLLECT", 0n, -1_000n);
    expect(settled).toMatchObject({ dueMinor: -100n, carriedForwardMinor: 0n });
  });
});
