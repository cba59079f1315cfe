import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import * as client from "openid-client";
import type { OidcSettings } from "./oidc-settings.js";
import { ROLES, type Role } from "./role.rules.js";

/** Signatures by the provider's private key alone: no shared secret, and never none. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "EdDSA",
];
/** A token of an unknown key asks for the provider's keys, but not more often than this. */
const KEYS_COOLDOWN_MS = 10_000;

/** What a token of the provider says of a person. */
export interface Claims {
  issuer: string;
  subject: string;
  email: string | null;
  name: string | null;
  roles: readonly Role[];
  expiresAt: Date;
}

/** What keeps a sign-in by browser together, from its start to the provider's answer. */
export interface PendingSignIn {
  verifier: string;
  state: string;
  nonce: string;
}

/** An OpenID provider: its tokens as credentials, and sign-ins by browser. */
export class OidcProvider {
  #discovered: Promise<client.Configuration> | undefined;
  #keys: JWTVerifyGetKey | undefined;

  constructor(
    readonly settings: OidcSettings,
    private readonly keysCooldownMs: number = KEYS_COOLDOWN_MS,
  ) {}

  /** The claims of an access token, or null when it is not one for this hub that holds now. */
  async verify(token: string, now: Date): Promise<Claims | null> {
    const { issuer, audience, clockToleranceSeconds: clockTolerance } = this.settings;
    const keys = (this.#keys ??= await this.#keySet());
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        clockTolerance,
        algorithms: ALGORITHMS,
        currentDate: now,
        requiredClaims: ["exp", "sub"],
      });
      return this.#claims(payload);
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }

  /** Where a browser goes to sign in, and what has to be kept until it comes back. */
  async begin(): Promise<{ url: URL; pending: PendingSignIn }> {
    const verifier = client.randomPKCECodeVerifier();
    const pending = { verifier, state: client.randomState(), nonce: client.randomNonce() };
    const url = client.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.settings.redirectUri ?? "",
      scope: this.settings.scope,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state: pending.state,
      nonce: pending.nonce,
    });
    return { url, pending };
  }

  /** What the provider says of who came back with a code; null when it was not begun here. */
  async finish(search: string, { verifier, state, nonce }: PendingSignIn): Promise<Claims | null> {
    const url = new URL(this.settings.redirectUri ?? "");
    url.search = search;
    try {
      const configuration = await this.#configuration();
      const tokens = await client.authorizationCodeGrant(configuration, url, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return this.#claims({ ...tokens.claims() });
    } catch (error) {
      if (error instanceof client.AuthorizationResponseError) return null;
      if (error instanceof client.ResponseBodyError || error instanceof client.ClientError) {
        return null;
      }
      throw error;
    }
  }

  #claims(payload: JWTPayload): Claims | null {
    const { iss, sub, exp } = payload;
    if (iss === undefined || sub === undefined || exp === undefined) return null;
    const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
    const tolerated = exp + this.settings.clockToleranceSeconds;
    return {
      issuer: iss,
      subject: sub,
      email: text(payload["email"]),
      name: text(payload["name"]),
      roles: this.#roles(payload),
      expiresAt: new Date(tolerated * 1_000),
    };
  }

  #roles(payload: JWTPayload): Role[] {
    const { rolesClaim, roles } = this.settings;
    const claim = rolesClaim.split(".").reduce<unknown>(within, payload);
    const values = (Array.isArray(claim) ? claim : [claim]).map(String);
    const named = new Set(
      values.map((value) => (Object.hasOwn(roles, value) ? roles[value] : null)),
    );
    return ROLES.filter((role) => named.has(role));
  }

  async #keySet(): Promise<JWTVerifyGetKey> {
    const { jwks_uri: uri } = (await this.#configuration()).serverMetadata();
    if (!uri) throw new Error("The OpenID provider publishes no keys");
    return createRemoteJWKSet(new URL(uri), { cooldownDuration: this.keysCooldownMs });
  }

  /** Asked for when it is needed first: the hub starts also while the provider is away. */
  #configuration(): Promise<client.Configuration> {
    this.#discovered ??= this.#discover().catch((error: unknown) => {
      this.#discovered = undefined;
      throw error;
    });
    return this.#discovered;
  }

  #discover(): Promise<client.Configuration> {
    const { issuer, clientId = "none", clientSecret } = this.settings;
    const isPlain = issuer.startsWith("http:"); // of this machine, see readOidcSettings
    const execute = isPlain ? [client.allowInsecureRequests] : [];
    const secret =
      clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret);
    return client.discovery(new URL(issuer), clientId, clientSecret, secret, { execute });
  }
}

function within(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** What speaks against the token, and not against the provider or the way to it. */
function isRefusal(error: unknown): boolean {
  return error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
}
