import type { Rounding } from "../shared/money.js";
import type { Cycle } from "./cycle.rules.js";

/*
 * The terms of a contract version, as data. All numbers are exact decimal texts, all amounts whole
 * minor units of the settlement currency.
 */

export const PARTIES = ["PARTNER", "PLATFORM"] as const;
export type Party = (typeof PARTIES)[number];

export const EFFECTS = ["ADD", "DEDUCT"] as const;
export type Effect = (typeof EFFECTS)[number];

export const COUNTED_DIRECTIONS = ["IN", "OUT", "NONE", "ANY"] as const;
export type CountedDirection = (typeof COUNTED_DIRECTIONS)[number];

/** Which transactions are counted: of all types where `types` is null, but never of `except`. */
export interface Selector {
  effect: Effect;
  types: readonly string[] | null;
  except: readonly string[];
  direction: CountedDirection;
}

/**
 * One line of a basis, applied to what stands before it: transactions, a rate of what stands, or
 * the figures of earlier clauses. A deduction may be limited to a rate of what stands.
 */
export type BasisStep = { name: string; effect: Effect; atMostRate: string | null } & (
  | { of: "INPUTS"; inputs: readonly Selector[] }
  | { of: "RATE"; rate: string }
  | { of: "CLAUSES"; clauses: readonly string[] }
);

export const NEGATIVE_BASES = ["KEEP", "ZERO"] as const;

/**
 * What a clause counts. TURNOVER is what came in; GGR that less what went out; NGR that less the
 * types deducted, in their order; FREE is written out step by step.
 */
export type Basis = { id: string; whenNegative: (typeof NEGATIVE_BASES)[number] } & (
  | { kind: "TURNOVER" | "GGR"; types: readonly string[] | null }
  | { kind: "NGR"; types: readonly string[] | null; deductions: readonly string[] }
  | { kind: "FREE"; steps: readonly BasisStep[] }
);

export const ROUNDED_PER = ["PERIOD", "LINE"] as const;

/** To multiples of `unitMinor`, each transaction for itself (LINE) or the sum of the period. */
export interface RoundingRule {
  mode: Rounding;
  per: (typeof ROUNDED_PER)[number];
  unitMinor: string;
}

export const SCHEMES = ["FLAT", "GRADUATED", "VOLUME"] as const;
/**
 * FLAT has one tier. GRADUATED takes each tier's rate of the part within it, VOLUME the rate of the
 * tier that is reached, of everything.
 */
export type Scheme = (typeof SCHEMES)[number];

export const TIER_PERIODS = ["PERIOD", "QUARTER"] as const;
/** Over what the input of tiers adds up: the period, or the quarter that it begins in. */
export type TierPeriod = (typeof TIER_PERIODS)[number];

/** From `from`, included, to `to`, excluded; null is without end. */
export interface TierBounds {
  from: string;
  to: string | null;
}

export type RateTier = TierBounds & { rate: string };
/** The price of one in minor units: a decimal, because one may cost less than that. */
export type PriceTier = TierBounds & { unitPriceMinor: string };

export const MEASURES = ["COUNT", "AMOUNT"] as const;
/** How much there is of transactions: their number, or the sum of their amounts. */
export type Measure = (typeof MEASURES)[number];

/** A line of a price list: what is counted, and what one of it costs; of amounts a minor unit. */
export interface Price {
  name: string;
  inputs: readonly Selector[];
  measure: Measure;
  scheme: Scheme;
  tiers: readonly PriceTier[];
}

export const PRORATIONS = ["FULL", "BY_DAY"] as const;
/** In a period in which the contract applies on some days only: all of it, or their part. */
export type Proration = (typeof PRORATIONS)[number];

interface Clauses {
  REVENUE_SHARE: {
    basis: string;
    beneficiary: Party;
    scheme: Scheme;
    tierPeriod: TierPeriod;
    tiers: readonly RateTier[];
    consentToRateAboveOne: boolean;
    rounding: RoundingRule | null;
  };
  PERCENTAGE_FEE: {
    basis: string;
    beneficiary: Party;
    rate: string;
    consentToRateAboveOne: boolean;
    rounding: RoundingRule | null;
  };
  /** The basis itself: what one side collected for the other. */
  PRINCIPAL: { basis: string; beneficiary: Party; rounding: RoundingRule | null };
  PER_ITEM_FEE: {
    prices: readonly Price[];
    beneficiary: Party;
    tierPeriod: TierPeriod;
    rounding: RoundingRule | null;
  };
  FIXED_FEE: { amountMinor: string; beneficiary: Party; proration: Proration };
  /** Tops `of` up to the amount; recoupable, it is earned back from what later exceeds it. */
  MINIMUM_GUARANTEE: {
    amountMinor: string;
    beneficiary: Party;
    of: readonly string[];
    recoupable: boolean;
    proration: Proration;
  };
  /** Takes back what `of` brings the beneficiary beyond the amount. */
  CAP: { amountMinor: string; beneficiary: Party; of: readonly string[] };
  /** Held back of what `of` brings the other side, and released so many days after the period. */
  ROLLING_RESERVE: {
    rate: string;
    of: readonly string[];
    heldBy: Party;
    releaseAfterDays: number;
  };
  /** Borne by the platform it is on top of `of`, borne by the partner it is contained in it. */
  VAT: { rate: string; of: readonly string[]; bornBy: Party; remittedBy: Party };
  /** A tax that is kept back for the office of what `of` brings the partner. */
  WITHHOLDING: { rate: string; of: readonly string[]; rounding: RoundingRule | null };
  /** A rate of what `of` brings the other side, by how much went wrong. */
  SERVICE_CREDIT: {
    inputs: readonly Selector[];
    measure: Measure;
    tiers: readonly RateTier[];
    of: readonly string[];
    beneficiary: Party;
    consentToRateAboveOne: boolean;
  };
}

export type ClauseKind = keyof Clauses;
export type ClauseOf<K extends ClauseKind> = Clauses[K] & { id: string; kind: K };
/** One term of a contract. Its `of` and its basis name clauses that stand before it. */
export type Clause = { [K in ClauseKind]: ClauseOf<K> }[ClauseKind];

/** What one unit of a currency is worth in the settlement currency; major units of both. */
export interface CurrencyRate {
  currency: string;
  rate: string;
}

/**
 * How other currencies become the settlement currency: at agreed rates, at one published rate for a
 * period, or at the published rate of each transaction's day.
 */
export type RateSource =
  | { kind: "FIXED"; rates: readonly CurrencyRate[] }
  | {
      kind: "PERIOD";
      source: string;
      on: "FIRST_DAY" | "LAST_DAY";
      currencies: readonly string[];
    }
  | { kind: "DAILY"; source: string; currencies: readonly string[] };

export const LATE_DATA_POLICIES = ["SWEEP", "REOPEN", "DELTA"] as const;
/** What a transaction of a closed period does: see `placeOf`. */
export type LateDataPolicy = (typeof LATE_DATA_POLICIES)[number];

export const NEGATIVE_POLICIES = ["CARRY_FORWARD", "COLLECT"] as const;

/** Everything that one version of a contract says. */
export interface Terms {
  /** The settlement currency. */
  currency: string;
  /** Without one, transactions in other currencies do not count. */
  rateSource: RateSource | null;
  rounding: RoundingRule;
  timeZone: string;
  cycle: Cycle;
  lateData: LateDataPolicy;
  /** What becomes of a sum that the partner owes: set off against the next, or asked for. */
  whenNegative: (typeof NEGATIVE_POLICIES)[number];
  bases: readonly Basis[];
  clauses: readonly Clause[];
}

export const DEFAULT_TIME_ZONE = "Asia/Seoul";

/** How much of everything a version may have. */
export const TERM_LIMITS = {
  clauses: 40,
  bases: 20,
  steps: 20,
  selectors: 20,
  types: 50,
  tiers: 50,
  prices: 100,
  currencies: 20,
  boundaries: 400,
  holidays: 500,
  idLength: 64,
  typeLength: 64,
  lagDays: 366,
  releaseDays: 3_650,
} as const;
