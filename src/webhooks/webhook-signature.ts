import { createHmac } from "node:crypto";

/** What a signature says besides the body. */
export interface SignedMessage {
  id: string;
  /** Seconds since the epoch. */
  timestamp: number;
  body: string;
}

/** What the text of a secret begins with; base64 of its 32 bytes follows. */
const SECRET_PREFIX = "whsec_";

/** The secret of an endpoint: from the hub's own, so that it stands in no table and no backup. */
export function deriveSecret(hubKey: Buffer, endpointId: string, number: number): Buffer {
  return createHmac("sha256", hubKey).update(`webhook ${endpointId} ${number}`).digest();
}

/** A secret as its receiver is told of it, once. */
export function secretText(secret: Buffer): string {
  return SECRET_PREFIX + secret.toString("base64");
}

/**
 * One signature for each secret that is in force, as receivers take them apart.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signatureHeader(secrets: readonly Buffer[], message: SignedMessage): string {
  const { id, timestamp, body } = message;
  const signed = `${id}.${timestamp}.${body}`;
  return secrets
    .map((secret) => `v1,${createHmac("sha256", secret).update(signed).digest("base64")}`)
    .join(" ");
}
