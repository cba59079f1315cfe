import { Field, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { CalendarDateScalar, CurrencyScalar, DecimalScalar } from "../shared/graphql/scalars.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";

export const ExchangeRatePageArgs = sortedPage({
  name: "ExchangeRate",
  plural: "exchange rates",
  by: { DAY: "The day that it is of." },
  otherwise: "the newest day",
});

@InputType("ExchangeRateFilter", { description: "Which exchange rates a list has." })
export class ExchangeRateFilterInput {
  @Field(() => String, { nullable: true, description: "Only of this source." })
  source?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only of this currency." })
  currency?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only told in this currency." })
  quote?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Only of this day and later." })
  from?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Only of this day and earlier." })
  to?: string | null;
}

@InputType("QuotedRateInput", { description: "What one unit of a currency is worth in another." })
export class QuotedRateInput {
  @Field(() => CurrencyScalar, { description: "The currency of which one unit is worth the rate." })
  currency!: string;

  @Field(() => CurrencyScalar, { description: "The currency in which the rate is told." })
  quote!: string;

  @Field(() => DecimalScalar, {
    description: 'Major units of `quote` for one of `currency`, such as `"1384.5"`.',
  })
  rate!: string;
}

@InputType("PublishExchangeRatesInput", {
  description: "What a source says that currencies are worth on a day.",
})
export class PublishExchangeRatesInput extends IdempotentInput {
  @Field(() => String, { description: "Who says so, as contracts name it: up to 64 characters." })
  source!: string;

  @Field(() => CalendarDateScalar, { description: "The day for which the rates are." })
  day!: string;

  @Field(() => [QuotedRateInput], { description: "The rates: from 1 to 500." })
  rates!: QuotedRateInput[];
}

@InputType("CorrectExchangeRateInput", { description: "Which published rate was wrong, and why." })
export class CorrectExchangeRateInput extends IdempotentInput {
  @Field(() => String, { description: "Who said it." })
  source!: string;

  @Field(() => CurrencyScalar, { description: "The currency of which one unit is worth the rate." })
  currency!: string;

  @Field(() => CurrencyScalar, { description: "The currency in which the rate is told." })
  quote!: string;

  @Field(() => CalendarDateScalar, { description: "The day for which it is." })
  day!: string;

  @Field(() => DecimalScalar, { description: "What it is instead." })
  rate!: string;

  @Field(() => String, { description: "Why, in one line of up to 500 characters." })
  reason!: string;
}
