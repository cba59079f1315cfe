import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { closePeriod } from "./closed-period.queries.js";
import { freezeSettlement } from "./freeze-settlement.js";
import { settledContracts } from "./settlement-contract.queries.js";
import { EarlierPeriodOpen, PeriodNotOver } from "./settlement.errors.js";
import { settlementPeriodOn } from "./settlement-period.rules.js";
import { settlementBefore, type SettlementRow } from "./settlement.queries.js";
import { settlePosition } from "./settle-position.js";
import { lockSettlement, takeTransition } from "./take-transition.js";

export interface CloseSettlement extends CommandInput {
  settlementId: string;
  expectedVersion?: number | null;
}

/**
 * Closes a settlement whose period is over. Three steps, each of which goes on where an earlier
 * attempt ended: the boundary is written, the position is settled with what has no transaction, its
 * figures are frozen. What it costs does not depend on how many transactions there are.
 * @throws SettlementNotFound, VersionConflict, TransitionNotAllowed, TransitionForbidden,
 *   PeriodNotOver, EarlierPeriodOpen
 */
export async function closeSettlement(
  ctx: CommandContext,
  input: CloseSettlement,
): Promise<SettlementRow> {
  const begun = await beginClosing(ctx, input);
  if (begun.state !== "CLOSING") return begun;
  await settlePosition(ctx, begun, `close:${begun.closing}`);
  return freezeSettlement(ctx, { settlementId: begun.id, closing: begun.closing });
}

/** Writes the boundary. A settlement that is closing already goes on from there. */
export function beginClosing(ctx: CommandContext, input: CloseSettlement): Promise<SettlementRow> {
  return runCommand<SettlementRow>(ctx, "closeSettlement", input, async (work) => {
    const settlement = await lockSettlement(ctx, work, input.settlementId);
    if (settlement.state === "CLOSING") return settlement;
    expectVersion(settlement, input.expectedVersion);
    const ends = await endOf(work, settlement);
    if (settlement.state === "OPEN") await assertMayClose(ctx, work, { ...settlement, ...ends });
    const changes = { ...ends, closing: settlement.closing + 1 };
    const closing = await takeTransition(ctx, work, settlement, { to: "CLOSING", changes });
    const { contractId, periodStart } = settlement;
    await closePeriod(work.sql, { contractId, periodStart, at: ctx.clock.now() });
    return closing;
  });
}

async function assertMayClose({ clock }: CommandContext, work: Work, settlement: SettlementRow) {
  if (clock.now() < settlement.periodEnd) throw new PeriodNotOver(settlement.periodEnd);
  const before = await settlementBefore(work.sql, settlement);
  if (before?.state !== "OPEN" && before?.state !== "CLOSING") return;
  throw new EarlierPeriodOpen(before.firstDay, before.lastDay);
}

/** When the period ends, now that nothing will be changed before it: an early end may cut it. */
async function endOf({ sql }: Work, { contractId, firstDay }: SettlementRow) {
  const [contract] = await settledContracts(sql, [contractId]);
  const found = contract && settlementPeriodOn(contract, firstDay);
  if (!found) return {};
  const { period, closesAt, dueOn } = found;
  return { lastDay: period.lastDay, periodEnd: period.endsAt, closesAt, dueOn };
}
