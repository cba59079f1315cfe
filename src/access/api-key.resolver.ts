import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import {
  ApiKeyFilterInput,
  ApiKeyOrderInput,
  CreateApiKeyInput,
  RevokeApiKeyInput,
  RotateApiKeyInput,
} from "./api-key.input.js";
import { pageOfApiKeys } from "./api-key.queries.js";
import {
  ApiKeyConnection,
  ApiKeyType,
  CreateApiKeyPayload,
  RevokeApiKeyPayload,
  RotateApiKeyPayload,
  Viewer,
} from "./api-key.type.js";
import { createApiKey } from "./create-api-key.js";
import { revokeApiKey } from "./revoke-api-key.js";
import { rotateApiKey } from "./rotate-api-key.js";

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @Requires("key:read")
  @Query(() => ApiKeyConnection, { description: "The API keys, without their secrets." })
  apiKeys(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ApiKeyFilterInput, { nullable: true, description: "Which of them." })
    filter: ApiKeyFilterInput | null,
    @Arg("orderBy", () => ApiKeyOrderInput, {
      nullable: true,
      description: "How they are sorted; in the order in which they were made when it is left out.",
    })
    orderBy: ApiKeyOrderInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ApiKeyType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfApiKeys(ctx, { ...filter, partnerId }, orderBy?.direction ?? "ASC", page);
  }

  @Requires("key:create")
  @Mutation(() => CreateApiKeyPayload, {
    description: describedCommand(
      "Makes an API key. Its text is in `secret`, this once.",
      'createApiKey(input: { name: "queue of star-games", role: PARTNER, partnerId: ' +
        '"ptr_019a..." }) { secret apiKey { id } userErrors { code message } }',
    ),
  })
  createApiKey(
    @Arg("input", () => CreateApiKeyInput, { description: "What it is for." })
    input: CreateApiKeyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateApiKeyPayload> {
    const partnerId = input.partnerId && decodeId("ptr", input.partnerId, ["partnerId"]);
    return createApiKey(ctx, { ...input, partnerId });
  }

  @Requires("key:create")
  @Mutation(() => RevokeApiKeyPayload, {
    description: describedCommand(
      "Ends what a key may do, within seconds and subscriptions included.",
      'revokeApiKey(input: { apiKeyId: "key_019a..." }) ' +
        "{ apiKey { revokedAt } userErrors { code message } }",
    ),
  })
  async revokeApiKey(
    @Arg("input", () => RevokeApiKeyInput, { description: "Which one." })
    input: RevokeApiKeyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RevokeApiKeyPayload> {
    const apiKeyId = decodeId("key", input.apiKeyId, ["apiKeyId"]);
    return { apiKey: await revokeApiKey(ctx, { ...input, apiKeyId }) };
  }

  @Requires("key:create")
  @Mutation(() => RotateApiKeyPayload, {
    description: describedCommand(
      "Gives an API key another secret. The one before stays good for a while, so that nothing " +
        "stands still while it is replaced.",
      'rotateApiKey(input: { apiKeyId: "key_019a...", overlapHours: 48 }) ' +
        "{ secret apiKey { previousSecretUntil } userErrors { code message } }",
    ),
  })
  rotateApiKey(
    @Arg("input", () => RotateApiKeyInput, { description: "Which one, and for how long." })
    input: RotateApiKeyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RotateApiKeyPayload> {
    const apiKeyId = decodeId("key", input.apiKeyId, ["apiKeyId"]);
    return rotateApiKey(ctx, { ...input, apiKeyId });
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: "The partner whose rows it is limited to; null when it is not limited.",
  })
  partner(@Root() key: ApiKeyType, @Ctx() ctx: RequestContext): Promise<PartnerType | null> | null {
    return key.partnerId === null ? null : ctx.loaders.load(ctx, partnerById, key.partnerId);
  }
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Requires("public")
  @Query(() => Viewer, { description: "Who the credential of this request belongs to." })
  viewer(@Ctx() { actor }: RequestContext): Viewer {
    const { name, permissions, scope } = actor;
    return { name, permissions: [...permissions], partnerIds: scope };
  }

  @Requires("partner:read")
  @FieldResolver(() => [PartnerType], {
    nullable: true,
    description: "The partners whose rows it is limited to; null when it is not limited.",
  })
  async partners(
    @Root() { partnerIds }: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerType[] | null> {
    if (partnerIds === null) return null;
    const found = await Promise.all(partnerIds.map((id) => ctx.loaders.load(ctx, partnerById, id)));
    return found.filter((partner) => partner !== null);
  }
}
