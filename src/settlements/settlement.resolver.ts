import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { CalendarDateScalar } from "../shared/graphql/scalars.js";
import { contractById } from "./contract.loader.js";
import { ContractType } from "./contract.type.js";
import { listPeriods } from "./list-periods.js";
import {
  SettlementFilterInput,
  SettlementOrderInput,
  SettlementTransitionFilterInput,
  SettlementTransitionPageArgs,
} from "./settlement.input.js";
import {
  adjustmentsOfSettlement,
  correctionsOfSettlement,
  preparersOfSettlement,
  settlementById,
} from "./settlement.loader.js";
import {
  pageOfSettlements,
  pageOfTransitions,
  settlementTotals,
  type SettlementFilter,
} from "./settlement-page.queries.js";
import { allowedSteps } from "./settlement-state.rules.js";
import {
  SettlementPeriodType,
  SettlementStepType,
  SettlementTotalType,
  SettlementTransitionConnection,
  type SettlementTransitionType,
} from "./settlement-step.type.js";
import {
  AdjustmentType,
  SettlementConnection,
  SettlementCorrectionType,
  SettlementType,
} from "./settlement.type.js";

const BY_PERIOD: SettlementOrderInput = { field: "PERIOD", direction: "DESC" };

@Resolver(() => SettlementType)
export class SettlementResolver {
  @Requires("settlement:read")
  @Query(() => SettlementType, {
    nullable: true,
    description: "A settlement by its id; null when there is none.",
  })
  settlement(
    @Arg("id", () => ID, { description: "The global id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementType | null> {
    return ctx.loaders.load(ctx, settlementById, decodeId("stl", id, ["id"]));
  }

  @Requires("settlement:read")
  @Query(() => SettlementConnection, { description: "The settlements." })
  settlements(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => SettlementFilterInput, { nullable: true, description: "Which of them." })
    filter: SettlementFilterInput | null,
    @Arg("orderBy", () => SettlementOrderInput, {
      nullable: true,
      description: "How they are sorted; the newest period first when it is left out.",
    })
    orderBy: SettlementOrderInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<SettlementType>> {
    return pageOfSettlements(ctx, withIds(filter), orderBy ?? BY_PERIOD, page);
  }

  @Requires("settlement:read")
  @Query(() => [SettlementTotalType], {
    description: "What the settlements of a list add up to, by currency.",
  })
  settlementTotals(
    @Arg("filter", () => SettlementFilterInput, { nullable: true, description: "Which of them." })
    filter: SettlementFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementTotalType[]> {
    return settlementTotals(ctx, withIds(filter));
  }

  @Requires("settlement:read")
  @Query(() => SettlementTransitionConnection, {
    description: "The steps that settlements took, by their time.",
  })
  settlementTransitions(
    @Args(() => SettlementTransitionPageArgs) page: SortedPage,
    @Arg("filter", () => SettlementTransitionFilterInput, {
      nullable: true,
      description: "Which of them.",
    })
    filter: SettlementTransitionFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<SettlementTransitionType>> {
    const settlementId = filter?.settlementId && decodeId("stl", filter.settlementId, ["filter"]);
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    const direction = directionOf(page, "ASC");
    return pageOfTransitions(ctx, { ...filter, settlementId, partnerId }, direction, page);
  }

  @Requires("settlement:read")
  @Query(() => [SettlementPeriodType], {
    description: "The periods of a contract that have a day in a range, up to 100 of them.",
  })
  settlementPeriods(
    @Arg("contractId", () => ID, { description: "The contract." }) contractId: string,
    @Arg("from", () => CalendarDateScalar, { description: "The first day." }) from: string,
    @Arg("to", () => CalendarDateScalar, { description: "The last day." }) to: string,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPeriodType[]> {
    return listPeriods(ctx, { contractId: decodeId("ctr", contractId, ["contractId"]), from, to });
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, { nullable: true, description: "Whom it is settled with." })
  partner(@Root() row: SettlementType, @Ctx() ctx: RequestContext): Promise<PartnerType | null> {
    return ctx.loaders.load(ctx, partnerById, row.partnerId);
  }

  @Requires("contract:read")
  @FieldResolver(() => ContractType, { nullable: true, description: "Under which contract." })
  contract(@Root() row: SettlementType, @Ctx() ctx: RequestContext): Promise<ContractType | null> {
    return ctx.loaders.load(ctx, contractById, row.contractId);
  }

  @FieldResolver(() => [AdjustmentType], { description: "What people corrected." })
  adjustments(@Root() row: SettlementType, @Ctx() ctx: RequestContext): Promise<AdjustmentType[]> {
    return ctx.loaders.load(ctx, adjustmentsOfSettlement, row.id);
  }

  @FieldResolver(() => [SettlementCorrectionType], {
    description: "What late transactions changed in earlier periods, paid with this one.",
  })
  corrections(
    @Root() row: SettlementType,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementCorrectionType[]> {
    return ctx.loaders.load(ctx, correctionsOfSettlement, row.id);
  }

  @FieldResolver(() => [SettlementStepType], {
    description: "The steps that it may take next, by the credential that asks.",
  })
  async allowedTransitions(
    @Root() row: SettlementType,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementStepType[]> {
    const preparedBy = await ctx.loaders.load(ctx, preparersOfSettlement, row.id);
    const { id: actor, permissions } = ctx.actor;
    return allowedSteps(row.state, { actor, permissions, preparedBy });
  }
}

function withIds(filter: SettlementFilterInput | null): SettlementFilter {
  return {
    ...filter,
    partnerId: filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter", "partnerId"]),
    contractId: filter?.contractId && decodeId("ctr", filter.contractId, ["filter", "contractId"]),
  };
}
