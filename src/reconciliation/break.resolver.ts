import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { transactionById, TransactionType } from "../ledger/index.js";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId, encodeId } from "../shared/graphql/global-id.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { approveWriteOffs } from "./approve-write-offs.js";
import { breakById, resolutionsOfBreak } from "./break.loader.js";
import { pageOfBreaks } from "./break-page.queries.js";
import { BreakConnection, BreakResolutionType, BreaksPayload, BreakType } from "./break.type.js";
import {
  ApproveWriteOffsInput,
  BreakFilterInput,
  BreakPageArgs,
  ResolveBreaksInput,
} from "./reconciliation.input.js";
import { resolveBreaks } from "./resolve-breaks.js";

const DAY_MS = 86_400_000;

@Resolver(() => BreakType)
export class BreakResolver {
  @Requires("reconciliation:read")
  @Query(() => BreakConnection, {
    description: "The breaks, by the time at which they were found.",
  })
  reconciliationBreaks(
    @Args(() => BreakPageArgs) page: SortedPage,
    @Arg("filter", () => BreakFilterInput, { nullable: true, description: "Which of them." })
    filter: BreakFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<BreakType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfBreaks(ctx, { ...filter, partnerId }, directionOf(page, "DESC"), page);
  }

  @Requires("reconciliation:resolve")
  @Mutation(() => BreaksPayload, {
    description: describedCommand(
      "Decides on breaks, one or in bulk. A write-off above the limit waits for a second person.",
      'resolveBreaks(input: { idempotencyKey: "k-1", breakIds: ["brk_019a..."], ' +
        'action: ACCEPT, reason: "value date" }) { breaks { state } userErrors { code message } }',
    ),
  })
  async resolveBreaks(
    @Arg("input", () => ResolveBreaksInput, { description: "Which, and what is done." })
    input: ResolveBreaksInput,
    @Ctx() ctx: RequestContext,
  ): Promise<BreaksPayload> {
    const breakIds = rowIds(input.breakIds);
    return { breaks: await read(ctx, await resolveBreaks(ctx, { ...input, breakIds })) };
  }

  @Requires("reconciliation:approve")
  @Mutation(() => BreaksPayload, {
    description: describedCommand(
      "Approves write-offs above the limit that another person proposed, or sends them back.",
      'approveWriteOffs(input: { idempotencyKey: "k-2", breakIds: ["brk_019a..."], ' +
        'approve: true, reason: "checked" }) ' +
        "{ breaks { state } userErrors { code message } }",
    ),
  })
  async approveWriteOffs(
    @Arg("input", () => ApproveWriteOffsInput, { description: "Which, and whether." })
    input: ApproveWriteOffsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<BreaksPayload> {
    const breakIds = rowIds(input.breakIds);
    return { breaks: await read(ctx, await approveWriteOffs(ctx, { ...input, breakIds })) };
  }

  @Requires("reconciliation:read")
  @FieldResolver(() => Int, { description: "Whole days since it was found." })
  ageDays(@Root() { openedAt }: BreakType, @Ctx() { clock }: RequestContext): number {
    return Math.floor((clock.now().getTime() - openedAt.getTime()) / DAY_MS);
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, { nullable: true, description: "Whose it is." })
  partner(@Root() { partnerId }: BreakType, @Ctx() ctx: RequestContext) {
    return ctx.loaders.load(ctx, partnerById, partnerId);
  }

  @Requires("ledger:read")
  @FieldResolver(() => TransactionType, { nullable: true, description: "Our transaction." })
  transaction(@Root() { transactionId }: BreakType, @Ctx() ctx: RequestContext) {
    return transactionId === null ? null : ctx.loaders.load(ctx, transactionById, transactionId);
  }

  @Requires("reconciliation:read")
  @FieldResolver(() => [BreakResolutionType], { description: "What was decided, in order." })
  resolutions(@Root() { id }: BreakType, @Ctx() ctx: RequestContext) {
    return ctx.loaders.load(ctx, resolutionsOfBreak, id);
  }

  @Requires("reconciliation:read")
  @FieldResolver(() => ID, { nullable: true, description: "The document of their statement." })
  statementDocumentId(@Root() { documentId }: BreakType): string | null {
    return documentId === null ? null : encodeId("doc", documentId);
  }
}

function rowIds(globalIds: readonly string[]): string[] {
  return globalIds.map((id, at) => decodeId("brk", id, ["breakIds", String(at)]));
}

/** The breaks as they are after a command, which a loader may have read before it. */
async function read(ctx: RequestContext, ids: readonly string[]): Promise<BreakType[]> {
  const found = await breakById.read(ctx, ids);
  return found.filter((one) => one !== null);
}
