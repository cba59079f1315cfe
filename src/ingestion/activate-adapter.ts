import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import { insertActivation, type AdapterActivation } from "./adapter.queries.js";
import { adapterNames } from "./adapters/index.js";
import { findAdapter } from "./find-adapter.js";
import { AdapterActivated } from "./ingestion.events.js";

export interface ActivateAdapter extends CommandInput {
  partnerId: string;
  adapter: string;
  version?: number | null;
  reason: string;
}

const MAX_REASON = 500;

/**
 * Makes an adapter the one that reads what a partner sends.
 * @throws InvalidInput, UnknownAdapter
 */
export function activateAdapter(
  ctx: CommandContext,
  input: ActivateAdapter,
): Promise<Answer<AdapterActivation>> {
  return runCommand(ctx, "activateAdapter", input, async (work) => {
    const { partnerId, adapter, reason } = input;
    assertReason(reason);
    const { version } = await findAdapter(work.sql, adapter, input.version);
    const activation: AdapterActivation = {
      id: ctx.ids.next(),
      partnerId,
      adapter,
      version: adapterNames().includes(adapter) ? null : Number(version),
      reason,
      rollsBack: null,
      activatedBy: ctx.actor.name,
      activatedAt: ctx.clock.now(),
    };
    await insertActivation(work.sql, activation);
    work.record(new AdapterActivated(partnerId, adapter, version));
    return activation;
  });
}

/** @throws InvalidInput */
export function assertReason(reason: string): void {
  if (reason.trim() !== "" && reason.length <= MAX_REASON) return;
  throw new InvalidInput(`Say why, in up to ${MAX_REASON} characters`, ["reason"]);
}
