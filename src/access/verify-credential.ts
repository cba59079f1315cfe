import type { Clock } from "../shared/clock.js";
import type { Actor } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { EventBus } from "../shared/events/event-bus.js";
import type { Ids } from "../shared/ids.js";
import type { Log } from "../shared/log.js";
import type { SignedMessage } from "./message-signature.js";
import type { OidcProvider } from "./oidc-provider.js";
import type { NonceStore } from "./request-nonce.queries.js";
import { SignedCredentials } from "./signed-credentials.js";
import type { SigningSecrets } from "./signing-secrets.js";
import { TokenCredentials } from "./token-credentials.js";
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

/** That of a signed request. */
export interface SignedStanding extends Standing {
  /** SHA-256 that its body has to have; null where there is none. */
  readonly digest: Buffer | null;
}

/** Tells who a credential belongs to. */
export interface CredentialVerifier {
  /** The actor, or null when the credential is unknown, expired, revoked, or from elsewhere. */
  verify(text: string, address?: string | null): Promise<Actor | null>;
  /** As `verify`, for what outlives the request. */
  admit(text: string, address: string | null): Promise<Standing | null>;
  /** Who signed a request, when it is signed as it should be and never came before. */
  admitSigned(message: SignedMessage, address: string | null): Promise<SignedStanding | null>;
  /** Calls back when a credential was ended on this hub. @returns what ends it */
  onEnding(callback: () => void): () => void;
}

export interface VerifierOptions {
  sql: Sql;
  clock: Clock;
  events: EventBus;
  log: Log;
  /** What signed requests and tokens of a provider take; without it there are none. */
  more?: {
    ids: Ids;
    signing: SigningSecrets;
    nonces: NonceStore;
    provider: OidcProvider | null;
  };
}

/** Verifies credentials against the database, and believes it for a short while. */
export function credentialVerifier(options: VerifierOptions): CredentialVerifier {
  const { clock, events } = options;
  const believed = new BelievedCredentials(clock);
  const keys = new ApiKeyCredentials(options);
  const sessions = new SessionCredentials(options);
  for (const ending of ENDINGS) events.on(ending, () => believed.forget());

  const tokens = tokensOf(options);
  const signed =
    options.more && new SignedCredentials(keys, options.more.signing, options.more.nonces);

  const find = async (text: string): Promise<Found | null> => {
    if (TokenCredentials.isToken(text) && !tokens) return null;
    const isSession = text.startsWith(SESSION_PREFIX);
    const kind = TokenCredentials.isToken(text) && tokens ? tokens : isSession ? sessions : keys;
    const { id, lookUp } = kind.ofText(text);
    return believed.find(id, lookUp);
  };
  const verify = async (text: string, address: string | null = null) =>
    actorIn(await find(text), clock.now(), address);
  const stillSigned = async (keyId: string, address: string | null) => {
    const lookUp = async (now: Date) => (await keys.byId(keyId, now))?.found ?? null;
    return actorIn(await believed.find(`key ${keyId}`, lookUp), clock.now(), address);
  };

  return {
    verify,
    async admit(text, address) {
      const actor = await verify(text, address);
      return actor && { actor, renew: () => verify(text, address) };
    },
    async admitSigned(message, address) {
      const of = await signed?.verify(message, clock.now());
      const actor = of && actorIn(of.found, clock.now(), address);
      if (!actor) return null;
      return { actor, digest: of.digest, renew: () => stillSigned(of.keyId, address) };
    },
    onEnding(callback) {
      const offs = ENDINGS.map((ending) => events.on(ending, callback));
      return () => offs.forEach((off) => off());
    },
  };
}

function tokensOf({ sql, more }: VerifierOptions): TokenCredentials | null {
  if (!more?.provider) return null;
  return new TokenCredentials({ sql, ids: more.ids, provider: more.provider });
}

function actorIn(found: Found | null, now: Date, address: string | null): Actor | null {
  return found && isGood(found, now) && found.ranges.has(address) ? found.actor : null;
}
