import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { InvalidInput } from "../shared/input.errors.js";
import { createPartner } from "./create-partner.js";
import { holdPartner } from "./hold-partner.js";
import {
  CreatePartnerInput,
  HoldPartnerInput,
  PartnerFilterInput,
  PartnerOrderInput,
  ReleasePartnerInput,
} from "./partner.input.js";
import { partnerByCode, partnerById } from "./partner.loader.js";
import { pageOfPartners } from "./partner.queries.js";
import {
  CreatePartnerPayload,
  HoldPartnerPayload,
  PartnerConnection,
  PartnerType,
  ReleasePartnerPayload,
} from "./partner.type.js";
import { releasePartner } from "./release-partner.js";

const BY_CODE: PartnerOrderInput = { field: "CODE", direction: "ASC" };

@Resolver()
export class PartnerResolver {
  @Requires("partner:read")
  @Query(() => PartnerType, {
    nullable: true,
    description: "A partner by its id or its code; null when there is none.",
  })
  partner(
    @Arg("id", () => ID, { nullable: true, description: "The global id." }) id: string | null,
    @Arg("code", () => String, { nullable: true, description: "The code." }) code: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerType | null> {
    if (id) return ctx.loaders.load(ctx, partnerById, decodeId("ptr", id, ["id"]));
    if (code) return ctx.loaders.load(ctx, partnerByCode, code);
    throw new InvalidInput('Give the partner\'s "id" or "code"', ["id"]);
  }

  @Requires("partner:read")
  @Query(() => PartnerConnection, { description: "The partners." })
  partners(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PartnerFilterInput, { nullable: true, description: "Which of them." })
    filter: PartnerFilterInput | null,
    @Arg("orderBy", () => PartnerOrderInput, {
      nullable: true,
      description: "How they are sorted; by code when it is left out.",
    })
    orderBy: PartnerOrderInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PartnerType>> {
    return pageOfPartners(ctx, filter ?? {}, orderBy ?? BY_CODE, page);
  }

  @Requires("partner:create")
  @Mutation(() => CreatePartnerPayload, {
    description: describedCommand(
      "Adds a partner, active at once.",
      'createPartner(input: { code: "star-games", name: "Star Games", kind: GAME_PROVIDER }) ' +
        "{ partner { id } userErrors { code message } }",
    ),
  })
  async createPartner(
    @Arg("input", () => CreatePartnerInput, { description: "What it is." })
    input: CreatePartnerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreatePartnerPayload> {
    return { partner: await createPartner(ctx, input) };
  }

  @Requires("partner:hold")
  @Mutation(() => HoldPartnerPayload, {
    description: describedCommand(
      "Stops new settlements for a partner.",
      'holdPartner(input: { partnerId: "ptr_019a...", reason: "statement disputed" }) ' +
        "{ partner { state version } userErrors { code message } }",
    ),
  })
  async holdPartner(
    @Arg("input", () => HoldPartnerInput, { description: "Which one, and why." })
    input: HoldPartnerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<HoldPartnerPayload> {
    return { partner: await holdPartner(ctx, withPartnerId(input)) };
  }

  @Requires("partner:hold")
  @Mutation(() => ReleasePartnerPayload, {
    description: describedCommand(
      "Ends a partner's hold.",
      'releasePartner(input: { partnerId: "ptr_019a...", expectedVersion: 2 }) ' +
        "{ partner { state version } userErrors { code message } }",
    ),
  })
  async releasePartner(
    @Arg("input", () => ReleasePartnerInput, { description: "Which one." })
    input: ReleasePartnerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReleasePartnerPayload> {
    return { partner: await releasePartner(ctx, withPartnerId(input)) };
  }
}

function withPartnerId<Input extends { partnerId: string }>(input: Input): Input {
  return { ...input, partnerId: decodeId("ptr", input.partnerId, ["partnerId"]) };
}
