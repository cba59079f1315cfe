import fc from "fast-check";
import type { ClauseKind } from "../../../src/settlements/terms.rules.js";
import type { TermsJson } from "./terms.js";

/** The types of transactions that random terms name. */
export const TYPES = ["bet", "win", "bonus", "fee"] as const;

type Generated<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** From nothing to all of it, with up to four decimals. */
export const rates = fc
  .integer({ min: 0, max: 10_000 })
  .map((n) => (n === 10_000 ? "1" : `0.${n.toString().padStart(4, "0")}`));

const amounts = fc.integer({ min: 0, max: 200_000 });
const parties = fc.constantFrom("PARTNER", "PLATFORM");
const someTypes = fc.option(fc.subarray([...TYPES], { minLength: 1 }), { nil: null });

const selector = fc.record({
  effect: fc.constantFrom("ADD", "DEDUCT"),
  types: someTypes,
  direction: fc.constantFrom("IN", "OUT", "NONE", "ANY"),
});

/** One to three selectors. */
export const selectors = fc.array(selector, { minLength: 1, maxLength: 3 });

/** One to four tiers with a rate each, their bounds up to so many units. */
function tiersUpTo(max: number, unit: number) {
  const bound = fc.integer({ min: 1, max }).map((n) => n * unit);
  const bounds = fc.uniqueArray(bound, { maxLength: 3 });
  const factors = fc.tuple(rates, rates, rates, rates);
  return fc.tuple(bounds, factors).map(([starts, four]) => {
    const from = [0, ...starts.toSorted((a, b) => a - b)].map(String);
    return from.map((start, at) => ({ from: start, to: from[at + 1] ?? null, rate: four[at] }));
  });
}

/** What a clause says in one version: all that a later version may change. */
const figures = fc.record({
  isThere: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  rate: rates,
  tiers: tiersUpTo(20, 10_000),
  countTiers: tiersUpTo(6, 1),
  amountMinor: amounts,
  basis: fc.constantFrom("plain", "free", "limited", "net"),
  scheme: fc.constantFrom("FLAT", "GRADUATED", "VOLUME"),
  tierPeriod: fc.constantFrom("PERIOD", "QUARTER"),
  proration: fc.constantFrom("FULL", "BY_DAY"),
  measure: fc.constantFrom("COUNT", "AMOUNT"),
  inputs: selectors,
  of: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
});

export const KINDS: readonly ClauseKind[] = [
  "REVENUE_SHARE",
  "PERCENTAGE_FEE",
  "PRINCIPAL",
  "PER_ITEM_FEE",
  "FIXED_FEE",
  "MINIMUM_GUARANTEE",
  "CAP",
  "ROLLING_RESERVE",
  "VAT",
  "WITHHOLDING",
  "SERVICE_CREDIT",
];

/** A clause of a contract: what it stays, and what it says in each of three versions. */
export const seeds = fc.record({
  kind: fc.constantFrom(...KINDS),
  beneficiary: parties,
  remittedBy: parties,
  recoupable: fc.boolean(),
  versions: fc.tuple(figures, figures, figures),
});

export type Seed = Generated<typeof seeds>;
export type Figures = Generated<typeof figures>;

interface Place {
  /** The contract's rounding, for clauses that cannot be rounded line by line. */
  rounding: TermsJson;
  earlier: readonly TermsJson[];
}

/** A clause as a caller writes it, or null where nothing stands before it that it could be of. */
export function clauseJson(id: string, seed: Seed, own: Figures, place: Place): TermsJson | null {
  const { kind, beneficiary } = seed;
  const { amountMinor, proration } = own;
  if (kind === "FIXED_FEE") {
    return { id, kind, beneficiary, amountMinor: String(amountMinor), proration };
  }
  const common = { id, kind, beneficiary };
  return transactionClause(common, own, place) ?? derivedClause(common, seed, own, place);
}

function transactionClause(common: TermsJson, own: Figures, { rounding, earlier }: Place) {
  const perPeriod = { ...rounding, per: "PERIOD" };
  const named = earlier.some(({ id }) => id === "c0") || own.basis !== "net";
  const basis = named ? own.basis : "plain";
  const flat = own.scheme === "FLAT";
  const ofLines = basis === "plain" || basis === "free" ? null : perPeriod;
  const tierPeriod = flat || basis === "net" ? "PERIOD" : own.tierPeriod;
  const { scheme, inputs, measure } = own;
  const cut = (tiers: Figures["tiers"]) =>
    flat ? tiers.slice(0, 1).map((tier) => ({ ...tier, to: null })) : tiers;
  switch (common["kind"]) {
    case "REVENUE_SHARE": {
      const tiers = cut(own.tiers);
      return { ...common, basis, scheme, tierPeriod, tiers, rounding: flat ? ofLines : perPeriod };
    }
    case "PERCENTAGE_FEE":
      return { ...common, basis, rate: own.rate, rounding: ofLines };
    case "PRINCIPAL":
      return { ...common, basis, rounding: ofLines };
    case "PER_ITEM_FEE": {
      const tiers = priced(cut(measure === "COUNT" ? own.countTiers : own.tiers));
      const prices = [{ name: "item", inputs, measure, scheme, tiers }];
      const period = flat ? "PERIOD" : own.tierPeriod;
      return { ...common, tierPeriod: period, prices, rounding: flat ? null : perPeriod };
    }
    default:
      return null;
  }
}

/** Prices with a fraction of a minor unit. */
function priced(tiers: Figures["tiers"]): TermsJson[] {
  return tiers.map(({ from, to, rate }) => ({ from, to, unitPriceMinor: `12${rate?.slice(1)}` }));
}

function derivedClause(common: TermsJson, seed: Seed, own: Figures, place: Place) {
  const { kind, beneficiary, remittedBy, recoupable } = seed;
  const { id } = common;
  const { rate, proration, inputs, measure, tiers } = own;
  const of = namedBy(kind, own.of, place.earlier);
  if (of.length === 0) return null;
  switch (kind) {
    case "MINIMUM_GUARANTEE": {
      const amountMinor = String(Math.min(own.amountMinor, ...amountsOf("CAP", place)));
      return { ...common, of, amountMinor, recoupable, proration };
    }
    case "CAP": {
      const amountMinor = String(
        Math.max(own.amountMinor, ...amountsOf("MINIMUM_GUARANTEE", place)),
      );
      return { ...common, of, amountMinor };
    }
    case "ROLLING_RESERVE":
      return { id, kind, of, rate, heldBy: beneficiary, releaseAfterDays: 180 };
    case "VAT":
      return { id, kind, of, rate, bornBy: beneficiary, remittedBy };
    case "WITHHOLDING":
      return { id, kind, of, rate };
    default: {
      const measured = measure === "COUNT" ? own.countTiers : tiers;
      return { ...common, of, inputs, measure, tiers: measured };
    }
  }
}

function amountsOf(kind: ClauseKind, { earlier }: Place): number[] {
  return earlier
    .filter((each) => each["kind"] === kind)
    .map(({ amountMinor }) => Number(amountMinor));
}

const TAXES = ["VAT", "WITHHOLDING", "ROLLING_RESERVE"];

/** Earlier clauses that a kind may be of, none taxed twice by the same kind. */
function namedBy(kind: ClauseKind, picks: readonly number[], earlier: readonly TermsJson[]) {
  const barred = kind === "ROLLING_RESERVE" ? ["ROLLING_RESERVE"] : TAXES;
  const taxed = earlier
    .filter((each) => each["kind"] === kind && ["VAT", "WITHHOLDING"].includes(kind))
    .flatMap((each) => each["of"] as string[]);
  const fit = earlier
    .filter((each) => !barred.includes(String(each["kind"])))
    .map((each) => String(each["id"]))
    .filter((id) => !taxed.includes(id));
  return [...new Set(picks.map((pick) => fit[pick % fit.length]))].filter((id) => id !== undefined);
}
