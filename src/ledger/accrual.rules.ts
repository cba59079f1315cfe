import { MAX_AMOUNT_MINOR } from "../shared/money.js";
import { OutOfRange } from "./ledger.errors.js";
import type {
  AccrualPeriod,
  AccruedFigure,
  PositionState,
  SettledPosition,
  TermsBook,
} from "./accrual-model.rules.js";
import type { Cause } from "./position-work.rules.js";
import type { PostingWork } from "./posting-work.rules.js";

/** The code of the ledger's own transfers of what is earned. */
export const ACCRUAL_CODE = "ACCRUAL";

/**
 * Posts, for each position that the batch moved, the difference between what its terms give on all
 * that it has counted and what was accrued before, component by component: after any commit the
 * payable equals a full recomputation. Positions that depend on a moved one are settled anew.
 * @throws OutOfRange, BelowFloor, DomainError where a rate of exchange is missing
 */
export function postAccruals(work: PostingWork, terms: Pick<TermsBook, "periodOf">): void {
  const chains = new Map<string, Cause[]>();
  for (const cause of work.positions.takeMoved()) {
    const { reach, contractId } = cause.period;
    if (reach === "PERIOD") settleMoved(work, cause, []);
    else chains.set(contractId, [...(chains.get(contractId) ?? []), cause]);
  }
  for (const causes of chains.values()) settleChain(work, causes, terms);
}

function settleMoved(work: PostingWork, cause: Cause, earlier: readonly PositionState[]): void {
  const position = work.positions.position(cause.period);
  if (position) put(work, cause, position, cause.period.settle(position, earlier));
}

/** From the first position that moved on, those that it reaches, each after the one before it. */
function settleChain(
  work: PostingWork,
  causes: readonly Cause[],
  terms: Pick<TermsBook, "periodOf">,
): void {
  const last = causes.at(-1);
  if (!last) return;
  const { contractId } = last.period;
  for (const { period } of causes) work.positions.extend(contractId, period.periodStart);
  const first = Math.min(...causes.map(({ period }) => period.periodStart));
  const earlier: PositionState[] = [];
  for (const start of work.positions.periodsOf(contractId)) {
    const moved = causes.find(({ period }) => period.periodStart === start);
    if (moved) settleMoved(work, moved, earlier);
    else if (start > first) {
      const period = terms.periodOf(contractId, start);
      if (period && isReached(period, causes)) settleReached(work, { ...last, period }, earlier);
    }
    const position = work.positions.position({ contractId, periodStart: start });
    if (position) earlier.push(position);
  }
}

function isReached({ reach, quarter }: AccrualPeriod, causes: readonly Cause[]): boolean {
  return reach === "FOLLOWING" || causes.some((cause) => cause.period.quarter === quarter);
}

/** Settles a later position anew; it stays as it is where nothing changes by that. */
function settleReached(work: PostingWork, cause: Cause, earlier: readonly PositionState[]): void {
  const position = work.positions.position(cause.period);
  if (!position) return;
  const settled = cause.period.settle(position, earlier);
  if (!isSettledAs(position, settled)) put(work, cause, position, settled);
}

function isSettledAs(position: PositionState, { accrued, recoupable }: SettledPosition): boolean {
  const { recoupable: before } = position;
  return (
    accrued.size === position.accrued.size &&
    [...accrued].every(([key, figure]) => sameFigure(figure, position.accrued.get(key))) &&
    recoupable.size === before.size &&
    [...recoupable].every(([clause, amount]) => before.get(clause) === amount)
  );
}

function sameFigure(one: AccruedFigure, other: AccruedFigure | undefined): boolean {
  return one.effectMinor === other?.effectMinor && one.residualMinor === other.residualMinor;
}

function put(
  work: PostingWork,
  cause: Cause,
  position: PositionState,
  settled: SettledPosition,
): void {
  const { accrued, payableMinor, recoupable, conditions } = settled;
  for (const [key, figure] of accrued) postFigure(work, cause, position.accrued.get(key), figure);
  for (const [key, figure] of position.accrued) {
    if (!accrued.has(key)) postFigure(work, cause, figure, { ...NOTHING, account: figure.account });
  }
  assertInRange(payableMinor, cause.period);
  const accruedMinor = payableMinor;
  work.positions.settle({ ...position, accrued, accruedMinor, recoupable, conditions });
}

const NOTHING = { effectMinor: 0n, residualMinor: 0n };

function postFigure(
  work: PostingWork,
  cause: Cause,
  before: AccruedFigure | undefined,
  { account, effectMinor, residualMinor }: AccruedFigure,
): void {
  const { payable, rounding } = cause.period;
  const { effectMinor: effect, residualMinor: residual } = before ?? NOTHING;
  postDifference(work, cause, { from: account, to: payable, amount: effectMinor - effect });
  postDifference(work, cause, { from: account, to: rounding, amount: residualMinor - residual });
}

function postDifference(
  work: PostingWork,
  cause: Cause,
  { from, to, amount }: { from: string; to: string; amount: bigint },
): void {
  if (amount === 0n) return;
  assertInRange(amount, cause.period);
  const [debit, credit] = amount > 0n ? [from, to] : [to, from];
  const amountMinor = amount > 0n ? amount : -amount;
  const { transactionId, occurredAt } = cause;
  work.transfer(
    { transactionId, kind: "POST", code: ACCRUAL_CODE, debit, credit, amountMinor },
    occurredAt,
    { amount: amountMinor, pending: 0n },
  );
}

/** @throws OutOfRange */
function assertInRange(amount: bigint, { payable }: AccrualPeriod): void {
  if (amount > MAX_AMOUNT_MINOR || amount < -MAX_AMOUNT_MINOR) throw new OutOfRange(payable);
}
