import { StatementNotVerified } from "./statement-not-verified.js";
import type { StatementPublicKey } from "./statement.js";

const LEAF = 0;
const NODE = 1;

/** The hash of a leaf (RFC 6962, section 2.1): of its text after a zero byte. */
export function leafHash(text: string): Promise<Uint8Array> {
  return sha256(Uint8Array.of(LEAF, ...new TextEncoder().encode(text)));
}

/** The hash of a node above two others. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return sha256(Uint8Array.of(NODE, ...left, ...right));
}

/** SHA-256 of bytes. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await webCrypto().digest("SHA-256", bytes));
}

/**
 * Whether an Ed25519 signature is of a key. @throws StatementNotVerified where the platform cannot
 * tell, or the key is none
 */
export async function isSignedBy(
  { kty, crv, x }: StatementPublicKey,
  signature: Uint8Array<ArrayBuffer>,
  signed: string,
): Promise<boolean> {
  const subtle = webCrypto();
  const bytes = new TextEncoder().encode(signed);
  try {
    const jwk = { kty, crv, x };
    const key = await subtle.importKey("jwk", jwk, { name: "Ed25519" }, false, ["verify"]);
    return await subtle.verify({ name: "Ed25519" }, key, signature, bytes);
  } catch (error) {
    throw cannotVerify(error);
  }
}

function cannotVerify(error: unknown): StatementNotVerified {
  const named = error instanceof Error ? error.name : "";
  if (named === "NotSupportedError" || named === "SyntaxError") {
    return new StatementNotVerified("UNSUPPORTED", NO_ED25519, { cause: error });
  }
  const why = "The public key is not an Ed25519 key (RFC 8037)";
  return new StatementNotVerified("UNKNOWN_KEY", why, { cause: error });
}

const NO_ED25519 =
  "This platform's Web Crypto has no Ed25519: use Node 20, Chrome 137, Firefox 129, Safari 17 or " +
  "newer, or verify elsewhere";

type Subtle = typeof globalThis.crypto.subtle;

function webCrypto(): Subtle {
  // Pages that did not come over HTTPS have a crypto object without this part.
  const { subtle } = (globalThis.crypto ?? {}) as { subtle?: Subtle };
  if (subtle) return subtle;
  const why = "There is no Web Crypto here: in browsers it needs a page that came over HTTPS";
  throw new StatementNotVerified("UNSUPPORTED", why);
}

/** The bytes of a base64url text; null where it is none, or not the one text of its bytes. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  if (base64Url(binary) !== text) return null;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** A text as base64url of its UTF-8. */
export function toBase64Url(text: string): string {
  const parts: string[] = [];
  for (const byte of new TextEncoder().encode(text)) parts.push(String.fromCharCode(byte));
  return base64Url(parts.join(""));
}

function base64Url(binary: string): string {
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The bytes of 64 lower-case hexadecimal digits; null for anything else. */
export function fromHash(hex: unknown): Uint8Array | null {
  if (typeof hex !== "string" || !/^[0-9a-f]{64}$/.test(hex)) return null;
  return Uint8Array.from({ length: 32 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
