import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { decodeId } from "../shared/graphql/global-id.js";
import type { LoaderDefinition, RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { CalendarDateScalar } from "../shared/graphql/scalars.js";
import { contractById } from "./contract.loader.js";
import { ContractType } from "./contract.type.js";
import { findPosition, findPositions } from "./find-position.js";
import { PositionType, type PositionView } from "./position.type.js";

/** The positions of today, of all contracts that a request asks about together. */
const positionOfContract: LoaderDefinition<string, PositionView | null> = {
  name: "position of a contract",
  read: (ctx, contractIds) => findPositions(ctx, contractIds, null),
};

@Resolver(() => ContractType)
export class ContractPositionResolver {
  @Requires("settlement:read")
  @FieldResolver(() => PositionType, {
    nullable: true,
    description:
      "What has been earned in the period of today, as if it closed now; null when " +
      "nothing was counted.",
  })
  position(@Root() { id }: ContractType, @Ctx() ctx: RequestContext): Promise<PositionType | null> {
    return ctx.loaders.load(ctx, positionOfContract, id);
  }
}

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
