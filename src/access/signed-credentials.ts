import { decodeId } from "../shared/graphql/global-id.js";
import type { ApiKeyCredentials } from "./api-key-credentials.js";
import type { Found } from "./believed-credentials.js";
import { isSignedBy, readSignature, type SignedMessage } from "./message-signature.js";
import type { NonceStore } from "./request-nonce.queries.js";
import type { SigningSecrets } from "./signing-secrets.js";

/** By how much a client's clock may differ, and so how old a signed request may be. */
export const SIGNATURE_SKEW_MS = 300_000;

/** A signed request whose signature is right. */
export interface Signed {
  keyId: string;
  found: Found;
  /** SHA-256 that the body has to have; null where there is none. */
  digest: Buffer | null;
}

/** Requests that are signed by the secret of an API key, each good once. */
export class SignedCredentials {
  constructor(
    private readonly keys: ApiKeyCredentials,
    private readonly secrets: SigningSecrets,
    private readonly nonces: NonceStore,
  ) {}

  /** Who signed a message, or null when it is not signed as it should be, too old, or a replay. */
  async verify(message: SignedMessage, now: Date): Promise<Signed | null> {
    const signature = readSignature(message);
    const keyId = signature && keyIn(signature.keyId);
    if (!signature || !keyId) return null;
    if (Math.abs(now.getTime() - signature.createdMs) > SIGNATURE_SKEW_MS) return null;
    const key = await this.keys.byId(keyId, now);
    if (!key) return null;
    const secrets = this.secrets.inForce(key.row, now);
    if (!secrets.some((secret) => isSignedBy(signature, secret))) return null;
    // Only once it is known who signed: strangers must not fill the store.
    const keptUntil = new Date(signature.createdMs + 2 * SIGNATURE_SKEW_MS);
    const isNew = await this.nonces.take(keyId, signature.nonce, now, keptUntil);
    return isNew ? { keyId, found: key.found, digest: signature.digest } : null;
  }
}

function keyIn(globalId: string): string | null {
  try {
    return decodeId("key", globalId);
  } catch {
    return null;
  }
}
