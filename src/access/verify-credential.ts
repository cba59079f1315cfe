import type { Clock } from "../shared/clock.js";
import type { Actor } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { EventBus } from "../shared/events/event-bus.js";
import type { Log } from "../shared/log.js";
import { apiKeyBySecret, touchApiKey, type ApiKeyRow } from "./api-key.queries.js";
import { isInForce } from "./api-key.rules.js";
import { hashSecret } from "./mint-secret.js";
import { permissionsOf } from "./role.rules.js";

/**
 * How long a verified key is believed without asking: what a revocation elsewhere takes at most.
 */
export const CREDENTIAL_TTL_MS = 5_000;
/** How exactly `lastUsedAt` is kept. */
const LAST_USED_STEP_MS = 60_000;
const MAX_CACHED = 10_000;

/** Tells who a credential belongs to. */
export interface CredentialVerifier {
  /** The actor, or null when the key is unknown, expired or revoked. */
  verify(apiKey: string): Promise<Actor | null>;
}

interface Verified {
  readonly key: ApiKeyRow;
  readonly actor: Actor;
  readonly believedUntil: number;
}

export interface VerifierOptions {
  sql: Sql;
  clock: Clock;
  events: EventBus;
  log: Log;
}

/** Verifies API keys against the database, and believes it for a short while. */
export function credentialVerifier({
  sql,
  clock,
  events,
  log,
}: VerifierOptions): CredentialVerifier {
  const believed = new Map<string, Promise<Verified | null>>();
  events.on("ApiKeyRevoked", () => believed.clear());

  const lookUp = async (hash: Buffer): Promise<Verified | null> => {
    const key = await apiKeyBySecret(sql, hash);
    const now = clock.now();
    if (!key || !isInForce(key, now)) return null;
    noteUse(key, now);
    return { key, actor: actorOf(key), believedUntil: now.getTime() + CREDENTIAL_TTL_MS };
  };

  /** Nobody waits for it: a note that is lost is made up for by the next use. */
  const noteUse = ({ id }: ApiKeyRow, at: Date): void => {
    const notSince = new Date(at.getTime() - LAST_USED_STEP_MS);
    touchApiKey(sql, id, at, notSince).catch((error: unknown) => {
      log.warn({ err: error, apiKeyId: id }, "the use of an API key could not be noted");
    });
  };

  const remember = (id: string, hash: Buffer): Promise<Verified | null> => {
    if (believed.size >= MAX_CACHED) believed.clear();
    const pending = lookUp(hash).catch((error: unknown) => {
      believed.delete(id);
      throw error;
    });
    believed.set(id, pending);
    return pending;
  };

  return {
    async verify(apiKey) {
      const hash = hashSecret(apiKey);
      const id = hash.toString("base64");
      const now = clock.now();
      let verified = await believed.get(id);
      if (!verified || verified.believedUntil <= now.getTime()) verified = await remember(id, hash);
      if (!verified) believed.delete(id);
      return verified && isInForce(verified.key, now) ? verified.actor : null;
    },
  };
}

function actorOf({ id, name, role, partnerId }: ApiKeyRow): Actor {
  const scope = partnerId === null ? null : [partnerId];
  return { kind: "API_KEY", id, name, permissions: permissionsOf(role), scope };
}
