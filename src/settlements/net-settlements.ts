import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import type { Sql } from "../shared/database/sql.js";
import { NettingNotPossible, SettlementNotFound } from "./settlement.errors.js";
import { SettlementsNetted } from "./settlement.events.js";
import { duesOf } from "./settlement-figures.rules.js";
import { assertPartnerPaid } from "./settlement-payee.queries.js";
import {
  isLaterClosed,
  lockNetting,
  lockSettlements,
  updateSettlement,
  type SettlementRow,
} from "./settlement.queries.js";
import { takeTransition } from "./take-transition.js";

export interface NetSettlements extends CommandInput {
  settlementIds: readonly string[];
  reason?: string | null;
}

/** How many settlements are paid as one, at the most. */
export const MAX_NETTED = 100;

/**
 * Pays approved settlements of a partner in one currency as one: what one contract owes is taken
 * from what others bring. All of them are scheduled for payout, or none.
 * @throws SettlementNotFound, NettingNotPossible, TransitionNotAllowed, TransitionForbidden,
 *   NothingToPay, PayoutAccountRequired, PartnerOnHold
 */
export function netSettlements(
  ctx: CommandContext,
  input: NetSettlements,
): Promise<SettlementRow[]> {
  return runCommand<SettlementRow[]>(ctx, "netSettlements", input, async (work) => {
    const ids = [...new Set(input.settlementIds)];
    assertNumber(ids.length);
    const settlements = await lockSettlements(work.sql, ctx.actor.scope, ids);
    if (settlements.length < ids.length) throw new SettlementNotFound();
    assertAlike(settlements);
    const amounts = await Promise.all(settlements.map((each) => netAmount(work.sql, each)));
    const dueMinor = amounts.reduce((sum, amount) => sum + amount, 0n);
    const [first] = settlements;
    if (first) await assertPartnerPaid(work.sql, first.partnerId);
    const nettingId = ctx.ids.next();
    const netted: SettlementRow[] = [];
    for (const [index, settlement] of settlements.entries()) {
      const own = { nettingId, dueMinor: amounts[index] ?? 0n, carriedForwardMinor: 0n };
      const { reason } = input;
      const step = { to: "PAYOUT_SCHEDULED", dueMinor, reason, changes: own } as const;
      netted.push(await takeTransition(ctx, work, settlement, step));
    }
    work.record(new SettlementsNetted(nettingId, ids, dueMinor, first?.currency ?? ""));
    return netted;
  });
}

function assertNumber(count: number): void {
  if (count < 2) throw new NettingNotPossible("there have to be two at least");
  if (count > MAX_NETTED) throw new NettingNotPossible(`${MAX_NETTED} are the limit`);
}

function assertAlike([first, ...others]: readonly SettlementRow[]): void {
  if (others.some(({ partnerId }) => partnerId !== first?.partnerId)) {
    throw new NettingNotPossible("they are of different partners");
  }
  if (others.some(({ currency }) => currency !== first?.currency)) {
    throw new NettingNotPossible("they are in different currencies");
  }
}

/** What a settlement brings to the common payout: due, or still owed where nobody took it over. */
async function netAmount(sql: Sql, settlement: SettlementRow): Promise<bigint> {
  const { dueMinor, carriedForwardMinor } = settlement;
  if (!carriedForwardMinor) return dueMinor ?? 0n;
  if (!(await isLaterClosed(sql, settlement))) return carriedForwardMinor;
  const why = `what the period from ${settlement.firstDay} left is part of a later one`;
  throw new NettingNotPossible(why);
}

/**
 * Takes a settlement out of the payout that it was to share: the others are approved again, each
 * for itself. Answers it as it is then.
 */
export async function endNetting(
  ctx: CommandContext,
  work: Work,
  settlement: SettlementRow,
  reason: string | null,
): Promise<SettlementRow> {
  const { nettingId } = settlement;
  if (nettingId === null || settlement.state !== "PAYOUT_SCHEDULED") return settlement;
  for (const other of await lockNetting(work.sql, nettingId)) {
    if (other.id === settlement.id) continue;
    const changes = await aloneAgain(work.sql, other);
    const why = `Settled as one with another that was taken out: ${reason ?? ""}`;
    await takeTransition(ctx, work, other, { to: "APPROVED", reason: why, changes });
  }
  return updateSettlement(work.sql, settlement, await aloneAgain(work.sql, settlement));
}

/** What a settlement comes to by itself; what a later period did not take over is collected. */
export async function aloneAgain(sql: Sql, settlement: SettlementRow) {
  const { payableMinor, broughtForwardMinor, correctionsMinor, whenNegative } = settlement;
  const sums = {
    payableMinor: payableMinor ?? 0n,
    broughtForwardMinor: broughtForwardMinor ?? 0n,
    correctionsMinor: correctionsMinor ?? 0n,
    adjustmentsMinor: settlement.adjustmentsMinor,
  };
  const left = settlement.nettingId !== null && (await isLaterClosed(sql, settlement));
  const policy = left ? "COLLECT" : (whenNegative ?? "CARRY_FORWARD");
  return { nettingId: null, ...duesOf({ ...sums, whenNegative: policy }) };
}
