import { ledgerService, type PositionState } from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import type { Sql } from "../shared/database/sql.js";
import type { CalendarDate } from "../shared/calendar.rules.js";
import type { ContractPeriods } from "./contract-periods.rules.js";
import { currentBook } from "./current-book.js";
import { explainPeriod } from "./explain.rules.js";
import { positionsOf } from "./open-position.queries.js";
import { carriedTo, type PositionPeriod } from "./position-period.rules.js";
import type { PositionView } from "./position.type.js";
import type { Terms } from "./terms.rules.js";

/**
 * A contract's position in the period of a day, or of now, with the arithmetic of all its figures;
 * null where nothing was counted or settled there.
 */
export async function findPosition(
  ctx: Reading,
  { contractId, on }: { contractId: string; on: CalendarDate | null },
): Promise<PositionView | null> {
  const [position] = await findPositions(ctx, [contractId], on);
  return position ?? null;
}

/** As `findPosition`, for some contracts together, in their order. */
export async function findPositions(
  { services, clock, sql }: Reading,
  contractIds: readonly string[],
  on: CalendarDate | null,
): Promise<(PositionView | null)[]> {
  const book = await currentBook(services.use(ledgerService));
  const all = Map.groupBy(await positionsOf(sql, contractIds), ({ contractId }) => contractId);
  return contractIds.map((id) => {
    const contract = book.periodsOf(id);
    const period = contract && periodOf(contract, on, clock.now());
    return contract && period ? shownIn(contract, period, all.get(id) ?? []) : null;
  });
}

type Reading = Pick<CommandContext, "services" | "clock"> & { sql: Sql };

/** A position of a contract among all of the contract; null where there is none. */
export function shownIn(
  contract: ContractPeriods,
  period: PositionPeriod,
  all: readonly PositionState[],
): PositionView | null {
  const position = all.find(({ periodStart }) => periodStart === period.periodStart);
  if (!position) return null;
  const earlier = all.filter(({ periodStart }) => periodStart < period.periodStart);
  return viewOf(contract, period, position, earlier);
}

/** The period of a day, or of a moment without one; a day between two periods has none. */
export function periodOf(
  contract: ContractPeriods,
  on: CalendarDate | null,
  now: Date,
): PositionPeriod | null {
  try {
    return on === null ? contract.at(now.getTime()) : contract.onDay(on);
  } catch {
    return null;
  }
}

/** A position as it is shown; how its figures came about is worked out when somebody asks. */
export function viewOf(
  contract: ContractPeriods,
  period: PositionPeriod,
  position: PositionState,
  earlier: readonly PositionState[],
): PositionView {
  const { contractId, version, accruedMinor, accrued, segments, conditions } = position;
  const { firstDay, lastDay, startsAt, endsAt } = period.period;
  const inputs = period.inputs(position, earlier, conditions ?? period.conditions());
  const residuals = [...accrued.values()].map(({ residualMinor }) => residualMinor);
  return {
    contractId,
    version,
    firstDay,
    lastDay,
    startsAt,
    endsAt,
    currency: period.currency,
    payableMinor: accruedMinor,
    residualMinor: residuals.reduce((sum, each) => sum + each, 0n),
    broughtForwardMinor: broughtForward(earlier, inputs.segments.at(-1)?.terms),
    isClosed: contract.isClosed(period),
    get components() {
      return explainPeriod(inputs, carriedTo(position, earlier));
    },
    totals: [...segments].flatMap(([number, totals]) =>
      [...totals].map(([input, total]) => ({ version: number, input, ...total })),
    ),
  };
}

/** What the partner owes from before, where that is set off and not asked for. */
function broughtForward(earlier: readonly PositionState[], terms: Terms | undefined): bigint {
  if (terms?.whenNegative !== "CARRY_FORWARD") return 0n;
  return earlier.reduce((owed, { accruedMinor }) => {
    const balance = owed + accruedMinor;
    return balance < 0n ? balance : 0n;
  }, 0n);
}
