/*
 * The terms of a contract version. Rates and prices are exact decimal texts ("0.125" is 12.5
 * percent), amounts texts of whole minor units of the settlement currency, days `YYYY-MM-DD`.
 * schema/README.md says what each clause does, with an example.
 */

export type Party = "PARTNER" | "PLATFORM";
export type Weekday =
  | "MONDAY"
  | "TUESDAY"
  | "WEDNESDAY"
  | "THURSDAY"
  | "FRIDAY"
  | "SATURDAY"
  | "SUNDAY";

/** Which transactions are counted: of all types unless some are named, but never of `except`. */
export interface SelectorInput {
  effect?: "ADD" | "DEDUCT";
  types?: readonly string[] | null;
  except?: readonly string[];
  direction?: "IN" | "OUT" | "NONE" | "ANY";
}

/** One line of a free basis, applied to what stands before it. */
export type BasisStepInput = {
  name: string;
  effect: "ADD" | "DEDUCT";
  /** A deduction takes no more than this rate of what stands. */
  atMostRate?: string | null;
} & (
  | { of: "INPUTS"; inputs: readonly SelectorInput[] }
  | { of: "RATE"; rate: string }
  | { of: "CLAUSES"; clauses: readonly string[] }
);

/** What a clause counts. */
export type BasisInput = { id: string; whenNegative?: "KEEP" | "ZERO" } & (
  | { kind: "TURNOVER" | "GGR"; types?: readonly string[] | null }
  | { kind: "NGR"; types?: readonly string[] | null; deductions: readonly string[] }
  | { kind: "FREE"; steps: readonly BasisStepInput[] }
);

/** To multiples of `unitMinor`, each transaction for itself (LINE) or the sum of the period. */
export interface RoundingRuleInput {
  mode: "HALF_EVEN" | "HALF_UP" | "DOWN";
  per?: "PERIOD" | "LINE";
  unitMinor?: string;
}

/** From `from`, included, to `to`, excluded; without `to` there is no end. */
export interface RateTierInput {
  from: string;
  to?: string | null;
  rate: string;
}

export interface PriceTierInput {
  from: string;
  to?: string | null;
  /** Minor units, with up to 8 decimals. */
  unitPriceMinor: string;
}

export type Scheme = "FLAT" | "GRADUATED" | "VOLUME";

/** A line of a price list: what is counted, and what one of it costs. */
export interface PriceInput {
  name: string;
  inputs: readonly SelectorInput[];
  measure?: "COUNT" | "AMOUNT";
  scheme: Scheme;
  tiers: readonly PriceTierInput[];
}

/** The fields of each kind of clause, besides `id` and `kind`. */
export interface ClauseInputs {
  REVENUE_SHARE: {
    basis: string;
    beneficiary: Party;
    scheme: Scheme;
    tierPeriod?: "PERIOD" | "QUARTER";
    tiers: readonly RateTierInput[];
    consentToRateAboveOne?: boolean;
    rounding?: RoundingRuleInput | null;
  };
  PERCENTAGE_FEE: {
    basis: string;
    beneficiary: Party;
    rate: string;
    consentToRateAboveOne?: boolean;
    rounding?: RoundingRuleInput | null;
  };
  PRINCIPAL: { basis: string; beneficiary: Party; rounding?: RoundingRuleInput | null };
  PER_ITEM_FEE: {
    prices: readonly PriceInput[];
    beneficiary: Party;
    tierPeriod?: "PERIOD" | "QUARTER";
    rounding?: RoundingRuleInput | null;
  };
  FIXED_FEE: { amountMinor: string; beneficiary: Party; proration?: "FULL" | "BY_DAY" };
  MINIMUM_GUARANTEE: {
    amountMinor: string;
    beneficiary: Party;
    of: readonly string[];
    recoupable?: boolean;
    proration?: "FULL" | "BY_DAY";
  };
  CAP: { amountMinor: string; beneficiary: Party; of: readonly string[] };
  ROLLING_RESERVE: {
    rate: string;
    of: readonly string[];
    heldBy: Party;
    releaseAfterDays: number;
  };
  VAT: { rate: string; of: readonly string[]; bornBy: Party; remittedBy: Party };
  WITHHOLDING: { rate: string; of: readonly string[]; rounding?: RoundingRuleInput | null };
  SERVICE_CREDIT: {
    inputs: readonly SelectorInput[];
    measure?: "COUNT" | "AMOUNT";
    tiers: readonly RateTierInput[];
    of: readonly string[];
    beneficiary: Party;
    consentToRateAboveOne?: boolean;
  };
}

/** One term. Its `of` and its basis name clauses that stand before it. */
export type ClauseInput = {
  [K in keyof ClauseInputs]: ClauseInputs[K] & { id: string; kind: K };
}[keyof ClauseInputs];

/** How other currencies become the settlement currency. */
export type RateSourceInput =
  | { kind: "FIXED"; rates: readonly { currency: string; rate: string }[] }
  | {
      kind: "PERIOD";
      source: string;
      on: "FIRST_DAY" | "LAST_DAY";
      currencies: readonly string[];
    }
  | { kind: "DAILY"; source: string; currencies: readonly string[] };

export type RhythmInput =
  | { kind: "DAILY" }
  | { kind: "WEEKLY"; startsOn?: Weekday }
  | { kind: "MONTHLY"; startsOnDay?: number }
  | { kind: "MANUAL"; boundaries: readonly string[] };

export interface CycleInput {
  rhythm: RhythmInput;
  closeLagDays?: number;
  payoutLagDays?: number;
  payoutLagIn?: "CALENDAR_DAYS" | "BUSINESS_DAYS";
  holidayPolicy?: "NONE" | "BEFORE" | "AFTER";
  calendar?: { weekend?: readonly Weekday[]; holidays?: readonly string[] };
}

/** Terms as a caller writes them: what is left out has its default. */
export interface ContractTermsInput {
  /** The settlement currency. */
  currency: string;
  rateSource?: RateSourceInput | null;
  rounding?: RoundingRuleInput;
  /** An IANA time zone; Asia/Seoul unless another is named. */
  timeZone?: string;
  cycle: CycleInput;
  lateData?: "SWEEP" | "REOPEN" | "DELTA";
  whenNegative?: "CARRY_FORWARD" | "COLLECT";
  bases: readonly BasisInput[];
  clauses: readonly ClauseInput[];
}

/** A type with nothing left out, at any depth. */
type Complete<T> = T extends readonly (infer Item)[]
  ? readonly Complete<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Complete<T[Key]> }
    : T;

/** Terms as the hub answers them: with all defaults filled in. */
export type ContractTerms = Complete<ContractTermsInput>;
export type ContractClause = ContractTerms["clauses"][number];
