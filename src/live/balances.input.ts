import { ArgsType, Field, ID, InputType } from "type-graphql";
import { CurrencyScalar } from "../shared/graphql/scalars.js";
import type { Delivery } from "./balance-member.js";
import { DeliveryEnum } from "./balances.type.js";

@InputType("BalanceFilter", { description: "Which accounts are watched. All conditions apply." })
export class BalanceFilterInput {
  @Field(() => CurrencyScalar, { nullable: true, description: "Only in this currency." })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: "Only for this purpose." })
  purpose?: string | null;
}

@ArgsType()
export class BalancesArgs {
  @Field(() => [ID], {
    nullable: true,
    description: "These accounts, at most 1,000; not together with `partnerId` or `filter`.",
  })
  accountIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "All accounts of this partner, also those that are opened later.",
  })
  partnerId?: string | null;

  @Field(() => BalanceFilterInput, {
    nullable: true,
    description: "Only these of the partner's accounts, or of all.",
  })
  filter?: BalanceFilterInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Go on behind the item with this cursor, or begin behind a mutation's commit.",
  })
  after?: string | null;

  @Field(() => DeliveryEnum, {
    defaultValue: DeliveryEnum.STATE,
    description: "What comes when the client does not keep up.",
  })
  delivery!: Delivery;
}
