import { latestOccurredAt, reviseTerms } from "../ledger/index.js";
import { Partner } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import type { CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { Contract } from "./contract.entity.js";
import { assertNoOverlap, countedCurrencies, countedSpans } from "./contract.rules.js";
import { countingBeside, findContracts } from "./find-contracts.js";
import { assertPeriodsListed } from "./listed-periods.rules.js";
import type { Reached } from "./schedule-version.rules.js";
import type { Terms } from "./terms.rules.js";
import type { VersionedContract } from "./version.rules.js";

/** What every command says that changes a contract. */
export interface ChangeContract extends CommandInput {
  contractId: string;
  expectedVersion?: number | null;
}

/** A change of a contract: what it becomes, and the terms that are new in it. */
export interface ContractChange {
  newTerms?: Terms;
  of(before: VersionedContract, reached: Reached): VersionedContract;
}

/**
 * Locks a contract, and its partner first: two commands that lock both cannot wait for each other.
 * @throws ContractNotFound, VersionConflict
 */
export async function lockContract(
  work: Work,
  { contractId, expectedVersion }: ChangeContract,
): Promise<Contract> {
  const found = await work.em.findOne(Contract, contractId);
  if (found === null) throw Contract.absent();
  await work.lock(Partner, found.partnerId);
  const contract = await work.lock(Contract, contractId);
  expectVersion(contract, expectedVersion);
  return contract;
}

/**
 * Lets a locked contract change where that is allowed. The lanes wait, and read the terms anew
 * before they post again.
 * @throws ContractOverlaps, ContradictoryTerms, and as the change
 */
export async function changeContract(
  ctx: CommandContext,
  work: Work,
  contract: Contract,
  change: ContractChange,
): Promise<void> {
  const contracts = await findContracts(work.sql, contract.partnerId);
  const before = contracts.find(({ id }) => id === contract.id)?.contract;
  if (!before) throw new Error(`Contract ${contract.id} has no version`);
  // First: batches under the old terms must be committed before their transactions are looked at.
  await reviseTerms(work.sql);
  const all = [
    ...before.versions.map(({ terms }) => terms),
    ...(change.newTerms ? [change.newTerms] : []),
  ];
  const after = change.of(before, {
    now: ctx.clock.now(),
    latestOccurredAt: await latestCounted(work, contract.partnerId, all),
  });
  assertPeriodsListed(after);
  assertNoOverlap(countedSpans(after), countingBeside(contracts, contract.id));
  contract.version += 1;
}

async function latestCounted(
  { sql }: Work,
  partnerId: string,
  terms: readonly Terms[],
): Promise<Date | null> {
  let latest: Date | null = null;
  for (const currency of new Set(terms.flatMap(countedCurrencies))) {
    const at = await latestOccurredAt(sql, partnerId, currency);
    if (at !== null && (latest === null || at > latest)) latest = at;
  }
  return latest;
}
