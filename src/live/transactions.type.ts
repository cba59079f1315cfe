import { createUnionType, Field, ObjectType } from "type-graphql";
import { TransactionType } from "../ledger/index.js";
import { Requires } from "../shared/graphql/requires.js";
import { HeartbeatType, kindOf, LiveItemType, ResyncType } from "./live-item.type.js";

@Requires("ledger:read")
@ObjectType("TransactionsPosted", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "Transactions that were posted, of one lane, in its order.",
})
export class TransactionsPostedType extends LiveItemType {
  @Field(() => [TransactionType], { description: "At most 500." })
  transactions!: readonly TransactionType[];
}

export const TransactionsItemUnion = createUnionType({
  name: "TransactionsItem",
  description: "An item of the transactions' stream.",
  types: () => [TransactionsPostedType, HeartbeatType, ResyncType] as const,
  resolveType: kindOf,
});
