import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { correctExchangeRate } from "./correct-exchange-rate.js";
import { CorrectExchangeRateInput, PublishExchangeRatesInput } from "./exchange-rate.input.js";
import { ExchangeRateFilterInput, ExchangeRatePageArgs } from "./exchange-rate.input.js";
import { pageOfRates } from "./exchange-rate.queries.js";
import { CorrectExchangeRatePayload, PublishExchangeRatesPayload } from "./exchange-rate.type.js";
import { ExchangeRateConnection, ExchangeRateType } from "./exchange-rate.type.js";
import { publishExchangeRates } from "./publish-exchange-rates.js";

@Resolver(() => ExchangeRateType)
export class ExchangeRateResolver {
  @Requires("exchange-rate:read")
  @Query(() => ExchangeRateConnection, {
    description: "The published exchange rates, the newest day first.",
  })
  exchangeRates(
    @Args(() => ExchangeRatePageArgs) page: SortedPage,
    @Arg("filter", () => ExchangeRateFilterInput, { nullable: true, description: "Which of them." })
    filter: ExchangeRateFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ExchangeRateType>> {
    return pageOfRates(ctx, filter ?? {}, directionOf(page, "DESC"), page);
  }

  @Requires("exchange-rate:publish")
  @Mutation(() => PublishExchangeRatesPayload, {
    description: describedCommand(
      "Keeps what a source says that currencies are worth on a day. The same rates again change " +
        "nothing; another value for a day that has one is refused.",
      'publishExchangeRates(input: { source: "seoul-bank", day: "2026-01-31", rates: ' +
        '[{ currency: "USD", quote: "KRW", rate: "1384.5" }] }) ' +
        "{ exchangeRates { rate } userErrors { code message path } }",
    ),
  })
  async publishExchangeRates(
    @Arg("input", () => PublishExchangeRatesInput, { description: "What the source says." })
    input: PublishExchangeRatesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PublishExchangeRatesPayload> {
    return { exchangeRates: await publishExchangeRates(ctx, input) };
  }

  @Requires("exchange-rate:correct")
  @Mutation(() => CorrectExchangeRatePayload, {
    description: describedCommand(
      "Replaces a published rate by which nothing is settled yet.",
      'correctExchangeRate(input: { source: "seoul-bank", currency: "USD", quote: "KRW", day: ' +
        '"2026-01-31", rate: "1385.4", reason: "digits exchanged" }) ' +
        "{ exchangeRate { rate revision } userErrors { code message } }",
    ),
  })
  async correctExchangeRate(
    @Arg("input", () => CorrectExchangeRateInput, { description: "Which, and why." })
    input: CorrectExchangeRateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CorrectExchangeRatePayload> {
    return { exchangeRate: await correctExchangeRate(ctx, input) };
  }
}
