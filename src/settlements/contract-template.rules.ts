import type { Terms } from "./terms.rules.js";
import { validateTerms } from "./validate-terms.rules.js";

/** The kinds of partners, each with a contract that fits it. */
export type TemplateKind =
  | "GAME_PROVIDER"
  | "CREDIT_SUPPLIER"
  | "PAYMENT_VENDOR"
  | "SECURITY_VENDOR";

/**
 * South Korea's public holidays of 2025 by the rules on holidays of public offices, with the days
 * in lieu and the two that were proclaimed for that year alone. An example: a contract names its
 * own days.
 */
export const KOREAN_HOLIDAYS_2025 = [
  "2025-01-01", // New Year's Day
  "2025-01-27", // proclaimed
  "2025-01-28", // Lunar New Year, three days
  "2025-01-29",
  "2025-01-30",
  "2025-03-01", // Independence Movement Day, a Saturday
  "2025-03-03", // in lieu
  "2025-05-05", // Children's Day and Buddha's Birthday
  "2025-05-06", // in lieu
  "2025-06-03", // the presidential election
  "2025-06-06", // Memorial Day
  "2025-08-15", // Liberation Day
  "2025-10-03", // National Foundation Day
  "2025-10-05", // Chuseok, three days, the first a Sunday
  "2025-10-06",
  "2025-10-07",
  "2025-10-08", // in lieu
  "2025-10-09", // Hangeul Day
  "2025-12-25", // Christmas Day
] as const;

const KOREA = { weekend: ["SATURDAY", "SUNDAY"], holidays: KOREAN_HOLIDAYS_2025 };
const ON_PAYDAYS = { payoutLagIn: "BUSINESS_DAYS", holidayPolicy: "AFTER", calendar: KOREA };
const VAT_ON_TOP = { kind: "VAT", rate: "0.10", bornBy: "PLATFORM", remittedBy: "PARTNER" };

/** A share of NGR that grows with it, and a minimum a month that is earned back. */
const GAME_PROVIDER = {
  currency: "KRW",
  cycle: { rhythm: { kind: "MONTHLY" }, closeLagDays: 3, payoutLagDays: 10, ...ON_PAYDAYS },
  bases: [{ id: "ngr", kind: "NGR", deductions: ["bonus", "jackpot", "gaming-tax"] }],
  clauses: [
    {
      id: "share",
      kind: "REVENUE_SHARE",
      basis: "ngr",
      beneficiary: "PARTNER",
      scheme: "GRADUATED",
      tiers: [
        { from: "0", to: "100000000", rate: "0.10" },
        { from: "100000000", to: "500000000", rate: "0.12" },
        { from: "500000000", to: null, rate: "0.15" },
      ],
    },
    {
      id: "guarantee",
      kind: "MINIMUM_GUARANTEE",
      amountMinor: "5000000",
      beneficiary: "PARTNER",
      of: ["share"],
      recoupable: true,
      proration: "BY_DAY",
    },
    { id: "vat", of: ["share", "guarantee"], ...VAT_ON_TOP },
  ],
};

/** Credits by a price list, those returned taken off, and a discount by the week's volume. */
const CREDIT_SUPPLIER = {
  currency: "KRW",
  rounding: { mode: "DOWN" },
  cycle: { rhythm: { kind: "WEEKLY" }, closeLagDays: 1, payoutLagDays: 5, ...ON_PAYDAYS },
  bases: [
    {
      id: "purchases",
      kind: "FREE",
      steps: [{ name: "credits", effect: "ADD", of: "CLAUSES", clauses: ["credits"] }],
    },
  ],
  clauses: [
    {
      id: "credits",
      kind: "PER_ITEM_FEE",
      beneficiary: "PARTNER",
      prices: [creditPrice("standard", "0.95"), creditPrice("premium", "0.93")],
    },
    {
      id: "volume-discount",
      kind: "REVENUE_SHARE",
      basis: "purchases",
      beneficiary: "PLATFORM",
      scheme: "VOLUME",
      tiers: [
        { from: "0", to: "10000000", rate: "0" },
        { from: "10000000", to: "50000000", rate: "0.02" },
        { from: "50000000", to: null, rate: "0.035" },
      ],
    },
    { id: "vat", of: ["credits", "volume-discount"], ...VAT_ON_TOP },
  ],
};

/** Credits are recorded at their face value; the price is that of one won of it. */
function creditPrice(sort: string, unitPriceMinor: string) {
  return {
    name: sort,
    inputs: [
      { effect: "ADD", types: [`${sort}-credits-bought`] },
      { effect: "DEDUCT", types: [`${sort}-credits-returned`] },
    ],
    measure: "AMOUNT",
    scheme: "FLAT",
    tiers: [{ from: "0", unitPriceMinor }],
  };
}

/** What the vendor collected less refunds and chargebacks, less its fees and its reserve. */
const PAYMENT_VENDOR = {
  currency: "KRW",
  rounding: { mode: "HALF_UP", per: "LINE" },
  lateData: "DELTA",
  whenNegative: "COLLECT",
  cycle: { rhythm: { kind: "DAILY" }, payoutLagDays: 2, ...ON_PAYDAYS },
  bases: [
    { id: "volume", kind: "TURNOVER", types: ["deposit"] },
    {
      id: "collected",
      kind: "FREE",
      steps: [
        selected("deposits", "ADD", ["deposit"], "IN"),
        selected("undone", "DEDUCT", ["refund", "chargeback"], "OUT"),
      ],
    },
  ],
  clauses: [
    { id: "collected", kind: "PRINCIPAL", basis: "collected", beneficiary: "PLATFORM" },
    { id: "rate", kind: "PERCENTAGE_FEE", basis: "volume", beneficiary: "PARTNER", rate: "0.022" },
    {
      id: "per-item",
      kind: "PER_ITEM_FEE",
      beneficiary: "PARTNER",
      prices: [itemPrice("deposit", "30"), itemPrice("chargeback", "15000")],
    },
    { id: "vat", of: ["rate", "per-item"], ...VAT_ON_TOP },
    {
      id: "reserve",
      kind: "ROLLING_RESERVE",
      rate: "0.05",
      of: ["collected"],
      heldBy: "PARTNER",
      releaseAfterDays: 180,
    },
  ],
};

function selected(name: string, effect: string, types: readonly string[], direction: string) {
  return { name, effect, of: "INPUTS", inputs: [{ types, direction }] };
}

function itemPrice(type: string, unitPriceMinor: string) {
  const tiers = [{ from: "0", unitPriceMinor }];
  return { name: type, inputs: [{ types: [type] }], scheme: "FLAT", tiers };
}

/** Calls by number, a fee a month, and money back when the service was not there. */
const SECURITY_VENDOR = {
  currency: "KRW",
  cycle: { rhythm: { kind: "MONTHLY" }, closeLagDays: 5, payoutLagDays: 15, ...ON_PAYDAYS },
  bases: [],
  clauses: [
    {
      id: "calls",
      kind: "PER_ITEM_FEE",
      beneficiary: "PARTNER",
      prices: [
        {
          name: "verification",
          inputs: [{ types: ["verification-call"] }],
          scheme: "GRADUATED",
          tiers: [
            { from: "0", to: "100000", unitPriceMinor: "12" },
            { from: "100000", to: "1000000", unitPriceMinor: "9" },
            { from: "1000000", to: null, unitPriceMinor: "7.5" },
          ],
        },
      ],
    },
    {
      id: "monthly-fee",
      kind: "FIXED_FEE",
      amountMinor: "3000000",
      beneficiary: "PARTNER",
      proration: "BY_DAY",
    },
    {
      id: "sla-credit",
      kind: "SERVICE_CREDIT",
      inputs: [{ types: ["sla-breach"] }],
      tiers: [
        { from: "0", to: "1", rate: "0" },
        { from: "1", to: "3", rate: "0.05" },
        { from: "3", to: null, rate: "0.10" },
      ],
      of: ["calls", "monthly-fee"],
      beneficiary: "PLATFORM",
    },
    { id: "vat", of: ["calls", "monthly-fee", "sla-credit"], ...VAT_ON_TOP },
  ],
};

const TEMPLATES: Record<TemplateKind, unknown> = {
  GAME_PROVIDER,
  CREDIT_SUPPLIER,
  PAYMENT_VENDOR,
  SECURITY_VENDOR,
};

/** The terms with which a contract of this kind of partner begins; its figures are examples. */
export function contractTemplate(kind: TemplateKind): Terms {
  return validateTerms(TEMPLATES[kind]);
}
