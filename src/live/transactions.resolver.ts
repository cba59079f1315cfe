import { Args, Resolver, Root, Subscription, type SubscribeResolverData } from "type-graphql";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { streamOfItems } from "./stream-of-items.js";
import { TransactionsArgs } from "./transactions.input.js";
import { TransactionsItemUnion } from "./transactions.type.js";
import { watchTransactions } from "./watch-transactions.js";

type Watch = SubscribeResolverData<unknown, TransactionsArgs, RequestContext>;

@Resolver()
export class TransactionsResolver {
  @Requires("live:subscribe")
  @Subscription(() => TransactionsItemUnion, {
    name: "transactions",
    description:
      "Every transaction that is posted, each exactly once. " +
      "With `after` it goes on where it stood.",
    subscribe: ({ args, context }: Watch) =>
      streamOfItems((target) => watchTransactions(context, args, target)),
  })
  transactionsPosted(
    @Root() item: typeof TransactionsItemUnion,
    @Args(() => TransactionsArgs) _args: TransactionsArgs,
  ): typeof TransactionsItemUnion {
    return item;
  }
}
