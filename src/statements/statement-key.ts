import { createPrivateKey, createPublicKey, hash, sign, type KeyObject } from "node:crypto";

/** A public key by which statements are verified: a JSON Web Key (RFC 8037). */
export interface StatementPublicKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  /** The key's 32 bytes, in base64url. */
  readonly x: string;
  /** Its thumbprint (RFC 7638): the key id that a signature names. */
  readonly kid: string;
  readonly use: "sig";
  readonly alg: "EdDSA";
}

/** The two halves of a key. */
export interface StatementKey {
  readonly privateKey: KeyObject;
  readonly publicKey: StatementPublicKey;
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signing key that 32 random bytes are. @throws Error when they are not so many */
export function statementKey(seed: Buffer): StatementKey {
  if (seed.length !== 32) throw new Error("A signing key is made of 32 random bytes");
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  return { privateKey, publicKey: publicKeyOf(x) };
}

/** The public key of 32 bytes, given in base64url. */
export function publicKeyOf(x: string): StatementPublicKey {
  const members = JSON.stringify({ crv: "Ed25519", kty: "OKP", x });
  const kid = hash("sha256", members, "base64url");
  return { kty: "OKP", crv: "Ed25519", x, kid, use: "sig", alg: "EdDSA" };
}

/** The media type of what is signed, so that no other signature of the key passes for one. */
export const SIGNATURE_TYPE = "tutti-statement";

/** The detached signature (RFC 7515, appendix F) of a canonical text: `<header>..<signature>`. */
export function detachedSignature(
  canonical: string,
  { privateKey, publicKey }: StatementKey,
  typ: string = SIGNATURE_TYPE,
): string {
  const header = { alg: publicKey.alg, kid: publicKey.kid, typ };
  const encoded = Buffer.from(JSON.stringify(header), "utf8").toString("base64url");
  const payload = Buffer.from(canonical, "utf8").toString("base64url");
  const signature = sign(null, Buffer.from(`${encoded}.${payload}`, "ascii"), privateKey);
  return `${encoded}..${signature.toString("base64url")}`;
}
