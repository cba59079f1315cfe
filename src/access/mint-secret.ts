import { createHash, randomBytes } from "node:crypto";

/** The text of an API key, which only its holder has, and what the hub keeps of it. */
export interface MintedSecret {
  text: string;
  prefix: string;
  hash: Buffer;
}

const PREFIX_BYTES = 6;
const SECRET_BYTES = 32;

/**
 * A new key: `tutti_<prefix>_<secret>`. The prefix tells keys apart, the secret is 256 random bits.
 */
export function mintSecret(): MintedSecret {
  const prefix = `tutti_${randomBytes(PREFIX_BYTES).toString("hex")}`;
  const text = `${prefix}_${randomBytes(SECRET_BYTES).toString("hex")}`;
  return { text, prefix, hash: hashSecret(text) };
}

/**
 * What is stored of a key. SHA-256 and not a slow password hash: slowness protects secrets that can
 * be guessed, and 256 random bits cannot, while this runs on the way of every request.
 */
export function hashSecret(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
