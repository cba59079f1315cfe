import { ArgsType, Field, ID } from "type-graphql";

@ArgsType()
export class TransactionsArgs {
  @Field(() => ID, { nullable: true, description: "Only transactions of this partner." })
  partnerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Go on behind the item with this cursor, or behind a mutation's commit.",
  })
  after?: string | null;
}
