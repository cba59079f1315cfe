import { HOLIDAY_POLICIES, WEEKDAYS, type Cycle, type Rhythm } from "./cycle.rules.js";
import { clause, clauseIds, id, roundingRule, selectors, types } from "./read-clause.rules.js";
import { choice, list, nullable, optional, record, text, variant } from "./shape.rules.js";
import { wholeNumber, type Reader } from "./shape.rules.js";
import { calendarDate, currency, rate, rateAboveZero } from "./term-number.rules.js";
import * as terms from "./terms.rules.js";
import type { Basis, BasisStep, RateSource, Terms } from "./terms.rules.js";

const LIMITS = terms.TERM_LIMITS;
const effect = choice(...terms.EFFECTS);
const atMostRate = nullable(rate);
const common = { name: id, effect, atMostRate };

const step: Reader<BasisStep> = variant<"of", BasisStep>("of", {
  INPUTS: record({ ...common, of: choice("INPUTS"), inputs: selectors }),
  RATE: record({ ...common, of: choice("RATE"), rate }),
  CLAUSES: record({ ...common, of: choice("CLAUSES"), clauses: clauseIds }),
});

const whenNegative = optional(choice(...terms.NEGATIVE_BASES), "KEEP");

const basis: Reader<Basis> = variant<"kind", Basis>("kind", {
  TURNOVER: record({ id, whenNegative, kind: choice("TURNOVER"), types: nullable(types) }),
  GGR: record({ id, whenNegative, kind: choice("GGR"), types: nullable(types) }),
  NGR: record({
    id,
    whenNegative,
    kind: choice("NGR"),
    types: nullable(types),
    deductions: types,
  }),
  FREE: record({ id, whenNegative, kind: choice("FREE"), steps: list(step, LIMITS.steps) }),
});

const source = text(LIMITS.idLength);
const currencies = list(currency, LIMITS.currencies);

const rateSource: Reader<RateSource> = variant<"kind", RateSource>("kind", {
  FIXED: record({
    kind: choice("FIXED"),
    rates: list(record({ currency, rate: rateAboveZero }), LIMITS.currencies),
  }),
  PERIOD: record({
    kind: choice("PERIOD"),
    source,
    on: choice("FIRST_DAY", "LAST_DAY"),
    currencies,
  }),
  DAILY: record({ kind: choice("DAILY"), source, currencies }),
});

const weekday = choice(...WEEKDAYS);

/** Every month has the day on which a period begins. */
const LAST_START_DAY = 28;

const rhythm: Reader<Rhythm> = variant<"kind", Rhythm>("kind", {
  DAILY: record({ kind: choice("DAILY") }),
  WEEKLY: record({ kind: choice("WEEKLY"), startsOn: optional(weekday, "MONDAY") }),
  MONTHLY: record({
    kind: choice("MONTHLY"),
    startsOnDay: optional(wholeNumber(1, LAST_START_DAY), 1),
  }),
  MANUAL: record({ kind: choice("MANUAL"), boundaries: list(calendarDate, LIMITS.boundaries) }),
});

const WEEKEND = { weekend: ["SATURDAY", "SUNDAY"], holidays: [] } as const;
const lagDays = optional(wholeNumber(0, LIMITS.lagDays), 0);

const cycle = record<Cycle>({
  rhythm,
  closeLagDays: lagDays,
  payoutLagDays: lagDays,
  payoutLagIn: optional(choice("CALENDAR_DAYS", "BUSINESS_DAYS"), "CALENDAR_DAYS"),
  holidayPolicy: optional(choice(...HOLIDAY_POLICIES), "NONE"),
  calendar: optional(
    record({
      weekend: optional(list(weekday, WEEKDAYS.length), WEEKEND.weekend),
      holidays: optional(list(calendarDate, LIMITS.holidays), WEEKEND.holidays),
    }),
    WEEKEND,
  ),
});

/**
 * Terms from plain JSON, what is left out filled in. Whether they make sense together is
 * another question: see `assertTerms`.
 * @throws InvalidInput, InvalidRate, InvalidTermAmount, UnknownTermCurrency, TooManyTerms
 */
export function readTerms(json: unknown): Terms {
  return read(json, []);
}

const read = record<Terms>({
  currency,
  rateSource: nullable(rateSource),
  rounding: optional(roundingRule, { mode: "HALF_EVEN", per: "PERIOD", unitMinor: "1" }),
  timeZone: optional(text(LIMITS.idLength), terms.DEFAULT_TIME_ZONE),
  cycle,
  lateData: optional(choice(...terms.LATE_DATA_POLICIES), "SWEEP"),
  whenNegative: optional(choice(...terms.NEGATIVE_POLICIES), "CARRY_FORWARD"),
  bases: list(basis, LIMITS.bases),
  clauses: list(clause, LIMITS.clauses),
});
