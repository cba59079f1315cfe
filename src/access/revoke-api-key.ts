import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeyRevoked } from "./api-key.events.js";
import type { ApiKeyRow } from "./api-key.queries.js";
import { assertCanBeRevoked } from "./api-key.rules.js";

export interface RevokeApiKey extends CommandInput {
  apiKeyId: string;
}

/** Ends what a key may do, subscriptions included. @throws ApiKeyNotFound, ApiKeyAlreadyRevoked */
export function revokeApiKey(ctx: CommandContext, input: RevokeApiKey): Promise<ApiKeyRow> {
  return runCommand(ctx, "revokeApiKey", input, async (work) => {
    const key = await work.lock(ApiKey, input.apiKeyId);
    assertCanBeRevoked(key);
    key.revoke(ctx.clock.now());
    work.record(new ApiKeyRevoked(key.id));
    return key;
  });
}
