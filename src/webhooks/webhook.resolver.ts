import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId, encodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.js";
import { createWebhookEndpoint } from "./create-webhook-endpoint.js";
import { replayWebhooks } from "./replay-webhooks.js";
import { rotateWebhookSecret } from "./rotate-webhook-secret.js";
import {
  ChangeWebhookEndpointInput,
  CreateWebhookEndpointInput,
  ReplayWebhooksInput,
  RotateWebhookSecretInput,
  WebhookEndpointFilterInput,
  WebhookEndpointPageArgs,
  WebhookMessageFilterInput,
  WebhookMessagePageArgs,
} from "./webhook.input.js";
import { attemptsOfMessage } from "./webhook.loader.js";
import { pageOfEndpoints, pageOfMessages } from "./webhook-page.queries.js";
import type { WebhookMessageState } from "./webhook.rules.js";
import {
  ReplayWebhooksPayload,
  WebhookAttemptType,
  WebhookEndpointConnection,
  WebhookEndpointPayload,
  WebhookEndpointType,
  WebhookMessageConnection,
  WebhookMessageStateEnum,
  WebhookMessageType,
  WebhookSecretPayload,
} from "./webhook.type.js";

@Resolver(() => WebhookEndpointType)
export class WebhookResolver {
  @Requires("webhook:read")
  @Query(() => WebhookEndpointConnection, { description: "The webhook endpoints." })
  webhookEndpoints(
    @Args(() => WebhookEndpointPageArgs) page: SortedPage,
    @Arg("filter", () => WebhookEndpointFilterInput, {
      nullable: true,
      description: "Which of them.",
    })
    filter: WebhookEndpointFilterInput | null,
    @Arg("partnerId", () => ID, {
      nullable: true,
      description: "Only of this partner.",
      deprecationReason: "Since 2026-11-23 until 2027-05-31: use filter, as in all lists",
    })
    partnerId: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<WebhookEndpointType>> {
    const id = filter?.partnerId ?? partnerId;
    const partner = id == null ? null : decodeId("ptr", id, ["filter"]);
    return pageOfEndpoints(ctx, partner, directionOf(page, "ASC"), page);
  }

  @Requires("webhook:manage")
  @Mutation(() => WebhookSecretPayload, {
    description: describedCommand(
      "Adds an endpoint that is told of what happens from here on. Its secret is shown this once.",
      'createWebhookEndpoint(input: { partnerId: "ptr_019a...", eventKinds: ' +
        '[TRANSACTION_POSTED], url: "https://partner.example/hook" }) ' +
        "{ secret endpoint { id } userErrors { code message } }",
    ),
  })
  createWebhookEndpoint(
    @Arg("input", () => CreateWebhookEndpointInput, { description: "The endpoint." })
    input: CreateWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WebhookSecretPayload> {
    const partnerId = decodeId("ptr", input.partnerId, ["partnerId"]);
    return createWebhookEndpoint(ctx, { ...input, partnerId });
  }

  @Requires("webhook:manage")
  @Mutation(() => WebhookEndpointPayload, {
    description: describedCommand(
      "Changes an endpoint, pauses or resumes it.",
      'changeWebhookEndpoint(input: { endpointId: "whe_019a...", state: PAUSED }) ' +
        "{ endpoint { state } userErrors { code message } }",
    ),
  })
  async changeWebhookEndpoint(
    @Arg("input", () => ChangeWebhookEndpointInput, { description: "What changes." })
    input: ChangeWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WebhookEndpointPayload> {
    const endpointId = decodeId("whe", input.endpointId, ["endpointId"]);
    return { endpoint: await changeWebhookEndpoint(ctx, { ...input, endpointId }) };
  }

  @Requires("webhook:manage")
  @Mutation(() => WebhookSecretPayload, {
    description: describedCommand(
      "Gives an endpoint a new secret, shown this once; for a while both sign.",
      'rotateWebhookSecret(input: { endpointId: "whe_019a..." }) ' +
        "{ secret userErrors { code message } }",
    ),
  })
  rotateWebhookSecret(
    @Arg("input", () => RotateWebhookSecretInput, { description: "Which endpoint." })
    input: RotateWebhookSecretInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WebhookSecretPayload> {
    const endpointId = decodeId("whe", input.endpointId, ["endpointId"]);
    return rotateWebhookSecret(ctx, { ...input, endpointId });
  }

  @Requires("webhook:manage")
  @Mutation(() => ReplayWebhooksPayload, {
    description: describedCommand(
      "Delivers messages once more, under the ids that they had.",
      'replayWebhooks(input: { endpointId: "whe_019a...", messageIds: ["whm_019a..."] }) ' +
        "{ messageIds userErrors { code message } }",
    ),
  })
  async replayWebhooks(
    @Arg("input", () => ReplayWebhooksInput, { description: "Which messages." })
    input: ReplayWebhooksInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReplayWebhooksPayload> {
    const endpointId = decodeId("whe", input.endpointId, ["endpointId"]);
    const messageIds = input.messageIds.map((id, at) =>
      decodeId("whm", id, ["messageIds", String(at)]),
    );
    const replayed = await replayWebhooks(ctx, { ...input, endpointId, messageIds });
    return { messageIds: replayed.map((id) => encodeId("whm", id)) };
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: "The partner whose events it is told of.",
  })
  partner(
    @Root() { partnerId }: WebhookEndpointType,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerType | null> {
    return ctx.loaders.load(ctx, partnerById, partnerId);
  }

  @Requires("webhook:read")
  @FieldResolver(() => WebhookMessageConnection, {
    description: "What it was told and will be told, the newest first.",
  })
  messages(
    @Root() { id }: WebhookEndpointType,
    @Args(() => WebhookMessagePageArgs) page: SortedPage,
    @Arg("filter", () => WebhookMessageFilterInput, {
      nullable: true,
      description: "Which of them.",
    })
    filter: WebhookMessageFilterInput | null,
    @Arg("state", () => WebhookMessageStateEnum, {
      nullable: true,
      description: "Only these.",
      deprecationReason: "Since 2026-11-23 until 2027-05-31: use filter, as in all lists",
    })
    state: WebhookMessageState | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<WebhookMessageType>> {
    const asked = { endpointId: id, state: filter?.state ?? state };
    return pageOfMessages(ctx, asked, directionOf(page, "DESC"), page);
  }
}

@Resolver(() => WebhookMessageType)
export class WebhookMessageResolver {
  @Requires("webhook:read")
  @FieldResolver(() => [WebhookAttemptType], {
    description: "The newest 50 attempts to deliver it, in their order.",
  })
  attempts(
    @Root() { id }: WebhookMessageType,
    @Ctx() ctx: RequestContext,
  ): Promise<WebhookAttemptType[]> {
    return ctx.loaders.load(ctx, attemptsOfMessage, id);
  }
}
