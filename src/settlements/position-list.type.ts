import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { CurrencyScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import { PositionType } from "./position.type.js";

export const { connection: PositionConnection } = connectionOf(
  PositionType,
  "Position",
  "positions",
);

@Requires("settlement:read")
@ObjectType("PositionSum", {
  simpleResolvers: true,
  description: "What the positions of a list add up to in a currency.",
})
export class PositionSumType {
  payableMinor!: bigint;

  @Field(() => CurrencyScalar, { description: "The currency." })
  currency!: string;

  @Field(() => Int, { description: "How many positions there are." })
  count!: number;

  @Resolved<PositionSumType>(({ currency, payableMinor }) => {
    return { amountMinor: payableMinor, currency };
  })
  @Field(() => MoneyType, { description: "What is owed to partners, less what is owed by them." })
  readonly payable?: Money;
}
