import type { CommandContext } from "../../shared/commands/command-context.js";
import { CommandCrowdedOut } from "../../shared/commands/command.errors.js";
import { runCommand, type Answer, type CommandInput } from "../../shared/commands/run-command.js";
import { InvalidInput } from "../../shared/input.errors.js";
import { assertReason } from "../activate-adapter.js";
import { QualityRulesSet } from "./quarantine.events.js";
import { insertRules, type QualityRulesRow } from "./quality-rules.queries.js";
import { readQualityRules } from "./read-quality-rules.js";

export interface SetQualityRules extends CommandInput {
  partnerId: string;
  /** JSON: a list of rules. */
  rules: string;
  reason: string;
}

/**
 * Gives a source its next version of rules; none at all are an empty list. What is in the ledger
 * stays.
 * @throws InvalidInput, CommandCrowdedOut
 */
export function setQualityRules(
  ctx: CommandContext,
  input: SetQualityRules,
): Promise<Answer<QualityRulesRow>> {
  return runCommand(ctx, "setQualityRules", input, async (work) => {
    const { partnerId, reason } = input;
    assertReason(reason);
    const rules = readQualityRules(jsonOf(input.rules));
    const setBy = ctx.actor.name;
    const row = { id: ctx.ids.next(), partnerId, rules, reason, setBy, setAt: ctx.clock.now() };
    const kept = await insertRules(work.sql, row);
    if (kept === null) throw new CommandCrowdedOut();
    work.record(new QualityRulesSet(partnerId, kept.version, reason));
    return kept;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput("The rules are not JSON", ["rules"]);
  }
}
