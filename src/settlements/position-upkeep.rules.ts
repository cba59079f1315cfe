import type { PositionConditions, PositionState } from "../ledger/index.js";
import { dateIn } from "../shared/calendar.rules.js";
import type { ContractPeriods } from "./contract-periods.rules.js";
import { effectOf } from "./position-figure.rules.js";
import type { PositionPeriod } from "./position-period.rules.js";
import { releasedOn } from "./period.rules.js";
import type { ClauseOf } from "./terms.rules.js";

/** A period that has a figure without any transaction: a fixed fee, or what is guaranteed. */
export function opensByItself({ spans }: PositionPeriod): boolean {
  return spans.some(({ version }) =>
    version.terms.clauses.some(({ kind }) => kind === "FIXED_FEE" || kind === "MINIMUM_GUARANTEE"),
  );
}

/** Periods that are looked back at, at the most: a hub may have stood still for some time. */
const MAX_PERIODS_BACK = 400;

/**
 * The periods up to now that open by themselves and have no position, the oldest first: those after
 * the last one that was closed or opened.
 */
export function periodsToOpen(
  contract: ContractPeriods,
  opened: ReadonlySet<number>,
  now: Date,
): PositionPeriod[] {
  const missing: PositionPeriod[] = [];
  const { startsAt, endsAt } = contract.contract;
  let period =
    now.getTime() < startsAt ? null : periodAt(contract, Math.min(now.getTime(), endsAt - 1));
  for (let back = 0; period && back < MAX_PERIODS_BACK; back += 1) {
    if (opened.has(period.periodStart) || contract.isClosed(period)) break;
    if (opensByItself(period)) missing.push(period);
    period = periodAt(contract, period.periodStart - 1);
  }
  return missing.toReversed();
}

/** The period of a moment; none between two periods. */
export function periodAt(contract: ContractPeriods, moment: number): PositionPeriod | null {
  try {
    return contract.at(moment);
  } catch {
    return null;
  }
}

/** Whether a position was settled under other days or rates than it would be now. */
export function isOutdated(before: PositionConditions | null, now: PositionConditions): boolean {
  if (before === null) return false;
  const sameDays = JSON.stringify(before.days) === JSON.stringify(now.days);
  if (!sameDays || before.periodDays !== now.periodDays) return true;
  const currencies = new Set([...Object.keys(before.rates), ...Object.keys(now.rates)]);
  return [...currencies].some((currency) => before.rates[currency] !== now.rates[currency]);
}

/** A reserve whose time has come, and the period that takes it in. */
export interface DueRelease {
  into: PositionPeriod;
  clause: string;
  heldIn: number;
  /** Of the position that holds it: what it holds later is another release. */
  heldVersion: number;
}

/** The reserves of a contract that are due at a moment and not released, the oldest first. */
export function dueReleases(
  contract: ContractPeriods,
  positions: readonly PositionState[],
  now: Date,
): DueRelease[] {
  const into = takesInNow(contract, now);
  if (!into) return [];
  const today = dateIn(now, contract.contract.timeZone);
  return positions.flatMap((position) => {
    const period = contract.startingAt(position.periodStart);
    if (!period) return [];
    return reservesOf(period)
      .filter(({ releaseAfterDays }) => releasedOn(period.period, releaseAfterDays) <= today)
      .filter(({ id }) => leftOf(id, position, positions) !== 0n)
      .map(({ id }) => {
        const { periodStart: heldIn, version: heldVersion } = position;
        return { into, clause: id, heldIn, heldVersion };
      });
  });
}

/** The first period that is open from now on; after the contract's end its last one. */
function takesInNow(contract: ContractPeriods, now: Date): PositionPeriod | null {
  const { startsAt, endsAt } = contract.contract;
  if (now.getTime() < startsAt) return null;
  const own = periodAt(contract, Math.min(now.getTime(), endsAt - 1));
  if (!own || !contract.isClosed(own)) return own;
  return contract.firstOpenAfter(own) ?? own;
}

function reservesOf({ spans }: PositionPeriod): ClauseOf<"ROLLING_RESERVE">[] {
  const clauses = spans.flatMap(({ version }) => version.terms.clauses);
  const reserves = clauses.filter((clause) => clause.kind === "ROLLING_RESERVE");
  return [...new Map(reserves.map((clause) => [clause.id, clause])).values()];
}

/** What a period holds still, by what holding it did to the payable. */
function leftOf(clause: string, held: PositionState, all: readonly PositionState[]): bigint {
  const released = all
    .flatMap(({ releases }) => releases)
    .filter((each) => each.clause === clause && each.heldIn === held.periodStart)
    .reduce((sum, { effectMinor }) => sum + effectMinor, 0n);
  return effectOf(held.accrued, clause) + released;
}
