import { canonicalJson } from "./canonical-json.js";
import { StatementNotVerified } from "./statement-not-verified.js";
import { fromBase64Url, isSignedBy, toBase64Url } from "./statement-crypto.js";
import type { SignedStatement, Statement, StatementKeys, StatementPublicKey } from "./statement.js";

/** What the hub signs, so that no other signature passes for a statement's. */
const SIGNATURE_TYPE = "tutti-statement";
const FORMAT = "tutti-statement/1";

/**
 * Verifies that a statement is, to the last digit, as the hub signed it: offline, by the public key
 * alone. Answers what was signed; trust that and nothing else of the file.
 * @param signed the statement as it was downloaded: its text, or the same parsed
 * @param publicKeys the hub's keys, got once from `/statements/keys` and kept
 * @throws StatementNotVerified
 */
export async function verifyStatement(
  signed: SignedStatement | string,
  publicKeys: StatementKeys,
): Promise<Statement> {
  const { canonical, signature } = readSigned(signed);
  const { header, kid, bytes } = readSignature(signature);
  const key = keyNamed(kid, publicKeys);
  const isGenuine = await isSignedBy(key, bytes, `${header}.${toBase64Url(canonical)}`);
  if (!isGenuine) {
    const why = "The statement or its signature was changed, or the signature is of another key";
    throw new StatementNotVerified("BAD_SIGNATURE", why);
  }
  return known(JSON.parse(canonical) as Statement);
}

function readSigned(signed: SignedStatement | string): { canonical: string; signature: string } {
  try {
    const parsed: unknown = typeof signed === "string" ? JSON.parse(signed) : signed;
    const { statement, signature, ...others } = parsed as Record<string, unknown>;
    if (typeof statement !== "object" || typeof signature !== "string")
      throw new TypeError("parts");
    // What is beside the statement is not signed: nobody shall take it for a part of it.
    if (Object.keys(others).length > 0) throw new TypeError("unsigned parts");
    return { canonical: canonicalJson(statement), signature };
  } catch (error) {
    throw malformed("This is no signed statement of a Tutti hub", error);
  }
}

interface Signature {
  header: string;
  kid: string;
  bytes: Uint8Array<ArrayBuffer>;
}

function readSignature(signature: string): Signature {
  const [header = "", payload, encoded = "", ...rest] = signature.split(".");
  const bytes = fromBase64Url(encoded);
  const text = fromBase64Url(header);
  if (payload !== "" || rest.length > 0 || bytes === null || text === null) {
    throw malformed("The signature is no detached JSON Web Signature");
  }
  return { header, bytes, kid: keyIdOf(text) };
}

function keyIdOf(header: Uint8Array): string {
  try {
    const { alg, typ, kid, crit } = JSON.parse(new TextDecoder().decode(header)) as Header;
    if (alg === "EdDSA" && typ === SIGNATURE_TYPE && crit === undefined) {
      if (typeof kid === "string") return kid;
    }
  } catch (error) {
    throw malformed("The signature's header is no JSON", error);
  }
  throw malformed("The signature is none of a statement");
}

interface Header {
  alg?: unknown;
  typ?: unknown;
  kid?: unknown;
  crit?: unknown;
}

function keyNamed(kid: string, publicKeys: StatementKeys): StatementPublicKey {
  const keys = "find" in publicKeys ? publicKeys : publicKeys.keys;
  const key = keys.find((candidate) => candidate.kid === kid);
  if (key) return key;
  const why = `The statement is signed by the key "${kid}", which is none of those given`;
  throw new StatementNotVerified("UNKNOWN_KEY", why);
}

function known(statement: Statement): Statement {
  const format: string = statement.format;
  if (format === FORMAT) return statement;
  throw malformed(`The statement's format is "${format}", not "${FORMAT}"`);
}

function malformed(why: string, cause?: unknown): StatementNotVerified {
  return new StatementNotVerified("MALFORMED", why, { cause });
}
