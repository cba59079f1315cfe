import { factsOf, type Fact, type Rates, type Totals } from "./input.rules.js";
import type { Terms } from "./terms.rules.js";

/** A part of a period in which one version applies: its days, and what it counted. */
export interface Segment {
  /** The number of the contract's version. */
  version: number;
  terms: Terms;
  days: number;
  totals: Totals;
}

/** What an earlier period of the quarter counted, and its rates. */
export interface EarlierPeriod {
  totals: Totals;
  rates: Rates;
}

/** Everything that the figures of a period are made of. */
export interface PeriodInputs {
  /** In the order of time; at least one. */
  segments: readonly Segment[];
  /** Days of a whole period of the cycle, on some of which the contract may not apply. */
  periodDays: number;
  /** Published rates, where the contract has them for a period. */
  rates: Rates;
  /** The earlier periods of the quarter, in any order. */
  quarter: readonly EarlierPeriod[];
}

/** What a period has counted up to a moment, seen by one version of the terms. */
export interface Standing {
  terms: Terms;
  rates: Rates;
  segments: readonly Segment[];
  facts: readonly Fact[];
  /** Of the quarter's earlier periods. */
  earlierFacts: readonly Fact[];
  elapsedDays: number;
}

/** What stands after the first `count` segments, by given terms. @throws MissingExchangeRate */
export function standingAfter(count: number, terms: Terms, inputs: PeriodInputs): Standing {
  const { rates, quarter } = inputs;
  const segments = inputs.segments.slice(0, count);
  return {
    terms,
    rates,
    segments,
    facts: segments.flatMap(({ totals }) => factsOf(terms, totals, rates)),
    earlierFacts: quarter.flatMap((each) => factsOf(terms, each.totals, each.rates)),
    elapsedDays: daysOf(segments),
  };
}

/** The days on which segments apply. */
export function daysOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { days }) => sum + days, 0);
}
