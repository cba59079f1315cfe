import { Args, Resolver, Root, Subscription, type SubscribeResolverData } from "type-graphql";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { BalancesArgs } from "./balances.input.js";
import { BalancesItemUnion } from "./balances.type.js";
import { streamOfItems } from "./stream-of-items.js";
import { watchBalances } from "./watch-balances.js";

type Watch = SubscribeResolverData<unknown, BalancesArgs, RequestContext>;

@Resolver()
export class BalancesResolver {
  @Requires("live:subscribe")
  @Subscription(() => BalancesItemUnion, {
    description:
      "The balances of accounts as they move: a snapshot, then each change, gap-free and in " +
      "order. " +
      "With `after` it goes on where it stood.",
    subscribe: ({ args, context }: Watch) =>
      streamOfItems((target) => watchBalances(context, args, target)),
  })
  balances(
    @Root() item: typeof BalancesItemUnion,
    @Args(() => BalancesArgs) _args: BalancesArgs,
  ): typeof BalancesItemUnion {
    return item;
  }
}
