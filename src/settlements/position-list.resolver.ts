import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { TransactionConnection, type TransactionType } from "../ledger/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { contractById } from "./contract.loader.js";
import { listInput, listPositions, totalPositions, type ListPositions } from "./list-positions.js";
import { PositionFilterInput, PositionInputRef, PositionPageArgs } from "./position.input.js";
import { PositionConnection, PositionSumType } from "./position-list.type.js";
import type { PositionType } from "./position.type.js";

@Resolver()
export class PositionListResolver {
  @Requires("settlement:read")
  @Query(() => PositionConnection, {
    description: "The positions, by the beginning of their periods; exact as of the last commit.",
  })
  positions(
    @Args(() => PositionPageArgs) page: SortedPage,
    @Arg("filter", () => PositionFilterInput, { nullable: true, description: "Which of them." })
    filter: PositionFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PositionType>> {
    return listPositions(ctx, withIds(filter), directionOf(page, "DESC"), page);
  }

  @Requires("settlement:read")
  @Query(() => [PositionSumType], {
    description: "What the positions of a list add up to, by currency.",
  })
  positionTotals(
    @Arg("filter", () => PositionFilterInput, { nullable: true, description: "Which of them." })
    filter: PositionFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<PositionSumType[]> {
    return totalPositions(ctx, withIds(filter));
  }

  @Requires("settlement:read")
  @Query(() => TransactionConnection, {
    nullable: true,
    description:
      "The transactions that a total of a position is the sum of, the oldest first, each with " +
      "its entries; what undoes another counts against it. Null when there is no such total.",
  })
  async positionTransactions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("of", () => PositionInputRef, { description: "Of which total." }) of: PositionInputRef,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TransactionType> | null> {
    const contractId = decodeId("ctr", of.contractId, ["of", "contractId"]);
    const contract = await ctx.loaders.load(ctx, contractById, contractId);
    return contract && listInput(ctx, { ...of, contractId, on: of.on ?? null }, page);
  }
}

function withIds(filter: PositionFilterInput | null): ListPositions {
  return {
    ...filter,
    partnerId: filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter", "partnerId"]),
    contractId: filter?.contractId && decodeId("ctr", filter.contractId, ["filter", "contractId"]),
  };
}
