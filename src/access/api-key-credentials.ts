import type { Actor } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Log } from "../shared/log.js";
import {
  apiKeyBySecret,
  apiKeyWithGrants,
  touchApiKey,
  type ApiKeyOfSecret,
} from "./api-key.queries.js";
import { endOfKey, isInForce } from "./api-key.rules.js";
import type { Found, LookUp } from "./believed-credentials.js";
import { permissionsOfGrants } from "./grant.rules.js";
import { AddressRanges } from "./ip-ranges.js";
import { hashSecret } from "./mint-secret.js";

/** How exactly `lastUsedAt` is kept. */
const LAST_USED_STEP_MS = 60_000;

/** API keys as credentials. */
export class ApiKeyCredentials {
  constructor(private readonly options: { sql: Sql; log: Log }) {}

  /** How the key with a text is looked up, and the id under which it may be remembered. */
  ofText(text: string): { id: string; lookUp: LookUp } {
    const hash = hashSecret(text);
    return {
      id: hash.toString("base64"),
      lookUp: async (now) => this.#found(await apiKeyBySecret(this.options.sql, hash, now), now),
    };
  }

  /** The key with an id, when it is in force. */
  async byId(id: string, now: Date): Promise<{ row: ApiKeyOfSecret; found: Found } | null> {
    const row = await apiKeyWithGrants(this.options.sql, id, now);
    const found = this.#found(row, now);
    return row && found && { row, found };
  }

  #found(key: ApiKeyOfSecret | null, now: Date): Found | null {
    if (!key || !isInForce({ ...key, expiresAt: endOfKey(key) }, now)) return null;
    if (key.grants.length === 0) return null; // it waits for somebody, or all were revoked
    this.#noteUse(key.id, now);
    const ranges = new AddressRanges(key.ipRanges);
    return { actor: actorOf(key), endsAt: endOfKey(key), ranges };
  }

  /** Nobody waits for it: a note that is lost is made up for by the next use. */
  #noteUse(id: string, at: Date): void {
    const notSince = new Date(at.getTime() - LAST_USED_STEP_MS);
    touchApiKey(this.options.sql, id, at, notSince).catch((error: unknown) => {
      this.options.log.warn({ err: error, apiKeyId: id }, "the use of an API key was not noted");
    });
  }
}

function actorOf(key: ApiKeyOfSecret): Actor {
  const { id, name, partnerId, grants, scopes } = key;
  const scope = partnerId === null ? null : [partnerId];
  return { kind: "API_KEY", id, name, permissions: permissionsOfGrants(grants, scopes), scope };
}
