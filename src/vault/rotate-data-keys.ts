import type { Actor, PartnerScope } from "../shared/commands/actor.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import { retireDataKeys } from "./data-key.queries.js";
import { RotationReasonRequired } from "./vault.errors.js";
import { DataKeysRotated } from "./vault.events.js";

export interface RotateDataKeys extends CommandInput {
  /** Whose keys; all of them where it is left out. */
  partnerId?: string | null;
  reason: string;
}

/**
 * Takes data keys out of use: what is sealed from now on takes new ones, and a job seals what there
 * is again. @returns how many keys @throws RotationReasonRequired
 */
export function rotateDataKeys(ctx: CommandContext, input: RotateDataKeys): Promise<number> {
  const { partnerId = null, reason } = input;
  return runCommand<number>(ctx, "rotateDataKeys", input, async (work) => {
    if (!reason.trim()) throw new RotationReasonRequired();
    const subjects = partnerId === null ? ctx.actor.scope : [partnerId];
    assertSeen(ctx.actor, subjects);
    const named = subjects && subjects.map((id) => `partner:${id}`);
    const keys = await retireDataKeys(work.sql, named, ctx.clock.now());
    work.record(new DataKeysRotated(keys, partnerId, reason));
    return keys;
  });
}

function assertSeen({ scope }: Actor, partnerIds: PartnerScope): void {
  if (scope === null || partnerIds === null) return;
  if (partnerIds.every((id) => scope.includes(id))) return;
  throw new InvalidInput("There is no such partner", ["partnerId"]);
}
