import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { RetentionReasonRequired } from "./retention.errors.js";
import { RetentionRuleSet } from "./retention.events.js";
import { retentionDays, setRetentionDays } from "./retention.queries.js";
import { assertDays, RETENTION, type RetentionKind } from "./retention.rules.js";

export interface SetRetentionRule extends CommandInput {
  kind: RetentionKind;
  days: number;
  reason: string;
}

/** Says for how long a kind is kept. @throws RetentionTooShort, RetentionReasonRequired */
export function setRetentionRule(ctx: CommandContext, input: SetRetentionRule): Promise<number> {
  const { kind, days, reason } = input;
  return runCommand<number>(ctx, "setRetentionRule", input, async (work) => {
    if (!reason.trim()) throw new RetentionReasonRequired();
    assertDays(kind, days);
    const before = (await retentionDays(work.sql)).get(kind) ?? RETENTION[kind].days;
    await setRetentionDays(work.sql, { kind, days, by: ctx.actor.name, at: ctx.clock.now() });
    work.record(new RetentionRuleSet(kind, days, before));
    return days;
  });
}
