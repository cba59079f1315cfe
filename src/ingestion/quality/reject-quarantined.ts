import type { CommandContext } from "../../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../../shared/commands/run-command.js";
import { poolSql } from "../../shared/database/sql.js";
import { assertReason } from "../activate-adapter.js";
import { lockAll } from "./find-items.js";
import { QuarantineRejected } from "./quarantine.events.js";
import { decideItems, itemsById, type QuarantineRow } from "./quarantine.queries.js";

export interface RejectQuarantined extends CommandInput {
  itemIds: string[];
  reason: string;
}

/**
 * Decides that items are never posted, and why: all of them, or none.
 * @throws QuarantineItemNotFound, QuarantineItemNotOpen, InvalidInput
 */
export async function rejectQuarantined(
  ctx: CommandContext,
  input: RejectQuarantined,
): Promise<QuarantineRow[]> {
  const { itemIds, reason } = input;
  await runCommand(ctx, "rejectQuarantined", input, async (work) => {
    assertReason(reason);
    await lockAll(ctx, work, itemIds, ["OPEN", "AWAITING_APPROVAL"]);
    const decision = { by: ctx.actor.name, reason, at: ctx.clock.now() };
    await decideItems(work.sql, itemIds, { ...decision, state: "REJECTED" });
    work.record(new QuarantineRejected(itemIds, reason));
  });
  return itemsById(poolSql(ctx.database.pool), ctx.actor.scope, itemIds);
}
