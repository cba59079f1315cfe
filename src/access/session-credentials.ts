import type { Actor } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Log } from "../shared/log.js";
import type { Found, LookUp } from "./believed-credentials.js";
import { limitOfGrants, permissionsOfGrants, type GrantInForce } from "./grant.rules.js";
import { AddressRanges } from "./ip-ranges.js";
import { hashSecret } from "./mint-secret.js";
import { endOfSession } from "./person.rules.js";
import { permissionSet, type Role } from "./role.rules.js";
import { sessionByToken, touchSession, type SessionOfToken } from "./session.queries.js";

/** What the text of a session's token begins with. */
export const SESSION_PREFIX = "tutti_session_";

/** How exactly it is kept when a session was used. */
const SEEN_STEP_MS = 60_000;
const ANYWHERE = new AddressRanges([]);

/** Sessions of people as credentials. */
export class SessionCredentials {
  constructor(private readonly options: { sql: Sql; log: Log }) {}

  /** How the session with a token is looked up, and the id under which it may be remembered. */
  ofText(text: string): { id: string; lookUp: LookUp } {
    const hash = hashSecret(text);
    return {
      id: hash.toString("base64"),
      lookUp: async (now) => this.#found(await sessionByToken(this.options.sql, hash, now), now),
    };
  }

  #found(session: SessionOfToken | null, now: Date): Found | null {
    if (!session || session.endedAt !== null || session.state !== "ACTIVE") return null;
    if (now >= endOfSession(session, session.lastSeenAt)) return null;
    this.#noteUse(session.id, now);
    return { actor: actorOf(session), endsAt: endOfSession(session, now), ranges: ANYWHERE };
  }

  #noteUse(id: string, at: Date): void {
    const notSince = new Date(at.getTime() - SEEN_STEP_MS);
    touchSession(this.options.sql, id, at, notSince).catch((error: unknown) => {
      this.options.log.warn({ err: error, sessionId: id }, "the use of a session was not noted");
    });
  }
}

/** Who still has to change the password may do nothing until then. */
function actorOf(session: SessionOfToken): Actor {
  const { personId, name, mustChangePassword, claimedRoles, grants } = session;
  const actor = personActor({ id: personId, name }, claimedRoles, grants);
  return mustChangePassword ? { ...actor, permissions: permissionSet([]) } : actor;
}

/**
 * A person by what a provider's token and their grants say. The token's roles have no limit to
 * partners: where the grants have one, they alone count.
 */
export function personActor(
  { id, name }: { id: string; name: string },
  claimedRoles: readonly Role[],
  grants: readonly GrantInForce[],
): Actor {
  const claimed = claimedRoles.map((role) => ({ role, permissions: null, partnerIds: null }));
  const limited = grants.filter(({ partnerIds }) => partnerIds !== null);
  const counting = limited.length > 0 ? limited : [...claimed, ...grants];
  const permissions = permissionsOfGrants(counting);
  return { kind: "PERSON", id, name, permissions, scope: limitOfGrants(counting) };
}
