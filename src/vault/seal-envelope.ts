import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A key and the id by which envelopes name it. */
export interface NamedKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/**
 * An envelope is a version byte, the 16 bytes of its key's id, a nonce, a tag and the ciphertext
 * (AES-256-GCM, NIST SP 800-38D).
 */
const VERSION = 1;
const ID_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES + TAG_BYTES;
const CIPHER = "aes-256-gcm";

/**
 * Seals bytes.
 * @param place what the envelope is bound to: moved elsewhere, it does not open
 */
export function sealEnvelope({ id, key }: NamedKey, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(place, "utf8"));
  const ciphertext = cipher.update(plain);
  const last = cipher.final();
  const idBytes = Buffer.from(id.replaceAll("-", ""), "hex");
  const head = [Buffer.of(VERSION), idBytes, nonce, cipher.getAuthTag()];
  return Buffer.concat([...head, ciphertext, last]);
}

/** The id of the key that sealed an envelope. @throws Error when it is none */
export function keyOfEnvelope(envelope: Buffer): string {
  if (envelope[0] !== VERSION || envelope.length < HEAD_BYTES) {
    throw new Error("These bytes are no envelope");
  }
  const hex = envelope.toString("hex", 1, 1 + ID_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The bytes that were sealed. @throws Error when they were changed, or sealed for elsewhere */
export function openEnvelope(key: Buffer, place: string, envelope: Buffer): Buffer {
  const nonceAt = 1 + ID_BYTES;
  const tagAt = nonceAt + NONCE_BYTES;
  const decipher = createDecipheriv(CIPHER, key, envelope.subarray(nonceAt, tagAt), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(place, "utf8"));
  decipher.setAuthTag(envelope.subarray(tagAt, HEAD_BYTES));
  const plain = decipher.update(envelope.subarray(HEAD_BYTES));
  const last = decipher.final();
  return last.length === 0 ? plain : Buffer.concat([plain, last]);
}
