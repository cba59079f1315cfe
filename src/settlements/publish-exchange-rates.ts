import { reviseTerms } from "../ledger/index.js";
import type { CalendarDate } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { AllPartnersRequired } from "./exchange-rate.errors.js";
import { ExchangeRatesPublished } from "./exchange-rate.events.js";
import { insertRates, ratesOfDay, type ExchangeRateRow } from "./exchange-rate.queries.js";
import { assertRates, assertSource, pairOf, unpublished } from "./exchange-rate.rules.js";
import type { QuotedRate } from "./exchange-rate.rules.js";

export interface PublishExchangeRates extends CommandInput {
  source: string;
  day: CalendarDate;
  rates: readonly QuotedRate[];
}

/**
 * Keeps what a source says that currencies are worth on a day. The same again changes nothing.
 * @throws InvalidInput, InvalidRate, TooManyTerms, ExchangeRatePublished, AllPartnersRequired
 */
export function publishExchangeRates(
  ctx: CommandContext,
  input: PublishExchangeRates,
): Promise<Answer<ExchangeRateRow[]>> {
  const { source, day, rates } = input;
  return runCommand(ctx, "publishExchangeRates", input, async (work) => {
    const { sql } = work;
    if (ctx.actor.scope !== null) throw new AllPartnersRequired();
    assertSource(source);
    assertRates(rates);
    // Another publication of the day waits here, and so do the lanes, which then read the rates.
    await reviseTerms(sql);
    const fresh = unpublished(input, await ratesOfDay(sql, source, day));
    if (fresh.length > 0) {
      const publication = { source, day, by: ctx.actor.id, at: ctx.clock.now() };
      await insertRates(sql, publication, fresh);
      work.record(new ExchangeRatesPublished(source, day, fresh.map(factOf)));
    }
    const asked = new Set(rates.map(pairOf));
    return (await ratesOfDay(sql, source, day)).filter((row) => asked.has(pairOf(row)));
  });
}

function factOf({ currency, quote, rate }: QuotedRate): QuotedRate {
  return { currency, quote, rate };
}
