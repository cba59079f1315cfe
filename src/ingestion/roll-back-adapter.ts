import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import { assertReason } from "./activate-adapter.js";
import { activationsOf, insertActivation, type AdapterActivation } from "./adapter.queries.js";
import { AdapterActivated } from "./ingestion.events.js";

export interface RollBackAdapter extends CommandInput {
  partnerId: string;
  reason: string;
}

/**
 * Makes the adapter active again that was so before the present one; again, the one before that.
 * @throws InvalidInput when there was none
 */
export function rollBackAdapter(
  ctx: CommandContext,
  input: RollBackAdapter,
): Promise<Answer<AdapterActivation>> {
  return runCommand(ctx, "rollBackAdapter", input, async (work) => {
    const { partnerId, reason } = input;
    assertReason(reason);
    const stack = standing(await activationsOf(work.sql, partnerId));
    const [current, before] = [stack.at(-1), stack.at(-2)];
    if (current === undefined || before === undefined) {
      throw new InvalidInput("No other adapter was active before this one", ["partnerId"]);
    }
    const { adapter, version } = before;
    const activation: AdapterActivation = {
      id: ctx.ids.next(),
      partnerId,
      adapter,
      version,
      reason,
      rollsBack: current.id,
      activatedBy: ctx.actor.name,
      activatedAt: ctx.clock.now(),
    };
    await insertActivation(work.sql, activation);
    work.record(new AdapterActivated(partnerId, adapter, String(version ?? "")));
    return activation;
  });
}

/** The activations that were not rolled back, the oldest first. */
function standing(activations: readonly AdapterActivation[]): AdapterActivation[] {
  const stack: AdapterActivation[] = [];
  for (const activation of activations.toReversed()) {
    if (activation.rollsBack === null) stack.push(activation);
    else stack.pop();
  }
  return stack;
}
