import type { Clock } from "../shared/clock.js";
import type { Actor } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { EventBus } from "../shared/events/event-bus.js";
import type { Log } from "../shared/log.js";
import { ApiKeyCredentials } from "./api-key-credentials.js";
import { SESSION_PREFIX, SessionCredentials } from "./session-credentials.js";
import { BelievedCredentials, isGood, type Found } from "./believed-credentials.js";

/** The facts after which a credential may be less than it was, or nothing. */
const ENDINGS = [
  "ApiKeyRevoked",
  "ApiKeyRotated",
  "GrantRevoked",
  "RoleChanged",
  "SessionsEnded",
  "PersonDisabled",
] as const;

/** A credential that was let in, and whether it still would be. */
export interface Standing {
  readonly actor: Actor;
  /** The actor as it is now, or null when the credential is good no more. */
  renew(): Promise<Actor | null>;
}

/** Tells who a credential belongs to. */
export interface CredentialVerifier {
  /** The actor, or null when the credential is unknown, expired, revoked, or from elsewhere. */
  verify(text: string, address?: string | null): Promise<Actor | null>;
  /** As `verify`, for what outlives the request. */
  admit(text: string, address: string | null): Promise<Standing | null>;
  /** Calls back when a credential was ended on this hub. @returns what ends it */
  onEnding(callback: () => void): () => void;
}

export interface VerifierOptions {
  sql: Sql;
  clock: Clock;
  events: EventBus;
  log: Log;
}

/** Verifies credentials against the database, and believes it for a short while. */
export function credentialVerifier(options: VerifierOptions): CredentialVerifier {
  const { clock, events } = options;
  const believed = new BelievedCredentials(clock);
  const keys = new ApiKeyCredentials(options);
  const sessions = new SessionCredentials(options);
  for (const ending of ENDINGS) events.on(ending, () => believed.forget());

  const find = (text: string): Promise<Found | null> => {
    const { id, lookUp } = (text.startsWith(SESSION_PREFIX) ? sessions : keys).ofText(text);
    return believed.find(id, lookUp);
  };
  const verify = async (text: string, address: string | null = null) =>
    actorIn(await find(text), clock.now(), address);

  return {
    verify,
    async admit(text, address) {
      const actor = await verify(text, address);
      return actor && { actor, renew: () => verify(text, address) };
    },
    onEnding(callback) {
      const offs = ENDINGS.map((ending) => events.on(ending, callback));
      return () => offs.forEach((off) => off());
    },
  };
}

function actorIn(found: Found | null, now: Date, address: string | null): Actor | null {
  return found && isGood(found, now) && found.ranges.has(address) ? found.actor : null;
}
