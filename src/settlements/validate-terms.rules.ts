import { isTimeZone } from "../shared/calendar.rules.js";
import { WEEKDAYS, type Cycle } from "./cycle.rules.js";
import { readTerms } from "./read-terms.rules.js";
import { ContradictoryTerms, TermIdTaken, UnknownTimeZone } from "./terms.errors.js";
import type { TermPath } from "./terms.errors.js";
import type { RateSource, Terms } from "./terms.rules.js";
import { assertBases } from "./validate-bases.rules.js";
import { assertClauses } from "./validate-clauses.rules.js";
import { assertConsistent } from "./validate-consistency.rules.js";

/**
 * Terms that both sides can be held to, from plain JSON; the first reason against them, with its
 * path, is thrown.
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
  if (!isTimeZone(terms.timeZone)) throw new UnknownTimeZone(terms.timeZone, ["timeZone"]);
  if (terms.rateSource) assertRateSource(terms.rateSource, terms.currency);
  assertCycle(terms.cycle, ["cycle"]);
  assertBases(terms.bases);
  assertClauses(terms);
  assertConsistent(terms);
}

function assertRateSource(source: RateSource, settlementCurrency: string): void {
  const fixed = source.kind === "FIXED";
  const currencies = fixed ? source.rates.map(({ currency }) => currency) : source.currencies;
  const path = ["rateSource", fixed ? "rates" : "currencies"];
  if (currencies.length === 0) {
    throw new ContradictoryTerms("A rate source is for at least one currency", path);
  }
  currencies.forEach((currency, index) => {
    if (currencies.indexOf(currency) !== index) throw new TermIdTaken(currency, [...path, index]);
    if (currency !== settlementCurrency) return;
    const message = `${currency} is what is settled in and needs no rate`;
    throw new ContradictoryTerms(message, [...path, index]);
  });
}

function assertCycle({ rhythm, calendar }: Cycle, path: TermPath): void {
  if (WEEKDAYS.every((day) => calendar.weekend.includes(day))) {
    const message = "A week without a day on which is paid";
    throw new ContradictoryTerms(message, [...path, "calendar", "weekend"]);
  }
  if (rhythm.kind !== "MANUAL") return;
  const { boundaries } = rhythm;
  const at = [...path, "rhythm", "boundaries"];
  if (boundaries.length < 2) {
    throw new ContradictoryTerms("The first and the last day of a period are expected", at);
  }
  boundaries.forEach((day, index) => {
    if (index === 0 || (boundaries[index - 1] ?? "") < day) return;
    throw new ContradictoryTerms("The days on which periods begin go upwards", [...at, index]);
  });
}
