import { assertReason } from "../partners/index.js";
import type { CalendarDate } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer } from "../shared/commands/run-command.js";
import { changeContract, lockContract, type ChangeContract } from "./change-contract.js";
import type { Contract } from "./contract.entity.js";
import { ContractVersionScheduled } from "./contract.events.js";
import { ContractVersion } from "./contract-version.entity.js";
import { nextVersionNumber } from "./contract-version.queries.js";
import { withLastDay, withVersion } from "./schedule-version.rules.js";
import { termsOf } from "./terms-argument.rules.js";
import { takesEffectAt } from "./version.rules.js";

export interface ScheduleContractVersion extends ChangeContract {
  effectiveFrom: CalendarDate;
  /** Another last day of the contract. */
  effectiveTo?: CalendarDate | null;
  /** Plain JSON; what of it is left out has its default. */
  terms: unknown;
  reason?: string | null;
}

/** A contract as it is, and the number of the version that was made. */
export interface ScheduledVersion {
  contract: Contract;
  number: number;
}

/**
 * Lets other terms take effect on a later day.
 * @throws InvalidInput, ContractNotFound, VersionConflict, ContractVersionInForce,
 *   ContractVersionsOverlap, ContractVersionWithinPeriod, ContractEndsTooEarly, ContractOverlaps,
 *   and as `validateTerms`
 */
export function scheduleContractVersion(
  ctx: CommandContext,
  input: ScheduleContractVersion,
): Promise<Answer<ScheduledVersion>> {
  const { contractId, effectiveFrom, effectiveTo = null, reason = null } = input;
  return runCommand(ctx, "scheduleContractVersion", input, async (work) => {
    if (reason !== null) assertReason(reason);
    const terms = termsOf(input.terms);
    const contract = await lockContract(work, input);
    const number = await nextVersionNumber(work.sql, contractId);
    const version = { number, effectiveFrom, terms };
    await changeContract(ctx, work, contract, {
      newTerms: terms,
      of: (before, reached) => {
        const extended = effectiveTo === null ? before : withLastDay(before, effectiveTo, reached);
        return withVersion(extended, version, reached);
      },
    });
    if (effectiveTo !== null) contract.endWith(effectiveTo);
    const [startsAt, createdAt] = [takesEffectAt(version), ctx.clock.now()];
    const row = { ...version, contractId, startsAt, state: "SCHEDULED", reason } as const;
    const made = { ...row, createdBy: ctx.actor.id, createdAt };
    await work.insert(work.em.create(ContractVersion, made));
    work.record(new ContractVersionScheduled(contractId, number, effectiveFrom, reason));
    return { contract, number };
  });
}
