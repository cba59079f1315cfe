import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { CalendarDateScalar } from "../shared/graphql/scalars.js";
import { contractById } from "./contract.loader.js";
import { findPosition } from "./find-position.js";
import { PositionType } from "./position.type.js";

@Resolver(() => PositionType)
export class PositionResolver {
  @Requires("settlement:read")
  @Query(() => PositionType, {
    nullable: true,
    description:
      "What has been earned under a contract in a period, exact as of the last commit, with how " +
      "each figure came about; null when nothing was.",
  })
  async position(
    @Arg("contractId", () => ID, { description: "The contract's global id." }) contractId: string,
    @Arg("on", () => CalendarDateScalar, {
      nullable: true,
      description: "A day of the period; today when it is left out.",
    })
    on: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<PositionType | null> {
    const contract = await ctx.loaders.load(
      ctx,
      contractById,
      decodeId("ctr", contractId, ["contractId"]),
    );
    return contract && findPosition(ctx, { contractId: contract.id, on: on ?? null });
  }
}
