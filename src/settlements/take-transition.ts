import type { CommandContext } from "../shared/commands/command-context.js";
import type { Work } from "../shared/commands/work.js";
import { SettlementNotFound } from "./settlement.errors.js";
import { SettlementMoved } from "./settlement.events.js";
import { hasPayoutAccount } from "./settlement-payee.queries.js";
import {
  isLaterClosed,
  lockSettlements,
  updateSettlement,
  type SettlementProgress,
  type SettlementRow,
} from "./settlement.queries.js";
import { assertTransition, type SettlementState } from "./settlement-state.rules.js";
import {
  insertTransition,
  preparersOf,
  type LoggedFigures,
} from "./settlement-transition.queries.js";

/** Where a settlement is to go. */
export interface Step {
  to: SettlementState;
  reason?: string | null;
  /** What else changes with it. */
  changes?: Partial<SettlementProgress>;
  /** What is paid, where the settlement is paid together with others. */
  dueMinor?: bigint;
  isPayoutConfirmed?: boolean;
}

/** A settlement in sight, locked until the command ends. @throws SettlementNotFound */
export async function lockSettlement(
  ctx: CommandContext,
  { sql }: Work,
  settlementId: string,
): Promise<SettlementRow> {
  const [settlement] = await lockSettlements(sql, ctx.actor.scope, [settlementId]);
  if (!settlement) throw new SettlementNotFound();
  return settlement;
}

/**
 * Takes a locked settlement one step further: checked against the table, on record with its actor,
 * reason and figures before and after, and told once it is committed.
 * @throws TransitionNotAllowed, TransitionForbidden, ReasonRequired, SecondPersonRequired,
 *   NothingToPay, PayoutAccountRequired, PayoutNotConfirmed, PayoutRequired
 */
export async function takeTransition(
  ctx: CommandContext,
  work: Work,
  settlement: SettlementRow,
  step: Step,
): Promise<SettlementRow> {
  const { id, state: from } = settlement;
  const { to, reason = null, changes } = step;
  const { permission } = await checked(ctx, work, settlement, step);
  const after = await updateSettlement(work.sql, settlement, { ...changes, state: to });
  const figures = { before: figuresOf(settlement), after: figuresOf(after) };
  const at = ctx.clock.now();
  const logged = { settlementId: id, from, to, permission, reason, at, ...figures };
  await insertTransition(work.sql, logged, ctx.actor);
  work.record(new SettlementMoved(after, from, reason));
  return after;
}

async function checked(
  { actor }: CommandContext,
  { sql }: Work,
  settlement: SettlementRow,
  step: Step,
) {
  const { id, state: from } = settlement;
  const preparers = await preparersOf(sql, [id]);
  return assertTransition({
    from,
    to: step.to,
    actor: actor.id,
    permissions: actor.permissions,
    reason: step.reason ?? null,
    preparedBy: preparers.get(id) ?? new Set(),
    dueMinor: step.dueMinor ?? settlement.dueMinor ?? 0n,
    owedMinor: step.to === "PAID_OUT" ? await owedMinor(sql, settlement) : 0n,
    hasPayoutAccount: step.to === "PAYOUT_SCHEDULED" && (await hasPayoutAccount(sql, settlement)),
    isPayoutConfirmed: step.isPayoutConfirmed ?? false,
  });
}

async function owedMinor(sql: Work["sql"], settlement: SettlementRow): Promise<bigint> {
  const owed = settlement.carriedForwardMinor ?? 0n;
  return owed === 0n || (await isLaterClosed(sql, settlement)) ? 0n : owed;
}

function figuresOf(row: SettlementRow): LoggedFigures {
  return {
    state: row.state,
    positionVersion: textOf(row.positionVersion),
    payableMinor: textOf(row.payableMinor),
    broughtForwardMinor: textOf(row.broughtForwardMinor),
    correctionsMinor: textOf(row.correctionsMinor),
    adjustmentsMinor: textOf(row.adjustmentsMinor),
    dueMinor: textOf(row.dueMinor),
    carriedForwardMinor: textOf(row.carriedForwardMinor),
  };
}

function textOf(amount: bigint | null): string | null {
  return amount === null ? null : amount.toString();
}
