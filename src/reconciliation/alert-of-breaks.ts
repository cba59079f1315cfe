import { raiseAlert, settleAlert } from "../alerts/index.js";
import { systemActor } from "../shared/commands/actor.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import type { Work } from "../shared/commands/work.js";
import { countOpen } from "./break.queries.js";
import type { RunRow } from "./run.queries.js";

const ACTOR = systemActor("reconciliation");

/** Raises an alert when breaks of a partner were opened, and settles it when none is left. */
export async function alertOfBreaks(
  { ids, clock }: Pick<CommandContext, "ids" | "clock">,
  work: Work,
  { partnerId, opened, resolved }: RunRow,
): Promise<void> {
  if (opened + resolved === 0) return;
  const kind = "BREAKS_OPEN";
  const open = await countOpen(work.sql, partnerId);
  if (open > 0 && opened > 0) {
    const message = `${open} breaks of the partner's reconciliation are open`;
    await raiseAlert({ ids, clock }, work, { kind, subject: partnerId, partnerId, message });
  }
  const resolution = "No break is open any more";
  if (open === 0) {
    await settleAlert({ actor: ACTOR, clock }, work, { kind, subject: partnerId, resolution });
  }
}
