import { Args, Resolver, Root, Subscription, type SubscribeResolverData } from "type-graphql";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { JobsItemUnion } from "./jobs.type.js";
import { PositionsItemUnion } from "./positions.type.js";
import { JobsArgs, PositionsArgs, SettlementsArgs } from "./rows.input.js";
import { SettlementsItemUnion } from "./settlements.type.js";
import { streamOfItems } from "./stream-of-items.js";
import { watchJobs, watchPositions, watchSettlements } from "./watch-rows.js";

type Watch<Given> = SubscribeResolverData<unknown, Given, RequestContext>;

@Resolver()
export class RowsResolver {
  @Requires("live:subscribe")
  @Subscription(() => SettlementsItemUnion, {
    name: "settlements",
    description:
      "Settlements as they are opened and take their steps: a snapshot, then each that changed. " +
      "With `after` it goes on where it stood.",
    subscribe: ({ args, context }: Watch<SettlementsArgs>) =>
      streamOfItems((target) => watchSettlements(context, args, target)),
  })
  watchedSettlements(
    @Root() item: typeof SettlementsItemUnion,
    @Args(() => SettlementsArgs) _args: SettlementsArgs,
  ): typeof SettlementsItemUnion {
    return item;
  }

  @Requires("live:subscribe")
  @Subscription(() => PositionsItemUnion, {
    name: "positions",
    description:
      "What is earned under contracts, as transactions are posted: a snapshot, then each " +
      "position that changed. With `after` it goes on where it stood.",
    subscribe: ({ args, context }: Watch<PositionsArgs>) =>
      streamOfItems((target) => watchPositions(context, args, target)),
  })
  watchedPositions(
    @Root() item: typeof PositionsItemUnion,
    @Args(() => PositionsArgs) _args: PositionsArgs,
  ): typeof PositionsItemUnion {
    return item;
  }

  @Requires("live:subscribe")
  @Subscription(() => JobsItemUnion, {
    name: "jobs",
    description:
      "Jobs as they are planned, worked on and decided: a snapshot, then each that changed. " +
      "With `after` it goes on where it stood.",
    subscribe: ({ args, context }: Watch<JobsArgs>) =>
      streamOfItems((target) => watchJobs(context, args, target)),
  })
  watchedJobs(
    @Root() item: typeof JobsItemUnion,
    @Args(() => JobsArgs) _args: JobsArgs,
  ): typeof JobsItemUnion {
    return item;
  }
}
