import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { parseDictionary, serializeInnerList, type InnerList, type Item } from "structured-headers";

/**
 * HTTP Message Signatures (RFC 9421) with hmac-sha256, and Content-Digest (RFC 9530) with sha-256:
 * the part of them that the hub takes is in schema/README.md.
 */
export interface SignedMessage {
  method: string;
  /** As the client named it, without a default port. */
  authority: string;
  path: string;
  /** With its question mark; empty when there is none. */
  query: string;
  contentDigest: string | undefined;
  signatureInput: string | undefined;
  signature: string | undefined;
  /** Whether a body follows. */
  hasBody: boolean;
}

/** A signature that is well-formed; nothing of it is verified yet. */
export interface ReadSignature {
  keyId: string;
  nonce: string;
  createdMs: number;
  /** What was signed. */
  base: string;
  bytes: Buffer;
  /** SHA-256 that the body must have; null where there is no body. */
  digest: Buffer | null;
}

const ALGORITHM = "hmac-sha256";
const NONCE = /^[\x21-\x7e]{16,128}$/;

/** Reads the signature of a message; null when it is none of those that the hub takes. */
export function readSignature(message: SignedMessage): ReadSignature | null {
  try {
    return read(message);
  } catch {
    return null; // no structured field
  }
}

function read(message: SignedMessage): ReadSignature | null {
  const signed = signedIn(message);
  const parameters = signed && parametersOf(signed.list[1]);
  if (!signed || !parameters || !coversAll(signed.list, message)) return null;
  const base = signatureBase(signed.list, message);
  const digest = digestIn(message.contentDigest);
  if (base === null || (message.hasBody && digest === null)) return null;
  return { ...parameters, base, bytes: signed.bytes, digest };
}

/** The first signature that is named, as clients send one. */
function signedIn(message: SignedMessage): { list: InnerList; bytes: Buffer } | null {
  const [first] = parseDictionary(message.signatureInput ?? "");
  if (!first || !isInnerList(first[1])) return null;
  const value = parseDictionary(message.signature ?? "").get(first[0])?.[0];
  return value instanceof ArrayBuffer ? { list: first[1], bytes: Buffer.from(value) } : null;
}

function isInnerList(member: Item | InnerList): member is InnerList {
  return Array.isArray(member[0]);
}

type SignatureParameters = Pick<ReadSignature, "keyId" | "nonce" | "createdMs">;

function parametersOf(parameters: InnerList[1]): SignatureParameters | null {
  const created = parameters.get("created");
  const keyId = parameters.get("keyid");
  const nonce = parameters.get("nonce");
  if (parameters.get("alg") !== ALGORITHM || !Number.isInteger(created)) return null;
  if (typeof keyId !== "string" || typeof nonce !== "string" || !NONCE.test(nonce)) return null;
  return { keyId, nonce, createdMs: Number(created) * 1_000 };
}

/** Everything that decides what the request does has to be signed. */
function coversAll([items]: InnerList, { query, hasBody }: SignedMessage): boolean {
  const covered = new Set(items.map(([name]) => name));
  const needed = ["@method", "@authority", "@path"];
  if (query !== "") needed.push("@query");
  if (hasBody) needed.push("content-digest");
  return needed.every((name) => covered.has(name)) && covered.size === items.length;
}

/** The text that is signed (RFC 9421, 2.5); null when a component is none that the hub knows. */
function signatureBase(list: InnerList, message: SignedMessage): string | null {
  const values: Record<string, string | undefined> = {
    "@method": message.method.toUpperCase(),
    "@authority": message.authority.toLowerCase(),
    "@path": message.path,
    "@query": message.query === "" ? "?" : message.query,
    "content-digest": message.contentDigest,
  };
  const lines = list[0].map(([name, parameters]) => {
    if (typeof name !== "string" || parameters.size > 0) return null;
    const value = values[name];
    return value === undefined ? null : `"${name}": ${value}`;
  });
  if (lines.includes(null)) return null;
  return [...lines, `"@signature-params": ${serializeInnerList(list)}`].join("\n");
}

function digestIn(header: string | undefined): Buffer | null {
  const value = parseDictionary(header ?? "").get("sha-256")?.[0];
  return value instanceof ArrayBuffer ? Buffer.from(value) : null;
}

/** Whether a secret made a signature. */
export function isSignedBy({ base, bytes }: ReadSignature, secret: string): boolean {
  const expected = createHmac("sha256", secret).update(base).digest();
  return expected.length === bytes.length && timingSafeEqual(expected, bytes);
}

/** Whether a body is the one that was signed. */
export function isDigestOf(digest: Buffer, body: Buffer): boolean {
  return createHash("sha256").update(body).digest().equals(digest);
}
