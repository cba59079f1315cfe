import { Partner } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { countEndpoints, beginFeed } from "./webhook-feed.queries.js";
import { WebhookEndpoint } from "./webhook-endpoint.entity.js";
import { TooManyWebhookEndpoints } from "./webhook.errors.js";
import { WebhookEndpointCreated } from "./webhook.events.js";
import {
  assertDescription,
  assertKinds,
  WEBHOOK_LIMITS,
  type WebhookEventKind,
} from "./webhook.rules.js";
import { secretsOf, webhookService } from "./webhook-service.js";
import { secretText } from "./webhook-signature.js";
import { assertUrl } from "./webhook-url.js";

export interface CreateWebhookEndpoint extends CommandInput {
  partnerId: string;
  url: string;
  eventKinds: WebhookEventKind[];
  description?: string | null;
}

/** An endpoint whose secret is new; null when the command is answered again. */
export interface EndpointWithSecret {
  endpoint: Answer<WebhookEndpoint>;
  secret: string | null;
}

/**
 * Adds an endpoint. It is told of everything that is posted from here on.
 * @throws InvalidInput, WebhookUrlRefused, PartnerNotFound, TooManyWebhookEndpoints
 */
export async function createWebhookEndpoint(
  ctx: CommandContext,
  input: CreateWebhookEndpoint,
): Promise<EndpointWithSecret> {
  const service = ctx.services.use(webhookService);
  let secret: string | null = null;
  const endpoint = await runCommand(ctx, "createWebhookEndpoint", input, async (work) => {
    assertUrl(input.url, service.toPrivate);
    assertKinds(input.eventKinds);
    assertDescription(input.description ?? "");
    await work.lock(Partner, input.partnerId);
    const { endpointsPerPartner } = WEBHOOK_LIMITS;
    if ((await countEndpoints(work.sql, input.partnerId)) >= endpointsPerPartner) {
      throw new TooManyWebhookEndpoints(endpointsPerPartner);
    }
    // Behind its lock nothing can be made into messages that this endpoint would miss.
    await beginFeed(work.sql);
    const created = work.em.create(WebhookEndpoint, newEndpoint(ctx, input));
    await work.insert(created);
    work.record(new WebhookEndpointCreated(created.id, input.partnerId, input.url));
    secret = secretsOf(service, created, ctx.clock.now()).map(secretText)[0] ?? null;
    return created;
  });
  return { endpoint, secret };
}

function newEndpoint(ctx: CommandContext, input: CreateWebhookEndpoint) {
  const { partnerId, url, eventKinds, description } = input;
  return {
    id: ctx.ids.next(),
    partnerId,
    url,
    description: description ?? "",
    eventKinds,
    state: "ACTIVE" as const,
    secretNumber: 1,
    previousSecretUntil: null,
    version: 1,
    createdAt: ctx.clock.now(),
  };
}
