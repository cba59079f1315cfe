import { latestOccurredAt, reviseTerms } from "../ledger/index.js";
import { assertCode, Partner } from "../partners/index.js";
import type { CalendarDate } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { ContractCodeTaken } from "./contract.errors.js";
import { Contract } from "./contract.entity.js";
import { ContractCreated } from "./contract.events.js";
import { assertAhead, assertNoOverlap, contractSpan, countedSpans } from "./contract.rules.js";
import type { CountedSpan } from "./contract.rules.js";
import { ContractVersion } from "./contract-version.entity.js";
import { assertPeriodsListed } from "./listed-periods.rules.js";
import { countingBeside, findContracts } from "./find-contracts.js";
import type { Terms } from "./terms.rules.js";
import { termsOf } from "./terms-argument.rules.js";

export interface CreateContract extends CommandInput {
  partnerId: string;
  code: string;
  effectiveFrom: CalendarDate;
  effectiveTo?: CalendarDate | null;
  /** Plain JSON; what of it is left out has its default. */
  terms: unknown;
}

/**
 * Agrees terms with a partner: a contract with its first version.
 * @throws InvalidInput, PartnerNotFound, ContractCodeTaken, ContractOverlaps,
 *   ContractStartsTooEarly, and as `validateTerms`
 */
export function createContract(
  ctx: CommandContext,
  input: CreateContract,
): Promise<Answer<Contract>> {
  const { partnerId, code } = input;
  return runCommand(ctx, "createContract", input, async (work) => {
    const { terms, days, span, counts } = checked(input);
    // The lock makes rivals for the same partner wait, so that of two that overlap one is refused.
    await work.lock(Partner, partnerId);
    assertNoOverlap(counts, countingBeside(await findContracts(work.sql, partnerId), null));
    // First: batches under the old terms must be committed before their transactions are looked at.
    await reviseTerms(work.sql);
    await assertNothingRecorded(work, partnerId, counts);
    const contract = work.em.create(Contract, {
      id: ctx.ids.next(),
      partnerId,
      code,
      currency: terms.currency,
      timeZone: terms.timeZone,
      ...days,
      ...span,
      version: 1,
      createdAt: ctx.clock.now(),
    });
    await work.insert(contract, { contract_code: () => new ContractCodeTaken(code) });
    await work.insert(firstVersion(ctx, work, contract, terms));
    const { id, currency, startsAt, endsAt } = contract;
    work.record(new ContractCreated(id, partnerId, currency, startsAt, endsAt));
    return contract;
  });
}

function checked(input: CreateContract) {
  const { effectiveFrom, effectiveTo = null } = input;
  assertCode(input.code);
  const terms = termsOf(input.terms);
  const span = contractSpan(effectiveFrom, effectiveTo, terms.timeZone);
  const first = { versions: [{ number: 1, effectiveFrom, terms }], lastDay: effectiveTo };
  assertPeriodsListed(first);
  const counts = countedSpans(first);
  return { terms, days: { effectiveFrom, effectiveTo }, span, counts };
}

async function assertNothingRecorded(
  { sql }: Work,
  partnerId: string,
  counts: readonly CountedSpan[],
): Promise<void> {
  for (const span of counts) {
    assertAhead(span, await latestOccurredAt(sql, partnerId, span.currency));
  }
}

function firstVersion(
  ctx: CommandContext,
  work: Work,
  contract: Contract,
  terms: Terms,
): ContractVersion {
  const { id: contractId, effectiveFrom, startsAt, createdAt } = contract;
  return work.em.create(ContractVersion, {
    contractId,
    number: 1,
    effectiveFrom,
    startsAt,
    terms,
    state: "SCHEDULED",
    reason: null,
    createdBy: ctx.actor.id,
    createdAt,
  });
}
