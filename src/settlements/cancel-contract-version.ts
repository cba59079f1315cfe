import { assertReason } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer } from "../shared/commands/run-command.js";
import { changeContract, lockContract, type ChangeContract } from "./change-contract.js";
import { ContractVersionCancelled } from "./contract.events.js";
import { ContractVersion } from "./contract-version.entity.js";
import { withVersionCancelled } from "./schedule-version.rules.js";
import type { ScheduledVersion } from "./schedule-contract-version.js";

export interface CancelContractVersion extends ChangeContract {
  number: number;
  reason: string;
}

/**
 * Takes back a scheduled version; its number is not used again.
 * @throws InvalidInput, ContractNotFound, VersionConflict, ContractVersionInForce,
 *   ContractVersionWithinPeriod, ContractOverlaps, ContradictoryTerms
 */
export function cancelContractVersion(
  ctx: CommandContext,
  input: CancelContractVersion,
): Promise<Answer<ScheduledVersion>> {
  const { contractId, number, reason } = input;
  return runCommand(ctx, "cancelContractVersion", input, async (work) => {
    assertReason(reason);
    const contract = await lockContract(work, input);
    await changeContract(ctx, work, contract, {
      of: (before, reached) => withVersionCancelled(before, number, reached),
    });
    const version = await work.em.findOneOrFail(ContractVersion, { contractId, number });
    work.em.assign(version, { state: "CANCELLED", reason });
    work.record(new ContractVersionCancelled(contractId, number, version.effectiveFrom, reason));
    return { contract, number };
  });
}
