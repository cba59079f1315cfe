import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { poolSql, type Sql } from "../shared/database/sql.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeyCreated } from "./api-key.events.js";
import { apiKeyBySecret, lockAdministrators } from "./api-key.queries.js";
import { hasAdministrator } from "./grant.queries.js";
import { hashSecret, mintSecret, type MintedSecret } from "./mint-secret.js";
import { requestGrant } from "./request-grant.js";
import { permissionsOf } from "./role.rules.js";

/** How a key that the operator chose is shown: nothing of it may be. */
const CHOSEN_PREFIX = "TUTTI_ADMIN_KEY";

/**
 * Sees to it that somebody can administer the hub: with the key that the operator chose, or, when
 * nobody can, with a new one. Of several hubs that start at once one makes it.
 * @param chosen the value of TUTTI_ADMIN_KEY
 * @returns the new key, to be shown once, or null when none was made
 */
export async function ensureFirstAdministrator(
  ctx: CommandContext,
  chosen: string | undefined,
): Promise<string | null> {
  const candidate: Candidate = {
    isChosen: chosen !== undefined,
    secret: chosen === undefined ? mintSecret() : secretOf(chosen),
  };
  if (await isSeenTo(poolSql(ctx.database.pool), candidate, ctx.clock.now())) return null;
  const made = await runCommand(ctx, "ensureFirstAdministrator", {}, (work) =>
    makeAdministrator(ctx, work, candidate),
  );
  return made && !candidate.isChosen ? candidate.secret.text : null;
}

interface Candidate {
  readonly isChosen: boolean;
  readonly secret: MintedSecret;
}

function secretOf(chosen: string): MintedSecret {
  return { text: chosen, prefix: CHOSEN_PREFIX, hash: hashSecret(chosen) };
}

/** A chosen key that was revoked stays so: it is known, and no longer in force. */
async function isSeenTo(sql: Sql, { isChosen, secret }: Candidate, now: Date): Promise<boolean> {
  if (isChosen) return (await apiKeyBySecret(sql, secret.hash, now)) !== null;
  return hasAdministrator(sql, now);
}

/** @returns whether it was made; another hub may have been first */
async function makeAdministrator(
  ctx: CommandContext,
  work: Work,
  candidate: Candidate,
): Promise<boolean> {
  await lockAdministrators(work.sql);
  const now = ctx.clock.now();
  if (await isSeenTo(work.sql, candidate, now)) return false;
  const { prefix, hash } = candidate.secret;
  const key = work.em.create(ApiKey, {
    id: ctx.ids.next(),
    name: "first administrator",
    role: "ADMINISTRATOR",
    partnerId: null,
    scopes: null,
    ipRanges: [],
    secretNumber: 1,
    previousSecretHash: null,
    previousSecretUntil: null,
    prefix,
    secretHash: hash,
    createdAt: now,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
  });
  await work.insert(key);
  work.record(new ApiKeyCreated(key.id, "ADMINISTRATOR", null));
  await requestGrant(ctx, work, {
    holderKind: "API_KEY",
    holderId: key.id,
    role: "ADMINISTRATOR",
    roleId: null,
    permissions: permissionsOf("ADMINISTRATOR"),
    partnerIds: null,
    expiresAt: null,
    reason: null,
  });
  return true;
}
