import { addTotals, additionsOf, NO_TOTALS } from "./accumulate.rules.js";
import { countedCurrencies } from "./contract.rules.js";
import type { CountedTransaction, Rates, Totals } from "./input.rules.js";
import { lineClauses } from "./line.rules.js";
import type { Period } from "./period.rules.js";
import { NOTHING_CARRIED, settlePeriod } from "./settle-terms.rules.js";
import type { EarlierPeriod } from "./standing.rules.js";
import { ContradictoryTerms } from "./terms.errors.js";
import type { Terms } from "./terms.rules.js";
import { sameText } from "./version.rules.js";

/** A period of the past: what it counted, and what it came to, by clause. */
export interface PastPeriod {
  period: Period;
  /** The terms of its last day. */
  terms: Terms;
  days: number;
  rates: Rates;
  /** Of all versions together, as their terms counted. */
  totals: Totals;
  /** By clause: what it did to the payable. Releases of reserves are not among them. */
  present: ReadonlyMap<string, bigint>;
}

/** What a clause came to, and what it would have come to. Positive is owed to the partner. */
export interface SimulatedLine {
  clause: string;
  presentMinor: bigint;
  simulatedMinor: bigint;
}

export interface SimulatedPeriod {
  period: Period;
  lines: SimulatedLine[];
}

/**
 * Whether what terms count of a period is already among its totals; else its transactions have to
 * be counted anew, because rounded lines and amounts at daily rates cannot be had from other sums.
 */
export function countsFromTotals(simulated: Terms, present: Terms): boolean {
  if (lineClauses(simulated).length > 0) return false;
  if (simulated.rateSource?.kind !== "DAILY") return true;
  return sameText(simulated.rateSource, present.rateSource);
}

/** @throws ContradictoryTerms where what terms need of the past was not kept */
export function assertSimulable(simulated: Terms, present: Terms): void {
  if (simulated.currency !== present.currency) {
    const message = `The contract is settled in ${present.currency}`;
    throw new ContradictoryTerms(message, ["terms", "currency"]);
  }
  const counted = countedCurrencies(present);
  const missing = countedCurrencies(simulated).find((currency) => !counted.includes(currency));
  if (missing !== undefined) {
    const message = `Transactions in ${missing} did not count in these periods`;
    throw new ContradictoryTerms(message, ["terms", "rateSource"]);
  }
  const { rateSource } = simulated;
  if (rateSource?.kind !== "PERIOD" || sameText(rateSource, present.rateSource)) return;
  throw new ContradictoryTerms("The periods had other rates", ["terms", "rateSource"]);
}

/** Transactions that are alike: so many times the same, or the sum of those that add up. */
export interface AlikeTransactions extends CountedTransaction {
  times: bigint;
}

/** What terms count of transactions. @throws MissingExchangeRate */
export function countAnew(terms: Terms, transactions: Iterable<AlikeTransactions>): Totals {
  let totals = NO_TOTALS;
  for (const { times, ...transaction } of transactions) {
    const additions = [...additionsOf(terms, transaction)].map(
      ([name, { amountMinor, count }]) =>
        [name, { amountMinor: amountMinor * times, count: count * times }] as const,
    );
    totals = addTotals(totals, new Map(additions));
  }
  return totals;
}

/**
 * What periods would have come to, had terms applied from the first of them on: guarantees are
 * earned back and quarters add up among them, and nothing is carried into the first.
 * @param totalsOf what the terms count of a period
 * @throws MissingExchangeRate
 */
export function simulatePeriods(
  terms: Terms,
  periods: readonly PastPeriod[],
  totalsOf: (past: PastPeriod) => Totals,
): SimulatedPeriod[] {
  let recoupable = NOTHING_CARRIED.recoupable;
  const before: (EarlierPeriod & { of: string })[] = [];
  return periods.map((past) => {
    const { period, days, rates } = past;
    const totals = totalsOf(past);
    const quarter = before.filter(({ of }) => of === period.quarter);
    const segments = [{ version: 0, terms, days, totals }];
    const inputs = { segments, periodDays: period.wholeDays, rates, quarter };
    const settled = settlePeriod(inputs, { ...NOTHING_CARRIED, recoupable });
    recoupable = settled.recoupable;
    before.push({ of: period.quarter, totals, rates });
    return { period, lines: linesOf(past.present, settled.components) };
  });
}

function linesOf(
  present: ReadonlyMap<string, bigint>,
  components: readonly { clause: string; effectMinor: bigint }[],
): SimulatedLine[] {
  const simulated = new Map(components.map((each) => [each.clause, each.effectMinor]));
  return [...new Set([...present.keys(), ...simulated.keys()])].map((clause) => ({
    clause,
    presentMinor: present.get(clause) ?? 0n,
    simulatedMinor: simulated.get(clause) ?? 0n,
  }));
}
