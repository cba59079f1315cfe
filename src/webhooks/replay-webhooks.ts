import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import { replayMessages } from "./webhook-delivery.queries.js";
import { WebhookEndpoint } from "./webhook-endpoint.entity.js";
import { WebhookMessageNotFound } from "./webhook.errors.js";
import { WebhooksReplayed } from "./webhook.events.js";
import { WEBHOOK_LIMITS } from "./webhook.rules.js";

export interface ReplayWebhooks extends CommandInput {
  endpointId: string;
  messageIds: string[];
}

/**
 * Has messages delivered once more, under the ids that they had: dead ones, and those that the
 * receiver lost. Answers their ids. @throws WebhookEndpointNotFound, WebhookMessageNotFound,
 * InvalidInput
 */
export function replayWebhooks(
  ctx: CommandContext,
  { messageIds, ...input }: ReplayWebhooks,
): Promise<string[]> {
  return runCommand(ctx, "replayWebhooks", { ...input, messageIds } as object, async (work) => {
    const limit = WEBHOOK_LIMITS.replayedAtOnce;
    if (messageIds.length === 0 || messageIds.length > limit) {
      throw new InvalidInput(`From 1 to ${limit} messages can be replayed`, ["messageIds"]);
    }
    const endpoint = await work.lock(WebhookEndpoint, input.endpointId);
    const replayed = new Set(await replayMessages(work.sql, endpoint.id, messageIds));
    const missing = messageIds.findIndex((id) => !replayed.has(id));
    if (missing >= 0) throw new WebhookMessageNotFound(missing);
    work.record(new WebhooksReplayed(endpoint.id, messageIds));
    return messageIds;
  });
}
