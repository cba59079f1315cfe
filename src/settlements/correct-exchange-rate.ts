import { latestOccurredAt, reviseTerms } from "../ledger/index.js";
import { assertReason } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import type { Sql } from "../shared/database/sql.js";
import { ExchangeRateInUse, ExchangeRateNotFound } from "./exchange-rate.errors.js";
import { AllPartnersRequired, type RateName } from "./exchange-rate.errors.js";
import { ExchangeRateCorrected } from "./exchange-rate.events.js";
import { ratesOfDay, replaceRate, type ExchangeRateRow } from "./exchange-rate.queries.js";
import { assertRates, mayBeCounted, pairOf, sameRate, takesRate } from "./exchange-rate.rules.js";
import { findContracts } from "./find-contracts.js";

export interface CorrectExchangeRate extends CommandInput, RateName {
  rate: string;
  reason: string;
}

/**
 * Replaces a published rate that nothing is settled by yet.
 * @throws InvalidInput, InvalidRate, ExchangeRateNotFound, ExchangeRateInUse, AllPartnersRequired
 */
export function correctExchangeRate(
  ctx: CommandContext,
  input: CorrectExchangeRate,
): Promise<Answer<ExchangeRateRow>> {
  const { source, day, rate, reason } = input;
  return runCommand(ctx, "correctExchangeRate", input, async (work) => {
    const { sql } = work;
    if (ctx.actor.scope !== null) throw new AllPartnersRequired();
    assertReason(reason);
    assertRates([input]);
    // First: what is being posted by the rate must be committed before it is looked for.
    await reviseTerms(sql);
    const before = await rateNamed(sql, input);
    if (sameRate(before.rate, rate)) return before;
    await assertNotInUse(sql, input);
    const { currency, quote } = before;
    await replaceRate(sql, input, { rate, reason, by: ctx.actor.id, at: ctx.clock.now() });
    const fact = { currency, quote, rate: before.rate };
    work.record(new ExchangeRateCorrected(source, day, fact, rate, reason));
    return rateNamed(sql, input);
  });
}

async function rateNamed(sql: Sql, name: RateName): Promise<ExchangeRateRow> {
  const rates = await ratesOfDay(sql, name.source, name.day);
  const found = rates.find((each) => pairOf(each) === pairOf(name));
  if (!found) throw new ExchangeRateNotFound(name);
  return found;
}

async function assertNotInUse(sql: Sql, name: RateName): Promise<void> {
  for (const { partnerId, code, contract } of await findContracts(sql, null)) {
    const user = contract.versions.find(({ terms }) => takesRate(terms, name));
    if (!user) continue;
    const latest = await latestOccurredAt(sql, partnerId, name.currency);
    if (mayBeCounted(name, user.terms.timeZone, latest)) throw new ExchangeRateInUse(name, code);
  }
}
