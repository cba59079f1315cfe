import { Partner } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { accessService } from "./access-service.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeyCreated } from "./api-key.events.js";
import type { ApiKeyRow } from "./api-key.queries.js";
import { assertGrantable, permissionsOfKey } from "./api-key.rules.js";
import { normalRanges } from "./ip-ranges.js";
import { mintSecret } from "./mint-secret.js";
import { requestGrant } from "./request-grant.js";
import type { Role } from "./role.rules.js";

export interface CreateApiKey extends CommandInput {
  name: string;
  role: Role;
  partnerId?: string | null;
  expiresAt?: Date | null;
  /** The part of the role that it may use; all of it when it is left out. */
  scopes?: readonly string[] | null;
  /** Where it may be used from (CIDR); everywhere when there are none. */
  ipRanges?: readonly string[] | null;
}

export interface CreatedApiKey {
  apiKey: ApiKeyRow;
  /** The key itself; null when the command is answered again, because nobody has it any more. */
  secret: string | null;
  /** By which it signs requests, in place of sending the other along; null alike. */
  signingSecret: string | null;
}

/**
 * Makes an API key. One that is dangerous waits for a second administrator where there is one.
 * @throws InvalidInput, GrantExceedsOwn, PartnerNotFound
 */
export async function createApiKey(
  ctx: CommandContext,
  input: CreateApiKey,
): Promise<CreatedApiKey> {
  const { name, role, partnerId = null, expiresAt = null, scopes = null } = input;
  const ipRanges = normalRanges(input.ipRanges ?? []);
  let secret: string | null = null;
  const apiKey = await runCommand(ctx, "createApiKey", input, async (work) => {
    assertGrantable({ name, role, partnerId, expiresAt, scopes }, ctx.actor, ctx.clock.now());
    if (partnerId !== null) await work.lock(Partner, partnerId);
    const minted = mintSecret();
    const key = work.em.create(ApiKey, {
      id: ctx.ids.next(),
      name,
      role,
      partnerId,
      expiresAt,
      scopes: scopes && [...permissionsOfKey({ role, scopes })],
      ipRanges,
      secretNumber: 1,
      previousSecretHash: null,
      previousSecretUntil: null,
      prefix: minted.prefix,
      secretHash: minted.hash,
      createdAt: ctx.clock.now(),
      revokedAt: null,
      lastUsedAt: null,
    });
    await work.insert(key);
    work.record(new ApiKeyCreated(key.id, role, partnerId));
    await requestGrant(ctx, work, {
      holderKind: "API_KEY",
      holderId: key.id,
      role,
      roleId: null,
      permissions: permissionsOfKey(key),
      partnerIds: partnerId === null ? null : [partnerId],
      expiresAt: null,
      reason: null,
    });
    secret = minted.text;
    return key;
  });
  return { apiKey, secret, signingSecret: secret && signingSecretOf(ctx, apiKey) };
}

/** The secret by which a key signs now. */
export function signingSecretOf(
  { services }: CommandContext,
  key: Pick<ApiKeyRow, "id" | "secretNumber">,
): string {
  return services.use(accessService).signing.of(key);
}
