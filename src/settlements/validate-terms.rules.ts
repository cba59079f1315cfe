import { isTimeZone } from "../shared/calendar.rules.js";
import { checkAll, checkEach } from "./check-all.rules.js";
import { WEEKDAYS, type Cycle, type HolidayCalendar, type Rhythm } from "./cycle.rules.js";
import { readTerms } from "./read-terms.rules.js";
import { ContradictoryTerms, TermIdTaken, UnknownTimeZone } from "./terms.errors.js";
import type { TermPath } from "./terms.errors.js";
import type { RateSource, Terms } from "./terms.rules.js";
import { assertBases } from "./validate-bases.rules.js";
import { assertClauses } from "./validate-clauses.rules.js";
import { assertConsistent } from "./validate-consistency.rules.js";

/**
 * Terms that both sides can be held to, from plain JSON. All reasons against them are thrown at
 * once, each with its path: against their form, or, when that is right, against their sense.
 * @throws InvalidInput, InvalidRate, InvalidTermAmount, UnknownTermCurrency, UnknownTimeZone,
 *   TooManyTerms, TermIdTaken, TermNotFound, EmptyBasis, TiersHaveGap, TiersOverlap,
 *   TiersNotAscending, RateAboveOne, ContradictoryTerms
 */
export function validateTerms(json: unknown): Terms {
  const terms = readTerms(json);
  assertTerms(terms);
  return terms;
}

/** Whether terms that have been read make sense together. @throws as `validateTerms` */
export function assertTerms(terms: Terms): void {
  const { timeZone, rateSource, currency, cycle, bases } = terms;
  checkAll(
    () => assertTimeZone(timeZone),
    () => rateSource && assertRateSource(rateSource, currency),
    () => assertCycle(cycle, ["cycle"]),
    () => assertBases(bases),
    () => assertClauses(terms),
  );
  assertConsistent(terms);
}

function assertTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone)) throw new UnknownTimeZone(timeZone, ["timeZone"]);
}

function assertRateSource(source: RateSource, settlementCurrency: string): void {
  const fixed = source.kind === "FIXED";
  const currencies = fixed ? source.rates.map(({ currency }) => currency) : source.currencies;
  const path = ["rateSource", fixed ? "rates" : "currencies"];
  if (currencies.length === 0) {
    throw new ContradictoryTerms("A rate source is for at least one currency", path);
  }
  checkEach(currencies, (currency, index) => {
    if (currencies.indexOf(currency) !== index) throw new TermIdTaken(currency, [...path, index]);
    if (currency !== settlementCurrency) return;
    const message = `${currency} is what is settled in and needs no rate`;
    throw new ContradictoryTerms(message, [...path, index]);
  });
}

function assertCycle({ rhythm, calendar }: Cycle, path: TermPath): void {
  checkAll(
    () => assertCalendar(calendar, [...path, "calendar", "weekend"]),
    () => assertRhythm(rhythm, [...path, "rhythm", "boundaries"]),
  );
}

function assertCalendar({ weekend }: HolidayCalendar, path: TermPath): void {
  if (!WEEKDAYS.every((day) => weekend.includes(day))) return;
  throw new ContradictoryTerms("A week without a day on which is paid", path);
}

function assertRhythm(rhythm: Rhythm, at: TermPath): void {
  if (rhythm.kind !== "MANUAL") return;
  const { boundaries } = rhythm;
  if (boundaries.length < 2) {
    throw new ContradictoryTerms("The first and the last day of a period are expected", at);
  }
  checkEach(boundaries, (day, index) => {
    if (index === 0 || (boundaries[index - 1] ?? "") < day) return;
    throw new ContradictoryTerms("The days on which periods begin go upwards", [...at, index]);
  });
}
