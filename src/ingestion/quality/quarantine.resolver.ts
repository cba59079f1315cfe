import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { PartnerType, partnerById } from "../../partners/index.js";
import type { Connection } from "../../shared/graphql/connection.type.js";
import { describedCommand } from "../../shared/graphql/described-command.js";
import { decodeId } from "../../shared/graphql/global-id.js";
import type { RequestContext } from "../../shared/graphql/request-context.js";
import { Requires } from "../../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../../shared/graphql/sorted-page.type.js";
import { documentById } from "../document.loader.js";
import { DocumentType } from "../document.type.js";
import { correctQuarantined } from "./correct-quarantined.js";
import { approveCorrection, declineCorrection } from "./decide-correction.js";
import {
  ApproveCorrectionInput,
  CorrectQuarantinedInput,
  DeclineCorrectionInput,
  QuarantineFilterInput,
  QuarantineItemsInput,
  QuarantinePageArgs,
} from "./quarantine.input.js";
import { quarantineItemById } from "./quarantine.loader.js";
import { pageOfQuarantine } from "./quarantine-page.queries.js";
import {
  QuarantineConnection,
  QuarantineItemPayload,
  QuarantineItemsPayload,
  QuarantineItemType,
} from "./quarantine.type.js";
import { rejectQuarantined } from "./reject-quarantined.js";
import { replayQuarantined } from "./replay-quarantined.js";

@Resolver(() => QuarantineItemType)
export class QuarantineResolver {
  @Requires("quality:read")
  @Query(() => QuarantineItemType, {
    nullable: true,
    description: "An item in quarantine by its id; null when there is none.",
  })
  quarantineItem(
    @Arg("id", () => ID, { description: "The global id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<QuarantineItemType | null> {
    return ctx.loaders.load(ctx, quarantineItemById, decodeId("qrn", id, ["id"]));
  }

  @Requires("quality:read")
  @Query(() => QuarantineConnection, {
    description: "What came and was not posted, in the order in which it came.",
  })
  quarantine(
    @Args(() => QuarantinePageArgs) page: SortedPage,
    @Arg("filter", () => QuarantineFilterInput, { nullable: true, description: "Which of it." })
    filter: QuarantineFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<QuarantineItemType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    const documentId = filter?.documentId && decodeId("doc", filter.documentId, ["filter"]);
    const direction = directionOf(page, "DESC");
    return pageOfQuarantine(ctx, { ...filter, partnerId, documentId }, direction, page);
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, { nullable: true, description: "The partner that sent it." })
  partner(@Root() { partnerId }: QuarantineItemType, @Ctx() ctx: RequestContext) {
    return ctx.loaders.load(ctx, partnerById, partnerId);
  }

  @Requires("ingestion:read")
  @FieldResolver(() => DocumentType, { nullable: true, description: "The document it came in." })
  async document(
    @Root() { documentId }: QuarantineItemType,
    @Ctx() ctx: RequestContext,
  ): Promise<DocumentType | null> {
    return documentId === null ? null : ctx.loaders.load(ctx, documentById, documentId);
  }

  @Requires("quarantine:correct")
  @Mutation(() => QuarantineItemPayload, {
    description: describedCommand(
      "Puts an item in quarantine right. It is posted at once, unless its amount, currency or " +
        "direction changes or a rule is set aside: that waits for a second person.",
      'correctQuarantined(input: { idempotencyKey: "9f1c...", itemId: "qrn_019a...", ' +
        'type: "refund", reason: "new name" }) ' +
        "{ item { state } userErrors { code message path } }",
    ),
  })
  async correctQuarantined(
    @Arg("input", () => CorrectQuarantinedInput, { description: "Which, and what is right." })
    input: CorrectQuarantinedInput,
    @Ctx() ctx: RequestContext,
  ): Promise<QuarantineItemPayload> {
    return { item: await correctQuarantined(ctx, { ...input, itemId: itemIdOf(input) }) };
  }

  @Requires("quarantine:approve")
  @Mutation(() => QuarantineItemPayload, {
    description: describedCommand(
      "Agrees with a correction that another person made; it is posted.",
      'approveCorrection(input: { itemId: "qrn_019a..." }) ' +
        "{ item { state } userErrors { code message path } }",
    ),
  })
  async approveCorrection(
    @Arg("input", () => ApproveCorrectionInput, { description: "Which one." })
    input: ApproveCorrectionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<QuarantineItemPayload> {
    return { item: await approveCorrection(ctx, { ...input, itemId: itemIdOf(input) }) };
  }

  @Requires("quarantine:correct")
  @Mutation(() => QuarantineItemPayload, {
    description: describedCommand(
      "Takes a correction back that waits for approval: the item is open as it was.",
      'declineCorrection(input: { itemId: "qrn_019a...", reason: "it was in euro" }) ' +
        "{ item { state } userErrors { code message path } }",
    ),
  })
  async declineCorrection(
    @Arg("input", () => DeclineCorrectionInput, { description: "Which one, and why." })
    input: DeclineCorrectionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<QuarantineItemPayload> {
    return { item: await declineCorrection(ctx, { ...input, itemId: itemIdOf(input) }) };
  }

  @Requires("quarantine:correct")
  @Mutation(() => QuarantineItemsPayload, {
    description: describedCommand(
      "Tries items again: transactions by the rules in force now and by the ledger, lines and " +
        "documents by reading their documents again. What still fails stays open.",
      'replayQuarantined(input: { itemIds: ["qrn_019a..."], reason: "the bound was raised" }) ' +
        "{ items { state reason } userErrors { code message path } }",
    ),
  })
  async replayQuarantined(
    @Arg("input", () => QuarantineItemsInput, { description: "Which, and why." })
    input: QuarantineItemsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<QuarantineItemsPayload> {
    return { items: await replayQuarantined(ctx, { ...input, itemIds: itemIdsOf(input) }) };
  }

  @Requires("quarantine:correct")
  @Mutation(() => QuarantineItemsPayload, {
    description: describedCommand(
      "Decides that items are never posted, and why: all of them, or none.",
      'rejectQuarantined(input: { itemIds: ["qrn_019a..."], reason: "a test of theirs" }) ' +
        "{ items { state } userErrors { code message path } }",
    ),
  })
  async rejectQuarantined(
    @Arg("input", () => QuarantineItemsInput, { description: "Which, and why." })
    input: QuarantineItemsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<QuarantineItemsPayload> {
    return { items: await rejectQuarantined(ctx, { ...input, itemIds: itemIdsOf(input) }) };
  }
}

function itemIdOf({ itemId }: { itemId: string }): string {
  return decodeId("qrn", itemId, ["itemId"]);
}

function itemIdsOf({ itemIds }: QuarantineItemsInput): string[] {
  return itemIds.map((id) => decodeId("qrn", id, ["itemIds"]));
}
