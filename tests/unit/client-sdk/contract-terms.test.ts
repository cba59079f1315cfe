import { describe, expect, expectTypeOf, test } from "vitest";
import type { ClauseInput, ContractTerms, ContractTermsInput } from "@tutti/client";
import { contractTemplate } from "../../../src/settlements/contract-template.rules.js";
import type { Terms } from "../../../src/settlements/terms.rules.js";
import { validateTerms } from "../../../src/settlements/validate-terms.rules.js";

const PARTNER = { beneficiary: "PARTNER" } as const;
const of = ["share"];

/** Each kind of clause with nothing but what it must have. */
const CLAUSES: { [Kind in ClauseInput["kind"]]: Extract<ClauseInput, { kind: Kind }> } = {
  REVENUE_SHARE: {
    id: "share",
    kind: "REVENUE_SHARE",
    ...PARTNER,
    basis: "ggr",
    scheme: "FLAT",
    tiers: [{ from: "0", rate: "0.1" }],
  },
  PERCENTAGE_FEE: { id: "fee", kind: "PERCENTAGE_FEE", ...PARTNER, basis: "ggr", rate: "0.02" },
  PRINCIPAL: { id: "collected", kind: "PRINCIPAL", ...PARTNER, basis: "ggr" },
  PER_ITEM_FEE: {
    id: "calls",
    kind: "PER_ITEM_FEE",
    ...PARTNER,
    prices: [
      { name: "call", inputs: [{}], scheme: "FLAT", tiers: [{ from: "0", unitPriceMinor: "12" }] },
    ],
  },
  FIXED_FEE: { id: "monthly", kind: "FIXED_FEE", ...PARTNER, amountMinor: "1000" },
  MINIMUM_GUARANTEE: {
    id: "minimum",
    kind: "MINIMUM_GUARANTEE",
    ...PARTNER,
    of,
    amountMinor: "500",
  },
  CAP: { id: "cap", kind: "CAP", ...PARTNER, of, amountMinor: "900000" },
  SERVICE_CREDIT: {
    id: "credit",
    kind: "SERVICE_CREDIT",
    beneficiary: "PLATFORM",
    of,
    inputs: [{ types: ["breach"] }],
    tiers: [{ from: "0", rate: "0.05" }],
  },
  ROLLING_RESERVE: {
    id: "reserve",
    kind: "ROLLING_RESERVE",
    of,
    heldBy: "PLATFORM",
    rate: "0.05",
    releaseAfterDays: 180,
  },
  VAT: { id: "vat", kind: "VAT", of, rate: "0.1", bornBy: "PLATFORM", remittedBy: "PARTNER" },
  WITHHOLDING: { id: "tax", kind: "WITHHOLDING", of, rate: "0.033" },
};

const LEAST: ContractTermsInput = {
  currency: "KRW",
  cycle: { rhythm: { kind: "MONTHLY" } },
  bases: [{ id: "ggr", kind: "GGR" }],
  clauses: Object.values(CLAUSES),
};

describe("the type of terms that the SDK has", () => {
  test("is what the hub settles by", () => {
    // Each way: `toEqualTypeOf` takes a union of mapped types for another than that of records.
    expectTypeOf<ContractTerms>().toExtend<Terms>();
    expectTypeOf<Terms>().toExtend<ContractTerms>();
    expectTypeOf<ContractTerms>().toExtend<ContractTermsInput>();
    expect(contractTemplate("GAME_PROVIDER") satisfies ContractTerms).toBeTruthy();
  });

  test("may leave out what has a default, of every kind of clause", () => {
    expect(validateTerms(LEAST)).toMatchObject({
      rateSource: null,
      rounding: { mode: "HALF_EVEN", per: "PERIOD", unitMinor: "1" },
      timeZone: "Asia/Seoul",
      lateData: "SWEEP",
      whenNegative: "CARRY_FORWARD",
    });
  });

  test("is answered with nothing left out, and what is answered can be given again", () => {
    const complete = validateTerms(LEAST);
    expect(validateTerms(complete)).toEqual(complete);
    expect(JSON.stringify(complete)).not.toContain("undefined");
  });
});
