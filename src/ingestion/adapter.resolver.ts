import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { PartnerNotFound, partnerById } from "../partners/index.js";
import { poolSql } from "../shared/database/sql.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { activateAdapter } from "./activate-adapter.js";
import {
  ActivateAdapterInput,
  DraftAdapterInput,
  DryRunAdapterInput,
  ReplayDocumentsInput,
  RollBackAdapterInput,
} from "./adapter.input.js";
import { activationsOf } from "./adapter.queries.js";
import {
  ActivateAdapterPayload,
  AdapterActivationType,
  AdapterType,
  DraftAdapterPayload,
  RollBackAdapterPayload,
} from "./adapter.type.js";
import { draftAdapter } from "./draft-adapter.js";
import { dryRunAdapter } from "./dry-run-adapter.js";
import { DryRunAdapterPayload } from "./dry-run.type.js";
import { listAdapters } from "./list-adapters.js";
import { replayDocuments } from "./replay-documents.js";
import { ReplayDocumentsPayload } from "./replayed-document.type.js";
import { rollBackAdapter } from "./roll-back-adapter.js";

@Resolver()
export class AdapterResolver {
  @Requires("ingestion:read")
  @Query(() => [AdapterType], { description: "All adapters: the hub's own, and what was drafted." })
  adapters(@Ctx() ctx: RequestContext): Promise<AdapterType[]> {
    return listAdapters(poolSql(ctx.database.pool));
  }

  @Requires("ingestion:read")
  @Query(() => [AdapterActivationType], {
    description: "What reads a partner's documents, the newest first; the first one is in force.",
  })
  async adapterActivations(
    @Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<AdapterActivationType[]> {
    return activationsOf(poolSql(ctx.database.pool), await partnerOf(ctx, partnerId));
  }

  @Requires("adapter:draft")
  @Mutation(() => DraftAdapterPayload, {
    description: describedCommand(
      "Keeps a definition as the next version of an adapter. It reads nothing before it is active.",
      'draftAdapter(input: { adapter: "star-games", definition: "{...}", note: "fee column" }) ' +
        "{ version { version } userErrors { code message path } }",
    ),
  })
  async draftAdapter(
    @Arg("input", () => DraftAdapterInput, { description: "The definition." })
    input: DraftAdapterInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DraftAdapterPayload> {
    return { version: await draftAdapter(ctx, input) };
  }

  @Requires("adapter:draft")
  @Mutation(() => DryRunAdapterPayload, {
    description: describedCommand(
      "Tries an adapter, or a definition, on a sample. Nothing of it is kept.",
      'dryRunAdapter(input: { adapter: "star-games", fileName: "1.csv", sample: "aWQs..." }) ' +
        "{ dryRun { transactions refusedLines { line reason } } userErrors { code message } }",
    ),
  })
  async dryRunAdapter(
    @Arg("input", () => DryRunAdapterInput, { description: "What, and on what." })
    input: DryRunAdapterInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DryRunAdapterPayload> {
    return { dryRun: await dryRunAdapter(ctx, input) };
  }

  @Requires("adapter:activate")
  @Mutation(() => ActivateAdapterPayload, {
    description: describedCommand(
      "Makes an adapter the one that reads what a partner sends.",
      'activateAdapter(input: { partnerId: "ptr_019a...", adapter: "star-games", version: 2, ' +
        'reason: "dry run was whole" }) { activation { version } userErrors { code message } }',
    ),
  })
  async activateAdapter(
    @Arg("input", () => ActivateAdapterInput, { description: "Which, and for whom." })
    input: ActivateAdapterInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ActivateAdapterPayload> {
    const partnerId = await partnerOf(ctx, input.partnerId);
    return { activation: await activateAdapter(ctx, { ...input, partnerId }) };
  }

  @Requires("adapter:activate")
  @Mutation(() => RollBackAdapterPayload, {
    description: describedCommand(
      "Makes the adapter active again that was so before the present one.",
      'rollBackAdapter(input: { partnerId: "ptr_019a...", reason: "fees were doubled" }) ' +
        "{ activation { adapter version } userErrors { code message } }",
    ),
  })
  async rollBackAdapter(
    @Arg("input", () => RollBackAdapterInput, { description: "Whose, and why." })
    input: RollBackAdapterInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RollBackAdapterPayload> {
    const partnerId = await partnerOf(ctx, input.partnerId);
    return { activation: await rollBackAdapter(ctx, { ...input, partnerId }) };
  }

  @Requires("adapter:activate")
  @Mutation(() => ReplayDocumentsPayload, {
    description: describedCommand(
      "Reads kept documents again through the adapters that are active now. What is in the " +
        "ledger stays as it is.",
      'replayDocuments(input: { documentIds: ["doc_019a..."], reason: "new column" }) ' +
        "{ documents { posted known refused } userErrors { code message } }",
    ),
  })
  async replayDocuments(
    @Arg("input", () => ReplayDocumentsInput, { description: "Which, and why." })
    input: ReplayDocumentsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReplayDocumentsPayload> {
    const documentIds = input.documentIds.map((id) => decodeId("doc", id, ["documentIds"]));
    return { documents: await replayDocuments(ctx, { ...input, documentIds }) };
  }
}

/** The row id of a partner that the credential may see. @throws PartnerNotFound, InvalidInput */
async function partnerOf(ctx: RequestContext, globalId: string): Promise<string> {
  const partnerId = decodeId("ptr", globalId, ["partnerId"]);
  if (await ctx.loaders.load(ctx, partnerById, partnerId)) return partnerId;
  throw new PartnerNotFound();
}
