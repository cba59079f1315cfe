import { dateIn, startOfDay, type CalendarDate } from "../shared/calendar.rules.js";
import type { Sql } from "../shared/database/sql.js";
import { InvalidInput } from "../shared/input.errors.js";
import { addDays } from "./day.rules.js";
import type { AgreedContract } from "./find-contracts.js";
import { parseInput, type Totals } from "./input.rules.js";
import { addTotals, NO_TOTALS } from "./accumulate.rules.js";
import { countedCurrencies } from "./contract.rules.js";
import { lineClauses } from "./line.rules.js";
import { pastPositions, transactionsCountedIn, type PastPosition } from "./simulation.queries.js";
import { assertSimulable, countAnew, countsFromTotals } from "./simulation.rules.js";
import { simulatePeriods, type PastPeriod, type SimulatedPeriod } from "./simulation.rules.js";
import type { Terms } from "./terms.rules.js";
import { contractPeriodOn, versionOn, versionSpans } from "./version.rules.js";

/** A year of days. */
export const MAX_SIMULATED_PERIODS = 366;

/**
 * What the periods of a contract that begin between two days would have come to under other terms,
 * beside what they came to. Nothing is written.
 * @throws InvalidInput, ContradictoryTerms, MissingExchangeRate
 */
export async function simulateTerms(
  sql: Sql,
  agreed: AgreedContract,
  { terms, from, to }: { terms: Terms; from: CalendarDate; to: CalendarDate },
): Promise<SimulatedPeriod[]> {
  const periods = await pastPeriods(sql, agreed, { from, to });
  const totals = new Map<PastPeriod, Totals>();
  for (const past of periods) {
    assertSimulable(terms, past.terms);
    totals.set(past, await totalsUnder(sql, agreed, terms, past));
  }
  return simulatePeriods(terms, periods, (past) => totals.get(past) ?? NO_TOTALS);
}

async function pastPeriods(
  sql: Sql,
  { id, contract }: AgreedContract,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<PastPeriod[]> {
  const zone = contract.versions[0]?.terms.timeZone ?? "UTC";
  const limit = MAX_SIMULATED_PERIODS + 1;
  const span = { from: startOfDay(from, zone), to: startOfDay(addDays(to, 1), zone), limit };
  const positions = await pastPositions(sql, id, span);
  if (positions.length < limit) return positions.flatMap((each) => pastOf(contract, zone, each));
  throw new InvalidInput(`There are more than ${MAX_SIMULATED_PERIODS} periods`, ["to"]);
}

function pastOf(
  contract: AgreedContract["contract"],
  zone: string,
  { periodStart, segments, accrued, rates }: PastPosition,
): PastPeriod[] {
  const period = contractPeriodOn(contract, dateIn(periodStart, zone));
  const version = period && versionOn(contract, period.lastDay);
  if (!period || !version) return [];
  const days = versionSpans(contract, period).reduce((sum, span) => sum + span.days, 0);
  const all = Object.values(segments).map(totalsFrom).reduce<Totals>(addTotals, NO_TOTALS);
  const known = new Map(Object.entries(rates ?? {}));
  return [
    { period, terms: version.terms, days, rates: known, totals: all, present: presentOf(accrued) },
  ];
}

function totalsFrom(inputs: PastPosition["segments"][string]): Totals {
  const totals = Object.entries(inputs).map(
    ([name, [amount, count]]) =>
      [name, { amountMinor: BigInt(amount), count: BigInt(count) }] as const,
  );
  return new Map(totals);
}

/** By clause, of all versions; a reserve that was released is none of the period's own. */
function presentOf(accrued: PastPosition["accrued"]): Map<string, bigint> {
  const present = new Map<string, bigint>();
  for (const [key, [effect]] of Object.entries(accrued)) {
    if (key.startsWith("release:")) continue;
    const clause = key.slice(key.indexOf(":") + 1);
    present.set(clause, (present.get(clause) ?? 0n) + BigInt(effect));
  }
  return present;
}

async function totalsUnder(
  sql: Sql,
  { partnerId }: AgreedContract,
  terms: Terms,
  past: PastPeriod,
): Promise<Totals> {
  if (countsFromTotals(terms, past.terms)) return past.totals;
  const { rateSource, timeZone, currency } = terms;
  const transactions = await transactionsCountedIn(sql, {
    partnerId,
    periodStart: past.period.startsAt,
    timeZone,
    currencies: countedCurrencies(terms),
    byLine: lineClauses(terms).length > 0,
    daily: rateSource?.kind === "DAILY" ? { source: rateSource.source, quote: currency } : null,
  });
  const totals = countAnew(terms, transactions);
  assertAllThere(totals, past.totals);
  return totals;
}

/** Transactions of months that were detached can be counted no more. @throws InvalidInput */
function assertAllThere(counted: Totals, kept: Totals): void {
  for (const [name, { amountMinor }] of counted) {
    const before = kept.get(name);
    // What was rounded by line or converted by day may well differ: only plain sums tell.
    if (!before || parseInput(name) === null || before.amountMinor === amountMinor) continue;
    throw new InvalidInput("Not all transactions of these periods are there any more", ["from"]);
  }
}
