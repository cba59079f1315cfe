import { ledgerService } from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { lockFeed } from "./feed.queries.js";
import { postResolutions } from "./post-resolutions.js";
import { ApprovedByProposer, BreakNotOpen, ReasonMissing } from "./reconciliation.errors.js";
import { WriteOffsDecided } from "./reconciliation.events.js";
import {
  decideProposed,
  proposedResolutions,
  setBreaks,
  settleItems,
} from "./resolution.queries.js";
import { locked } from "./resolve-breaks.js";

export interface ApproveWriteOffs extends CommandInput {
  breakIds: string[];
  /** False sends the breaks back. */
  approve: boolean;
  reason: string;
}

/**
 * Approves write-offs above the limit that another person proposed, or sends them back.
 * @throws BreakNotFound, BreakNotOpen, ApprovedByProposer, ReasonMissing
 */
export async function approveWriteOffs(
  ctx: CommandContext,
  input: ApproveWriteOffs,
): Promise<string[]> {
  const { breakIds, approve, reason } = input;
  const ids = await runCommand<string[]>(ctx, "approveWriteOffs", input, async (work) => {
    if (!reason.trim()) throw new ReasonMissing();
    await lockFeed(work.sql);
    const breaks = await locked(ctx, work, breakIds);
    breaks.forEach(({ state }, index) => {
      if (state !== "PROPOSED") throw new BreakNotOpen(state, ["breakIds", index]);
    });
    const proposed = await proposedResolutions(work.sql, breakIds);
    if (proposed.some(({ decidedById }) => decidedById === ctx.actor.id)) {
      throw new ApprovedByProposer();
    }
    const at = ctx.clock.now();
    const state = approve ? "POSTING" : "REFUSED";
    const resolutions = proposed.map(({ id }) => id);
    await decideProposed(work.sql, resolutions, { state, by: ctx.actor.name, at });
    await setBreaks(work.sql, breakIds, { state: approve ? "RESOLVED" : "OPEN", at });
    if (approve) await settleItems(work.sql, breakIds, at);
    work.record(new WriteOffsDecided(breakIds, approve, reason));
    return resolutions;
  });
  if (approve) await postResolutions(ctx, ctx.services.use(ledgerService).sql, ids);
  return breakIds;
}
