import { assertReason } from "../partners/index.js";
import type { CalendarDate } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer } from "../shared/commands/run-command.js";
import { changeContract, lockContract, type ChangeContract } from "./change-contract.js";
import { ContractVersionMoved } from "./contract.events.js";
import { ContractVersion } from "./contract-version.entity.js";
import { withVersionMoved } from "./schedule-version.rules.js";
import type { ScheduledVersion } from "./schedule-contract-version.js";
import { takesEffectAt } from "./version.rules.js";

export interface MoveContractVersion extends ChangeContract {
  number: number;
  effectiveFrom: CalendarDate;
  reason: string;
}

/**
 * Lets a scheduled version take effect on another day.
 * @throws InvalidInput, ContractNotFound, VersionConflict, ContractVersionInForce,
 *   ContractVersionsOverlap, ContractVersionWithinPeriod, ContractOverlaps, ContradictoryTerms
 */
export function moveContractVersion(
  ctx: CommandContext,
  input: MoveContractVersion,
): Promise<Answer<ScheduledVersion>> {
  const { contractId, number, effectiveFrom, reason } = input;
  return runCommand(ctx, "moveContractVersion", input, async (work) => {
    assertReason(reason);
    const contract = await lockContract(work, input);
    await changeContract(ctx, work, contract, {
      of: (before, reached) => withVersionMoved(before, input, reached),
    });
    const version = await work.em.findOneOrFail(ContractVersion, { contractId, number });
    const from = version.effectiveFrom;
    const startsAt = takesEffectAt({ number, effectiveFrom, terms: version.terms });
    work.em.assign(version, { effectiveFrom, startsAt, reason });
    work.record(new ContractVersionMoved(contractId, number, from, effectiveFrom, reason));
    return { contract, number };
  });
}
