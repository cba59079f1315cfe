import { dateIn } from "../shared/calendar.rules.js";
import type { Sql } from "../shared/database/sql.js";
import { explainPeriod, type ExplainedComponent } from "./explain.rules.js";
import type { Totals } from "./input.rules.js";
import { positionsUpTo, type ExplainedPosition } from "./position-explanation.queries.js";
import { reachOf } from "./reach.rules.js";
import type { Carried } from "./settle-terms.rules.js";
import { settledContracts, type SettledContract } from "./settlement-contract.queries.js";
import type { EarlierPeriod, PeriodInputs } from "./standing.rules.js";
import { contractPeriodOn } from "./version.rules.js";

/** Of which contract's period, and which version of its position. */
export interface PositionVersion {
  contractId: string;
  periodStart: Date;
  version: bigint;
}

/**
 * The figures of a position with the arithmetic that they came from; null when the position has
 * moved on since, because then its totals are no longer those of the version asked for.
 * @throws MissingExchangeRate
 */
export async function explainPosition(
  sql: Sql,
  { contractId, periodStart, version }: PositionVersion,
): Promise<ExplainedComponent[] | null> {
  const [contract] = await settledContracts(sql, [contractId]);
  const positions = await positionsUpTo(sql, contractId, periodStart);
  const position = positions.pop();
  const isIt = position?.periodStart.getTime() === periodStart.getTime();
  if (!contract || !position || !isIt || position.version !== version) return null;
  const inputs = inputsOf(contract, position, positions);
  return inputs && explainPeriod(inputs, carriedTo(position, positions));
}

function inputsOf(
  contract: SettledContract,
  { conditions, segments, periodStart }: ExplainedPosition,
  earlier: readonly ExplainedPosition[],
): PeriodInputs | null {
  if (!conditions) return null;
  const { days, periodDays, rates } = conditions;
  return {
    segments: days.flatMap(([number, count]) => {
      const version = contract.versions.find((each) => each.number === number);
      if (!version) return [];
      const totals = totalsOf(segments[number] ?? {});
      return [{ version: number, terms: version.terms, days: count, totals }];
    }),
    periodDays,
    rates: new Map(Object.entries(rates)),
    quarter: quarterOf(contract, periodStart, earlier),
  };
}

function quarterOf(
  contract: SettledContract,
  periodStart: Date,
  earlier: readonly ExplainedPosition[],
): EarlierPeriod[] {
  if (reachOf(contract.versions.map(({ terms }) => terms)) === "PERIOD") return [];
  const timeZone = contract.versions[0]?.terms.timeZone ?? "UTC";
  const quarterAt = (at: Date) => contractPeriodOn(contract, dateIn(at, timeZone))?.quarter;
  return earlier
    .filter((each) => quarterAt(each.periodStart) === quarterAt(periodStart))
    .map(({ segments, conditions }) => ({
      totals: Object.values(segments).map(totalsOf).reduce(together, new Map()),
      rates: new Map(Object.entries(conditions?.rates ?? {})),
    }));
}

function carriedTo(
  { releases }: ExplainedPosition,
  earlier: readonly ExplainedPosition[],
): Carried {
  const before = Object.entries(earlier.at(-1)?.recoupable ?? {});
  return {
    recoupable: new Map(before.map(([clause, sum]) => [clause, BigInt(sum)])),
    releases: releases.map(([clause, heldIn, effect]) => ({
      clause,
      heldIn: new Date(heldIn).toISOString(),
      effectMinor: BigInt(effect),
    })),
    broughtForwardMinor: 0n,
  };
}

function totalsOf(json: ExplainedPosition["segments"][string]): Totals {
  const totals = Object.entries(json).map(([name, [amount, count]]) => {
    return [name, { amountMinor: BigInt(amount), count: BigInt(count) }] as const;
  });
  return new Map(totals);
}

function together(sum: Totals, totals: Totals): Totals {
  const both = new Map(sum);
  for (const [name, { amountMinor, count }] of totals) {
    const before = both.get(name) ?? { amountMinor: 0n, count: 0n };
    both.set(name, {
      amountMinor: before.amountMinor + amountMinor,
      count: before.count + count,
    });
  }
  return both;
}
