import type { CalendarDate } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { ServiceKey } from "../shared/commands/services.js";
import type { Sql } from "../shared/database/sql.js";
import { ContractCodeTaken } from "./contract.errors.js";
import { Contract } from "./contract.entity.js";
import { ContractCreated } from "./contract.events.js";
import { contractSpans } from "./contract.queries.js";
import {
  assertAhead,
  assertNoOverlap,
  assertTerms,
  contractSpan,
  DEFAULT_TIME_ZONE,
  type ContractTerm,
} from "./contract.rules.js";
import { Partner } from "./partner.entity.js";
import { assertCode } from "./partner.rules.js";
import { exponentOf } from "../shared/money.js";

/** What the ledger, which knows this room, answers and does when contracts change. */
export interface ContractLedger {
  /**
   * When the partner's latest recorded transaction in a currency occurred, or null without any.
   * Called with the partner's row locked.
   */
  latestOccurredAt(sql: Sql, partnerId: string, currency: string): Promise<Date | null>;
  /** Called in the transaction that changes contracts, so that no posting goes on by old terms. */
  termsChanged(sql: Sql, partnerId: string): Promise<void>;
}

export const contractLedger = new ServiceKey<ContractLedger>("contract ledger");

export interface CreateContract extends CommandInput {
  partnerId: string;
  code: string;
  currency: string;
  effectiveFrom: CalendarDate;
  effectiveTo?: CalendarDate | null;
  timeZone?: string | null;
  terms: readonly ContractTerm[];
}

/**
 * Agrees the terms of a partner in a currency, settled by calendar month.
 * @throws InvalidInput, InvalidRate, UnknownCurrency, PartnerNotFound, ContractCodeTaken,
 *   ContractOverlaps, ContractStartsTooEarly
 */
export function createContract(
  ctx: CommandContext,
  input: CreateContract,
): Promise<Answer<Contract>> {
  const { partnerId, code, currency } = input;
  return runCommand(ctx, "createContract", input, async (work) => {
    const terms = checked(input);
    // The lock makes rivals for the same partner wait, so that of two that overlap one is refused.
    await work.lock(Partner, partnerId);
    assertNoOverlap(terms, await contractSpans(work.sql, partnerId, currency));
    const ledger = ctx.services.use(contractLedger);
    // First: batches under the old terms must be committed before their transactions are looked at.
    await ledger.termsChanged(work.sql, partnerId);
    assertAhead(terms, await ledger.latestOccurredAt(work.sql, partnerId, currency));
    const contract = work.em.create(Contract, {
      id: ctx.ids.next(),
      partnerId,
      code,
      currency,
      ...terms,
      cycle: "MONTHLY",
      version: 1,
      createdAt: ctx.clock.now(),
    });
    await work.insert(contract, { contract_code: () => new ContractCodeTaken(code) });
    const { id, startsAt, endsAt } = contract;
    work.record(new ContractCreated(id, partnerId, currency, startsAt, endsAt));
    return contract;
  });
}

function checked(input: CreateContract) {
  const { effectiveFrom, effectiveTo = null } = input;
  const timeZone = input.timeZone ?? DEFAULT_TIME_ZONE;
  assertCode(input.code);
  exponentOf(input.currency);
  assertTerms(input.terms);
  const span = contractSpan(effectiveFrom, effectiveTo, timeZone);
  const terms = input.terms.map(({ basis, shareRate, rounding }) => ({
    basis,
    shareRate,
    rounding,
  }));
  return { ...span, effectiveFrom, effectiveTo, timeZone, terms };
}
