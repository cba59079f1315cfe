import { assertReason } from "../partners/index.js";
import type { CalendarDate } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer } from "../shared/commands/run-command.js";
import { changeContract, lockContract, type ChangeContract } from "./change-contract.js";
import type { Contract } from "./contract.entity.js";
import { ContractEnded } from "./contract.events.js";
import { withLastDay } from "./schedule-version.rules.js";

export interface EndContract extends ChangeContract {
  /** The last day on which it applies. */
  effectiveTo: CalendarDate;
  reason: string;
}

/**
 * Gives a contract its last day, or another one.
 * @throws InvalidInput, ContractNotFound, VersionConflict, ContractEndsTooEarly, ContractOverlaps,
 *   ContradictoryTerms
 */
export function endContract(ctx: CommandContext, input: EndContract): Promise<Answer<Contract>> {
  const { contractId, effectiveTo, reason } = input;
  return runCommand(ctx, "endContract", input, async (work) => {
    assertReason(reason);
    const contract = await lockContract(work, input);
    await changeContract(ctx, work, contract, {
      of: (before, reached) => withLastDay(before, effectiveTo, reached),
    });
    const before = contract.effectiveTo;
    contract.endWith(effectiveTo);
    work.record(new ContractEnded(contractId, before, effectiveTo, reason));
    return contract;
  });
}
