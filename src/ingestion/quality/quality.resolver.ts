import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { PartnerNotFound, PartnerType, partnerById } from "../../partners/index.js";
import { poolSql } from "../../shared/database/sql.js";
import type { Connection } from "../../shared/graphql/connection.type.js";
import { describedCommand } from "../../shared/graphql/described-command.js";
import { decodeId } from "../../shared/graphql/global-id.js";
import type { RequestContext } from "../../shared/graphql/request-context.js";
import { Requires } from "../../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../../shared/graphql/sorted-page.type.js";
import {
  QualityFiguresFilterInput,
  QualityFiguresPageArgs,
  SetQualityRulesInput,
  SourceFilterInput,
  SourcePageArgs,
} from "./quality.input.js";
import { dayKey, itemsByRule, pageOfFigures, pageOfSources } from "./quality-page.queries.js";
import { rulesHistory } from "./quality-rules.queries.js";
import {
  QualityFiguresConnection,
  QualityFiguresType,
  QualityRulesType,
  QuarantinedByRuleType,
  SetQualityRulesPayload,
  SourceConnection,
  type SourceType,
} from "./quality.type.js";
import { setQualityRules } from "./set-quality-rules.js";

@Resolver(() => QualityFiguresType)
export class QualityResolver {
  @Requires("quality:read")
  @Query(() => [QualityRulesType], {
    description: "The quality rules of a source, the newest version first; that one is in force.",
  })
  async qualityRules(
    @Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<QualityRulesType[]> {
    return rulesHistory(poolSql(ctx.database.pool), await partnerOf(ctx, partnerId));
  }

  @Requires("quality:read")
  @Query(() => QualityFiguresConnection, {
    description: "What came of sources' documents, by source and day, the newest day first.",
  })
  qualityFigures(
    @Args(() => QualityFiguresPageArgs) page: SortedPage,
    @Arg("filter", () => QualityFiguresFilterInput, { nullable: true, description: "Which days." })
    filter: QualityFiguresFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<QualityFiguresType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfFigures(ctx, { ...filter, partnerId }, directionOf(page, "DESC"), page);
  }

  @Requires("quality:read")
  @Query(() => SourceConnection, {
    description: "Who sends what: adapter, rules, what came last, what waits; by their codes.",
  })
  sources(
    @Args(() => SourcePageArgs) page: SortedPage,
    @Arg("filter", () => SourceFilterInput, { nullable: true, description: "Which of them." })
    filter: SourceFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<SourceType>> {
    return pageOfSources(ctx, filter ?? {}, directionOf(page, "ASC"), page);
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, { nullable: true, description: "The partner that sent it." })
  partner(@Root() { partnerId }: QualityFiguresType, @Ctx() ctx: RequestContext) {
    return ctx.loaders.load(ctx, partnerById, partnerId);
  }

  @Requires("quality:read")
  @FieldResolver(() => [QuarantinedByRuleType], { description: "What held items back that day." })
  byRule(@Root() figures: QualityFiguresType, @Ctx() ctx: RequestContext) {
    return ctx.loaders.load(ctx, itemsByRule, dayKey(figures));
  }

  @Requires("quality:set-rules")
  @Mutation(() => SetQualityRulesPayload, {
    description: describedCommand(
      "Gives a source its next version of quality rules, which hold from the next document on.",
      'setQualityRules(input: { partnerId: "ptr_019a...", rules: "[...]", reason: "bounds" }) ' +
        "{ rules { version } userErrors { code message path } }",
    ),
  })
  async setQualityRules(
    @Arg("input", () => SetQualityRulesInput, { description: "Whose, and which." })
    input: SetQualityRulesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetQualityRulesPayload> {
    const partnerId = await partnerOf(ctx, input.partnerId);
    return { rules: await setQualityRules(ctx, { ...input, partnerId }) };
  }
}

/** The row id of a partner that the credential may see. @throws PartnerNotFound, InvalidInput */
async function partnerOf(ctx: RequestContext, globalId: string): Promise<string> {
  const partnerId = decodeId("ptr", globalId, ["partnerId"]);
  if (await ctx.loaders.load(ctx, partnerById, partnerId)) return partnerId;
  throw new PartnerNotFound();
}
