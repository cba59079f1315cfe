import { ServiceKey } from "../shared/commands/services.js";
import { deriveSecret } from "./webhook-signature.js";

/** What the room is composed with. */
export interface WebhookService {
  /** The hub's own key, of which all secrets are made. */
  readonly hubKey: Buffer;
  /** Whether endpoints may lie at private addresses, and speak http. */
  readonly toPrivate: boolean;
}

export const webhookService = new ServiceKey<WebhookService>("webhooks");

/** What of an endpoint its secrets are made of. */
export interface SecretHolder {
  id: string;
  secretNumber: number;
  previousSecretUntil: Date | null;
}

/** The secrets with which an endpoint's messages are signed at a moment, the newest first. */
export function secretsOf({ hubKey }: WebhookService, of: SecretHolder, now: Date): Buffer[] {
  const { id, secretNumber, previousSecretUntil } = of;
  const isOverlap = previousSecretUntil !== null && previousSecretUntil > now && secretNumber > 1;
  const numbers = isOverlap ? [secretNumber, secretNumber - 1] : [secretNumber];
  return numbers.map((number) => deriveSecret(hubKey, id, number));
}
