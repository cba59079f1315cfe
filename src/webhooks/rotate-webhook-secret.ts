import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import type { EndpointWithSecret } from "./create-webhook-endpoint.js";
import { WebhookEndpoint } from "./webhook-endpoint.entity.js";
import { WebhookSecretRotated } from "./webhook.events.js";
import { WEBHOOK_LIMITS } from "./webhook.rules.js";
import { secretsOf, webhookService } from "./webhook-service.js";
import { secretText } from "./webhook-signature.js";

export interface RotateWebhookSecret extends CommandInput {
  endpointId: string;
  /** How long messages are signed with the secret before as well. */
  overlapHours: number;
}

const HOUR_MS = 3_600_000;

/** Gives an endpoint a new secret. @throws WebhookEndpointNotFound, InvalidInput */
export async function rotateWebhookSecret(
  ctx: CommandContext,
  input: RotateWebhookSecret,
): Promise<EndpointWithSecret> {
  const service = ctx.services.use(webhookService);
  let secret: string | null = null;
  const endpoint = await runCommand(ctx, "rotateWebhookSecret", input, async (work) => {
    assertOverlap(input.overlapHours);
    const rotated = await work.lock(WebhookEndpoint, input.endpointId);
    const until = new Date(ctx.clock.now().getTime() + input.overlapHours * HOUR_MS);
    rotated.secretNumber += 1;
    rotated.previousSecretUntil = until;
    rotated.version += 1;
    work.record(new WebhookSecretRotated(rotated.id, until));
    secret = secretsOf(service, rotated, ctx.clock.now()).map(secretText)[0] ?? null;
    return rotated;
  });
  return { endpoint, secret };
}

function assertOverlap(hours: number): void {
  if (hours >= 0 && hours <= WEBHOOK_LIMITS.overlapHours) return;
  const message = `The secrets overlap for 0 to ${WEBHOOK_LIMITS.overlapHours} hours`;
  throw new InvalidInput(message, ["overlapHours"]);
}
