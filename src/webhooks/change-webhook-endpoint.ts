import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { WebhookEndpoint } from "./webhook-endpoint.entity.js";
import { WebhookEndpointChanged } from "./webhook.events.js";
import { assertKinds, type WebhookEventKind, type WebhookState } from "./webhook.rules.js";
import { webhookService } from "./webhook-service.js";
import { assertUrl } from "./webhook-url.js";

export interface ChangeWebhookEndpoint extends CommandInput {
  endpointId: string;
  url?: string | null;
  eventKinds?: WebhookEventKind[] | null;
  state?: WebhookState | null;
  expectedVersion?: number | null;
}

/**
 * Changes where an endpoint is, what it is told, or pauses and resumes it; what happens while it is
 * paused waits. @throws WebhookEndpointNotFound, InvalidInput, WebhookUrlRefused, VersionConflict
 */
export function changeWebhookEndpoint(
  ctx: CommandContext,
  input: ChangeWebhookEndpoint,
): Promise<Answer<WebhookEndpoint>> {
  const { toPrivate } = ctx.services.use(webhookService);
  return runCommand(ctx, "changeWebhookEndpoint", input, async (work) => {
    if (input.url != null) assertUrl(input.url, toPrivate);
    if (input.eventKinds != null) assertKinds(input.eventKinds);
    const endpoint = await work.lock(WebhookEndpoint, input.endpointId);
    expectVersion(endpoint, input.expectedVersion);
    endpoint.url = input.url ?? endpoint.url;
    endpoint.eventKinds = input.eventKinds ?? endpoint.eventKinds;
    endpoint.state = input.state ?? endpoint.state;
    endpoint.version += 1;
    work.record(new WebhookEndpointChanged(endpoint.id, endpoint.version));
    return endpoint;
  });
}
