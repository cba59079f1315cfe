import { Field, ObjectType } from "type-graphql";
import { formatMinor, type Money } from "../money.js";
import { Requires } from "./requires.js";
import { Resolved } from "./resolved.js";
import { CurrencyScalar, DecimalScalar, Int64Scalar } from "./scalars.js";

/** An amount as the API shows it; its value is the `Money` of the ground floor. */
@Requires("public")
@ObjectType("Money", { simpleResolvers: true, description: "An amount in one currency." })
export class MoneyType implements Money {
  @Field(() => Int64Scalar, {
    description: 'The amount in minor units: `"1250"` is 12.50 USD, and 1250 KRW.',
  })
  amountMinor!: bigint;

  @Resolved<Money>((money) => formatMinor(money.amountMinor, money.currency))
  @Field(() => DecimalScalar, {
    description: 'The same amount in major units, with all decimals of its currency: `"12.50"`.',
  })
  readonly amount?: string;

  @Field(() => CurrencyScalar, { description: "The currency of the amount." })
  currency!: string;
}
