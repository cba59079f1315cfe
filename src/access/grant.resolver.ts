import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { apiKeyById, ownRoleById, personById } from "./api-key.loader.js";
import { ApiKeyType } from "./api-key.type.js";
import { approveGrant, refuseGrant, revokeGrant } from "./decide-grant.js";
import {
  ApproveGrantInput,
  GrantRoleInput,
  RefuseGrantInput,
  RevokeGrantInput,
  RoleGrantFilterInput,
  RoleGrantPageArgs,
} from "./grant.input.js";
import { pageOfGrants } from "./grant.queries.js";
import {
  ApproveGrantPayload,
  GrantRolePayload,
  RefuseGrantPayload,
  RevokeGrantPayload,
  RoleGrantConnection,
  RoleGrantType,
} from "./grant.type.js";
import { grantRole } from "./grant-role.js";
import { PersonType } from "./person.type.js";
import { OwnRoleType } from "./role.type.js";

/** The grant that an input names, as the commands want it. */
function named<Input extends { grantId: string }>(input: Input): Input {
  return { ...input, grantId: decodeId("grt", input.grantId, ["grantId"]) };
}

@Resolver(() => RoleGrantType)
export class GrantResolver {
  @Requires("grant:read")
  @Query(() => RoleGrantConnection, { description: "Who has, had or is to have which role." })
  grants(
    @Args(() => RoleGrantPageArgs) page: SortedPage,
    @Arg("filter", () => RoleGrantFilterInput, { nullable: true, description: "Which of them." })
    filter: RoleGrantFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<RoleGrantType>> {
    const { state, role, apiKeyId, personId } = filter ?? {};
    const holderId = personId
      ? decodeId("per", personId, ["filter"])
      : apiKeyId && decodeId("key", apiKeyId, ["filter"]);
    return pageOfGrants(ctx, { state, role, holderId }, directionOf(page, "ASC"), page);
  }

  @Requires("grant:create")
  @Mutation(() => GrantRolePayload, {
    description: describedCommand(
      "Grants a role. A dangerous one waits for a second administrator where there is one.",
      'grantRole(input: { apiKeyId: "key_019a...", role: VIEWER }) ' +
        "{ grant { id state } userErrors { code message } }",
    ),
  })
  async grantRole(
    @Arg("input", () => GrantRoleInput, { description: "Who gets which." })
    input: GrantRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<GrantRolePayload> {
    const apiKeyId = input.apiKeyId && decodeId("key", input.apiKeyId, ["apiKeyId"]);
    const personId = input.personId && decodeId("per", input.personId, ["personId"]);
    const roleId = input.roleId && decodeId("rol", input.roleId, ["roleId"]);
    const partnerIds = input.partnerIds?.map((id) => decodeId("ptr", id, ["partnerIds"]));
    return { grant: await grantRole(ctx, { ...input, apiKeyId, personId, partnerIds, roleId }) };
  }

  @Requires("grant:approve")
  @Mutation(() => ApproveGrantPayload, {
    description: describedCommand(
      "Lets a grant come into force that another administrator asked for.",
      'approveGrant(input: { grantId: "grt_019a..." }) ' +
        "{ grant { state } userErrors { code message } }",
    ),
  })
  async approveGrant(
    @Arg("input", () => ApproveGrantInput, { description: "Which one." })
    input: ApproveGrantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApproveGrantPayload> {
    return { grant: await approveGrant(ctx, named(input)) };
  }

  @Requires("grant:approve")
  @Mutation(() => RefuseGrantPayload, {
    description: describedCommand(
      "Refuses a grant that another administrator asked for.",
      'refuseGrant(input: { grantId: "grt_019a..." }) ' +
        "{ grant { state } userErrors { code message } }",
    ),
  })
  async refuseGrant(
    @Arg("input", () => RefuseGrantInput, { description: "Which one." })
    input: RefuseGrantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RefuseGrantPayload> {
    return { grant: await refuseGrant(ctx, named(input)) };
  }

  @Requires("grant:create")
  @Mutation(() => RevokeGrantPayload, {
    description: describedCommand(
      "Takes a role back, within seconds and subscriptions included.",
      'revokeGrant(input: { grantId: "grt_019a..." }) ' +
        "{ grant { revokedAt } userErrors { code message } }",
    ),
  })
  async revokeGrant(
    @Arg("input", () => RevokeGrantInput, { description: "Which one." })
    input: RevokeGrantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RevokeGrantPayload> {
    return { grant: await revokeGrant(ctx, named(input)) };
  }

  @Requires("key:read")
  @FieldResolver(() => ApiKeyType, { nullable: true, description: "The API key that has it." })
  apiKey(
    @Root() grant: RoleGrantType,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiKeyType | null> | null {
    if (grant.holderKind !== "API_KEY") return null;
    return ctx.loaders.load(ctx, apiKeyById, grant.holderId);
  }

  @Requires("person:read")
  @FieldResolver(() => PersonType, { nullable: true, description: "The person who has it." })
  person(
    @Root() grant: RoleGrantType,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonType | null> | null {
    if (grant.holderKind !== "PERSON") return null;
    return ctx.loaders.load(ctx, personById, grant.holderId);
  }

  @Requires("grant:read")
  @FieldResolver(() => OwnRoleType, { nullable: true, description: "The role of one's own." })
  ownRole(
    @Root() { roleId }: RoleGrantType,
    @Ctx() ctx: RequestContext,
  ): Promise<OwnRoleType | null> | null {
    return roleId === null ? null : ctx.loaders.load(ctx, ownRoleById, roleId);
  }

  @Requires("partner:read")
  @FieldResolver(() => [PartnerType], {
    nullable: true,
    description: "The partners that it is limited to; null when it is not limited.",
  })
  async partners(
    @Root() { partnerIds }: RoleGrantType,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerType[] | null> {
    if (partnerIds === null) return null;
    const found = await Promise.all(partnerIds.map((id) => ctx.loaders.load(ctx, partnerById, id)));
    return found.filter((partner) => partner !== null);
  }
}
