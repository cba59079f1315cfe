import { choice, flag, list, nullable, optional, record, text, variant } from "./shape.rules.js";
import { wholeNumber, type Reader } from "./shape.rules.js";
import { amount, amountAboveZero, rate, unitPrice } from "./term-number.rules.js";
import * as terms from "./terms.rules.js";
import type { Clause, ClauseKind, ClauseOf, Price, RoundingRule, Selector } from "./terms.rules.js";

const LIMITS = terms.TERM_LIMITS;

/** The name of a basis, a clause, a step or a price. */
export const id = text(LIMITS.idLength);
export const types = list(text(LIMITS.typeLength), LIMITS.types);
export const clauseIds = list(id, LIMITS.clauses);

export const selectors = list(
  record<Selector>({
    effect: optional(choice(...terms.EFFECTS), "ADD"),
    types: nullable(types),
    except: optional(types, []),
    direction: optional(choice(...terms.COUNTED_DIRECTIONS), "ANY"),
  }),
  LIMITS.selectors,
);

export const roundingRule = record<RoundingRule>({
  mode: choice("HALF_EVEN", "HALF_UP", "DOWN"),
  per: optional(choice(...terms.ROUNDED_PER), "PERIOD"),
  unitMinor: optional(amountAboveZero, "1"),
});

const party = choice(...terms.PARTIES);
const scheme = choice(...terms.SCHEMES);
const measure = optional(choice(...terms.MEASURES), "COUNT");
const tierPeriod = optional(choice(...terms.TIER_PERIODS), "PERIOD");
const proration = optional(choice(...terms.PRORATIONS), "FULL");
const consent = optional(flag, false);
const ownRounding = nullable(roundingRule);
const bounds = { from: amount, to: nullable(amount) };
const rateTiers = list(record<terms.RateTier>({ ...bounds, rate }), LIMITS.tiers);
const priceTiers = list(
  record<terms.PriceTier>({ ...bounds, unitPriceMinor: unitPrice }),
  LIMITS.tiers,
);
const prices = list(
  record<Price>({ name: id, inputs: selectors, measure, scheme, tiers: priceTiers }),
  LIMITS.prices,
);

function clauseOf<K extends ClauseKind>(
  kind: K,
  fields: { [F in Exclude<keyof ClauseOf<K>, "id" | "kind">]: Reader<ClauseOf<K>[F]> },
): Reader<ClauseOf<K>> {
  const all = { id, kind: choice(kind), ...fields };
  return record<ClauseOf<K>>(all as { [F in keyof ClauseOf<K>]-?: Reader<ClauseOf<K>[F]> });
}

/** One clause of any kind. @throws InvalidInput, InvalidRate, InvalidTermAmount, TooManyTerms */
export const clause: Reader<Clause> = variant<"kind", Clause>("kind", {
  REVENUE_SHARE: clauseOf("REVENUE_SHARE", {
    basis: id,
    beneficiary: party,
    scheme,
    tierPeriod,
    tiers: rateTiers,
    consentToRateAboveOne: consent,
    rounding: ownRounding,
  }),
  PERCENTAGE_FEE: clauseOf("PERCENTAGE_FEE", {
    basis: id,
    beneficiary: party,
    rate,
    consentToRateAboveOne: consent,
    rounding: ownRounding,
  }),
  PRINCIPAL: clauseOf("PRINCIPAL", { basis: id, beneficiary: party, rounding: ownRounding }),
  PER_ITEM_FEE: clauseOf("PER_ITEM_FEE", {
    prices,
    beneficiary: party,
    tierPeriod,
    rounding: ownRounding,
  }),
  FIXED_FEE: clauseOf("FIXED_FEE", { amountMinor: amount, beneficiary: party, proration }),
  MINIMUM_GUARANTEE: clauseOf("MINIMUM_GUARANTEE", {
    amountMinor: amount,
    beneficiary: party,
    of: clauseIds,
    recoupable: optional(flag, false),
    proration,
  }),
  CAP: clauseOf("CAP", { amountMinor: amount, beneficiary: party, of: clauseIds }),
  ROLLING_RESERVE: clauseOf("ROLLING_RESERVE", {
    rate,
    of: clauseIds,
    heldBy: party,
    releaseAfterDays: wholeNumber(1, LIMITS.releaseDays),
  }),
  VAT: clauseOf("VAT", { rate, of: clauseIds, bornBy: party, remittedBy: party }),
  WITHHOLDING: clauseOf("WITHHOLDING", { rate, of: clauseIds, rounding: ownRounding }),
  SERVICE_CREDIT: clauseOf("SERVICE_CREDIT", {
    inputs: selectors,
    measure,
    tiers: rateTiers,
    of: clauseIds,
    beneficiary: party,
    consentToRateAboveOne: consent,
  }),
});
