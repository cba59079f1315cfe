import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { reopenPeriod } from "./closed-period.queries.js";
import { LaterPeriodClosed } from "./settlement.errors.js";
import { isLaterClosed, type SettlementRow } from "./settlement.queries.js";
import { lockSettlement, takeTransition } from "./take-transition.js";

export interface ReopenSettlement extends CommandInput {
  settlementId: string;
  reason: string;
  expectedVersion?: number | null;
}

/** What a settlement has frozen, taken away again. */
const NOT_FROZEN = {
  positionVersion: null,
  chainHeads: null,
  components: null,
  payableMinor: null,
  broughtForwardMinor: null,
  correctionsMinor: null,
  whenNegative: null,
  dueMinor: null,
  carriedForwardMinor: null,
  closedAt: null,
};

/**
 * Opens a closed settlement again, so that its period counts what comes late; it is closed anew.
 * What was frozen stays in its log.
 * @throws SettlementNotFound, VersionConflict, LaterPeriodClosed, TransitionNotAllowed,
 *   TransitionForbidden, ReasonRequired
 */
export function reopenSettlement(
  ctx: CommandContext,
  input: ReopenSettlement,
): Promise<SettlementRow> {
  return runCommand<SettlementRow>(ctx, "reopenSettlement", input, async (work) => {
    const settlement = await lockSettlement(ctx, work, input.settlementId);
    expectVersion(settlement, input.expectedVersion);
    const step = { to: "OPEN", reason: input.reason, changes: NOT_FROZEN } as const;
    const reopened = await takeTransition(ctx, work, settlement, step);
    if (await isLaterClosed(work.sql, settlement)) throw new LaterPeriodClosed();
    const { contractId, periodStart } = settlement;
    await reopenPeriod(work.sql, { contractId, periodStart, at: ctx.clock.now() });
    return reopened;
  });
}
