import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import {
  CalendarDateScalar,
  CurrencyScalar,
  DateTimeScalar,
  DecimalScalar,
} from "../shared/graphql/scalars.js";

@Requires("exchange-rate:read")
@ObjectType("ExchangeRate", {
  simpleResolvers: true,
  description: "What one unit of a currency is worth in another on a day, as a source says.",
})
export class ExchangeRateType {
  @Field(() => String, { description: "Who says so, as contracts name it." })
  source!: string;

  @Field(() => CurrencyScalar, { description: "The currency of which one unit is worth the rate." })
  currency!: string;

  @Field(() => CurrencyScalar, { description: "The currency in which the rate is told." })
  quote!: string;

  @Field(() => CalendarDateScalar, { description: "The day for which it is published." })
  day!: string;

  @Field(() => DecimalScalar, { description: "Major units of `quote` for one of `currency`." })
  rate!: string;

  @Field(() => Int, { description: "How often it was said, from 1; more were corrections." })
  revision!: number;

  @Field(() => String, { nullable: true, description: "Why it was corrected last." })
  reason!: string | null;

  @Field(() => String, { description: "The credential, or the part of the hub, that said it." })
  publishedBy!: string;

  @Field(() => DateTimeScalar, { description: "When it was said." })
  publishedAt!: Date;
}

export const { connection: ExchangeRateConnection } = connectionOf(
  ExchangeRateType,
  "ExchangeRate",
  "exchange rates",
);

@Requires("public")
@ObjectType("PublishExchangeRatesPayload", {
  simpleResolvers: true,
  description: "The rates as they are published, or why they were refused.",
})
export class PublishExchangeRatesPayload extends CommandPayload {
  @Field(() => [ExchangeRateType], { nullable: true, description: "The rates that were given." })
  exchangeRates!: ExchangeRateType[] | null;
}

@Requires("public")
@ObjectType("CorrectExchangeRatePayload", {
  simpleResolvers: true,
  description: "The rate as it is now, or why it was not corrected.",
})
export class CorrectExchangeRatePayload extends CommandPayload {
  @Field(() => ExchangeRateType, { nullable: true, description: "The rate." })
  exchangeRate!: ExchangeRateType | null;
}
