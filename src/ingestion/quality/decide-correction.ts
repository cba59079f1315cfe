import type { CommandContext } from "../../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../../shared/commands/run-command.js";
import { assertReason } from "../activate-adapter.js";
import { assertGood } from "./correct-quarantined.js";
import { findItem, lockAll } from "./find-items.js";
import { postReleased } from "./post-released.js";
import { SecondPersonNeeded } from "./quarantine.errors.js";
import { CorrectionApproved, CorrectionDeclined } from "./quarantine.events.js";
import { decideItems, reopenItem, type QuarantineRow } from "./quarantine.queries.js";

export interface ApproveCorrection extends CommandInput {
  itemId: string;
}

export interface DeclineCorrection extends CommandInput {
  itemId: string;
  reason: string;
}

/**
 * Agrees with another person's correction, which is then posted.
 * @throws QuarantineItemNotFound, QuarantineItemNotOpen, SecondPersonNeeded, QualityRuleFailed
 */
export async function approveCorrection(
  ctx: CommandContext,
  input: ApproveCorrection,
): Promise<QuarantineRow> {
  const { itemId } = input;
  const { correction, ignoresRules, partnerId } = await findItem(ctx, itemId);
  if (correction && !ignoresRules) await assertGood(ctx, partnerId, correction);
  await runCommand(ctx, "approveCorrection", input, async (work) => {
    const items = await lockAll(ctx, work, [itemId], ["AWAITING_APPROVAL"]);
    const correctedById = items[0]?.correctedById ?? "";
    if (correctedById === ctx.actor.id) throw new SecondPersonNeeded();
    const decision = { by: ctx.actor.name, reason: null, at: ctx.clock.now() };
    await decideItems(work.sql, [itemId], { ...decision, state: "RELEASED" });
    work.record(new CorrectionApproved(itemId, correctedById));
  });
  await postReleased(ctx, [itemId]);
  return findItem(ctx, itemId);
}

/**
 * Disagrees with a correction, or takes one's own back: the item is open again.
 * @throws QuarantineItemNotFound, QuarantineItemNotOpen
 */
export async function declineCorrection(
  ctx: CommandContext,
  input: DeclineCorrection,
): Promise<QuarantineRow> {
  const { itemId, reason } = input;
  await runCommand(ctx, "declineCorrection", input, async (work) => {
    assertReason(reason);
    await lockAll(ctx, work, [itemId], ["AWAITING_APPROVAL"]);
    await reopenItem(work.sql, itemId, { by: ctx.actor.name, reason, at: ctx.clock.now() });
    work.record(new CorrectionDeclined(itemId, reason));
  });
  return findItem(ctx, itemId);
}
