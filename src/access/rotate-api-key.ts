import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeyRotated } from "./api-key.events.js";
import { assertCanBeRevoked, assertOverlap } from "./api-key.rules.js";
import { signingSecretOf, type CreatedApiKey } from "./create-api-key.js";
import { grantsOf } from "./grant.queries.js";
import { assertWithin, permissionsOfGrants } from "./grant.rules.js";
import { mintSecret } from "./mint-secret.js";

export interface RotateApiKey extends CommandInput {
  apiKeyId: string;
  /** How long the secret before stays good as well. */
  overlapHours: number;
}

const ON_KEY = { role: "apiKeyId", partners: "apiKeyId" };
const HOUR_MS = 3_600_000;

/**
 * Gives a key another secret. @throws ApiKeyNotFound, ApiKeyAlreadyRevoked, GrantExceedsOwn,
 * InvalidInput
 */
export async function rotateApiKey(
  ctx: CommandContext,
  input: RotateApiKey,
): Promise<CreatedApiKey> {
  let secret: string | null = null;
  const apiKey = await runCommand(ctx, "rotateApiKey", input, async (work) => {
    assertOverlap(input.overlapHours);
    const key = await work.lock(ApiKey, input.apiKeyId);
    assertCanBeRevoked(key);
    const grants = await grantsOf(work.sql, key.id, ctx.clock.now());
    const limit = key.partnerId === null ? null : [key.partnerId];
    // Who rotates a key has its secret, and so all that it may do.
    assertWithin(permissionsOfGrants(grants, key.scopes), limit, ctx.actor, ON_KEY);
    const minted = mintSecret();
    const until = new Date(ctx.clock.now().getTime() + input.overlapHours * HOUR_MS);
    key.rotate(minted, until);
    work.record(new ApiKeyRotated(key.id, until));
    secret = minted.text;
    return key;
  });
  return { apiKey, secret, signingSecret: secret && signingSecretOf(ctx, apiKey) };
}
