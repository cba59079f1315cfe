import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { AlertAlreadyResolved, AlertNotFound, ResolutionRequired } from "./alert.errors.js";
import { AlertResolved } from "./alert.events.js";
import { lockAlert, resolveRow, type AlertRow } from "./alert.queries.js";

export interface ResolveAlert extends CommandInput {
  alertId: string;
  /** What was done about it. */
  resolution: string;
  expectedVersion?: number | null;
}

/**
 * Says that an alert is dealt with, and how.
 * @throws AlertNotFound, AlertAlreadyResolved, ResolutionRequired, VersionConflict
 */
export function resolveAlert(ctx: CommandContext, input: ResolveAlert): Promise<AlertRow> {
  const { alertId, resolution } = input;
  return runCommand<AlertRow>(ctx, "resolveAlert", input, async (work) => {
    if (!resolution.trim()) throw new ResolutionRequired();
    const alert = await lockAlert(work.sql, ctx.actor.scope, alertId);
    if (!alert) throw new AlertNotFound();
    if (alert.state === "RESOLVED") throw new AlertAlreadyResolved();
    expectVersion(alert, input.expectedVersion);
    work.record(new AlertResolved(alertId, resolution));
    const by = { at: ctx.clock.now(), name: ctx.actor.name, resolution };
    return resolveRow(work.sql, alertId, by);
  });
}
