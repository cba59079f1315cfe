import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { endNetting } from "./net-settlements.js";
import { TransitionNotAllowed } from "./settlement.errors.js";
import { assertPartnerPaid } from "./settlement-payee.queries.js";
import type { SettlementRow } from "./settlement.queries.js";
import { statesAfter, type SettlementState } from "./settlement-state.rules.js";
import { lockSettlement, takeTransition } from "./take-transition.js";

export interface ChangeSettlement extends CommandInput {
  settlementId: string;
  reason?: string | null;
  expectedVersion?: number | null;
}

/** The commands that do nothing but take a step: from where, and where to. */
export const STEP_COMMANDS = {
  reconcileSettlement: { from: ["CLOSED"], to: "RECONCILED" },
  unreconcileSettlement: { from: ["RECONCILED"], to: "CLOSED" },
  approveSettlement: { from: ["RECONCILED"], to: "APPROVED" },
  revokeApproval: { from: ["APPROVED"], to: "RECONCILED" },
  schedulePayout: { from: ["APPROVED"], to: "PAYOUT_SCHEDULED" },
  unschedulePayout: { from: ["PAYOUT_SCHEDULED"], to: "APPROVED" },
  finishSettlement: { from: ["APPROVED"], to: "PAID_OUT" },
  withholdSettlement: { from: ["APPROVED", "PAYOUT_SCHEDULED"], to: "WITHHELD" },
  releaseSettlement: { from: ["WITHHELD"], to: "APPROVED" },
  disputeSettlement: {
    from: ["CLOSED", "RECONCILED", "APPROVED", "PAYOUT_SCHEDULED", "WITHHELD"],
    to: "DISPUTED",
  },
  endDispute: { from: ["DISPUTED"], to: "CLOSED" },
} as const satisfies Record<string, { from: readonly SettlementState[]; to: SettlementState }>;

export type StepCommand = keyof typeof STEP_COMMANDS;

/**
 * Takes a settlement the step that a command is for. Settlements that were to be paid with one that
 * leaves its payout are approved again, each for itself.
 * @throws SettlementNotFound, VersionConflict, TransitionNotAllowed, TransitionForbidden,
 *   ReasonRequired, SecondPersonRequired, NothingToPay, PayoutAccountRequired, PartnerOnHold,
 *   PayoutRequired
 */
export function changeSettlement(
  ctx: CommandContext,
  command: StepCommand,
  input: ChangeSettlement,
): Promise<SettlementRow> {
  return runCommand<SettlementRow>(ctx, command, input, async (work) => {
    const { from, to }: { from: readonly SettlementState[]; to: SettlementState } =
      STEP_COMMANDS[command];
    const settlement = await lockSettlement(ctx, work, input.settlementId);
    expectVersion(settlement, input.expectedVersion);
    const { state } = settlement;
    if (!from.includes(state)) throw new TransitionNotAllowed(state, to, statesAfter(state));
    const reason = input.reason ?? null;
    if (to === "PAYOUT_SCHEDULED") await assertPartnerPaid(work.sql, settlement.partnerId);
    const left = await endNetting(ctx, work, settlement, reason);
    return takeTransition(ctx, work, left, { to, reason });
  });
}
