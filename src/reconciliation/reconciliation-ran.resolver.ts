import { Arg, ID, Resolver, Root, Subscription, type SubscribeResolverData } from "type-graphql";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { RunType } from "./reconciliation.type.js";
import { watchRuns } from "./watch-runs.js";

type Watch = SubscribeResolverData<unknown, { partnerId?: string | null }, RequestContext>;

@Resolver()
export class ReconciliationRanResolver {
  @Requires("reconciliation:read")
  @Subscription(() => RunType, {
    description: "Each look at a partner that changed something: breaks opened, or resolved.",
    subscribe: ({ args, context }: Watch) =>
      watchRuns(context, args.partnerId ? decodeId("ptr", args.partnerId, ["partnerId"]) : null),
  })
  reconciliationRan(
    @Root() run: RunType,
    @Arg("partnerId", () => ID, { nullable: true, description: "Only this partner." })
    _partnerId: string | null,
  ): RunType {
    return run;
  }
}
