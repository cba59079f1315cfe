import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { erasePartner } from "./erase-partner.js";
import { placeRetentionHold, releaseRetentionHold } from "./place-retention-hold.js";
import {
  ErasePartnerInput,
  PlaceRetentionHoldInput,
  ReleaseRetentionHoldInput,
  RetentionHoldFilterInput,
  RetentionHoldPageArgs,
  SetRetentionRuleInput,
} from "./retention.input.js";
import { pageOfHolds } from "./retention-page.queries.js";
import { retentionReport } from "./retention-report.js";
import {
  ErasePartnerPayload,
  RetentionHoldConnection,
  RetentionHoldPayload,
  RetentionHoldType,
  RetentionStandingType,
  SetRetentionRulePayload,
} from "./retention.type.js";
import { setRetentionRule } from "./set-retention-rule.js";

@Resolver(() => RetentionHoldType)
export class RetentionResolver {
  @Requires("retention:read")
  @Query(() => [RetentionStandingType], {
    description: "How long each kind is kept, what is older than that, and what was removed.",
  })
  retentionReport(@Ctx() ctx: RequestContext): Promise<RetentionStandingType[]> {
    return retentionReport(ctx, ctx.sql);
  }

  @Requires("retention:read")
  @Query(() => RetentionHoldConnection, { description: "The holds, the newest first." })
  retentionHolds(
    @Args(() => RetentionHoldPageArgs) page: SortedPage,
    @Arg("filter", () => RetentionHoldFilterInput, {
      nullable: true,
      description: "Which of them.",
    })
    filter: RetentionHoldFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<RetentionHoldType>> {
    const partnerId = filter?.partnerId ? decodeId("ptr", filter.partnerId, ["filter"]) : null;
    return pageOfHolds(ctx, { ...filter, partnerId }, directionOf(page, "DESC"), page);
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, { nullable: true, description: "The partner whose it is." })
  partner(
    @Root() { partnerId }: RetentionHoldType,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerType | null> {
    return ctx.loaders.load(ctx, partnerById, partnerId);
  }

  @Requires("retention:change")
  @Mutation(() => SetRetentionRulePayload, {
    description: describedCommand(
      "Says for how long something is kept. A job removes every day what is older.",
      'setRetentionRule(input: { kind: WEBHOOK_MESSAGES, days: 30, reason: "policy 7" }) ' +
        "{ days userErrors { code message path } }",
    ),
  })
  async setRetentionRule(
    @Arg("input", () => SetRetentionRuleInput, { description: "What, and how long." })
    input: SetRetentionRuleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetRetentionRulePayload> {
    return { days: await setRetentionRule(ctx, input) };
  }

  @Requires("retention:hold")
  @Mutation(() => RetentionHoldPayload, {
    description: describedCommand(
      "Keeps a partner's data, or one document, although their time is over.",
      'placeRetentionHold(input: { partnerId: "ptr_019a...", reason: "lawsuit 2026-12" }) ' +
        "{ hold { id } userErrors { code message path } }",
    ),
  })
  async placeRetentionHold(
    @Arg("input", () => PlaceRetentionHoldInput, { description: "What, and why." })
    input: PlaceRetentionHoldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RetentionHoldPayload> {
    const partnerId = decodeId("ptr", input.partnerId, ["partnerId"]);
    const documentId = input.documentId ? decodeId("doc", input.documentId, ["documentId"]) : null;
    return { hold: await placeRetentionHold(ctx, { ...input, partnerId, documentId }) };
  }

  @Requires("retention:hold")
  @Mutation(() => RetentionHoldPayload, {
    description: describedCommand(
      "Ends a hold.",
      'releaseRetentionHold(input: { holdId: "rhd_019a...", reason: "case closed" }) ' +
        "{ hold { releasedAt } userErrors { code message path } }",
    ),
  })
  async releaseRetentionHold(
    @Arg("input", () => ReleaseRetentionHoldInput, { description: "Which one, and why." })
    input: ReleaseRetentionHoldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RetentionHoldPayload> {
    const holdId = decodeId("rhd", input.holdId, ["holdId"]);
    return { hold: await releaseRetentionHold(ctx, { ...input, holdId }) };
  }

  @Requires("partner:erase")
  @Mutation(() => ErasePartnerPayload, {
    description: describedCommand(
      "Erases a partner's personal data for good, by destroying its keys. The ledger stays.",
      'erasePartner(input: { partnerId: "ptr_019a...", reason: "contract ended in 2019" }) ' +
        "{ erasedAt userErrors { code message path } }",
    ),
  })
  async erasePartner(
    @Arg("input", () => ErasePartnerInput, { description: "Whose, and why." })
    input: ErasePartnerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ErasePartnerPayload> {
    const partnerId = decodeId("ptr", input.partnerId, ["partnerId"]);
    return erasePartner(ctx, { ...input, partnerId });
  }
}
