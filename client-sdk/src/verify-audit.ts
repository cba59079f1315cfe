import { canonicalJson } from "./canonical-json.js";
import { fromBase64Url, isSignedBy, sha256, toBase64Url } from "./statement-crypto.js";
import type { StatementPublicKey } from "./statement.js";

/** What a verification of an exported trail found. */
export interface AuditExportVerdict {
  /** The number of the last row up to which all are as they were written. */
  readonly verified: string;
  /** The first row that was changed, removed or swapped; null when there is none. */
  readonly brokenAt: string | null;
  /** Why the export is not to be trusted; null when all of it is as it was signed. */
  readonly problem: string | null;
}

const FORMAT = "tutti-audit/1";
const SIGNATURE_TYPE = "tutti-audit";
const NO_EXPORT = "This is no export of an audit trail";
const CHANGED = "The row was changed, removed or swapped";

type Line = Record<string, unknown>;

/** How far the reading of an export has come. */
interface Reading {
  header: Line | null;
  seal: Line | null;
  sequence: bigint;
  hash: string;
}

/**
 * Verifies an exported audit trail offline, by the public keys alone: each row by the chain, and
 * the whole by the signature over its end.
 * @param lines the lines of the export
 * @param keys the hub's keys, as `/statements/keys` has them
 */
export async function verifyAuditExport(
  lines: AsyncIterable<string>,
  keys: readonly StatementPublicKey[],
): Promise<AuditExportVerdict> {
  const reading: Reading = { header: null, seal: null, sequence: 0n, hash: "" };
  for await (const line of lines) {
    const broken = line === "" ? null : await take(reading, line);
    if (broken) return { verified: reading.sequence.toString(), ...broken };
  }
  const problem = await problemOf(reading, keys);
  return { verified: reading.sequence.toString(), brokenAt: null, problem };
}

type Broken = Omit<AuditExportVerdict, "verified"> | null;

async function take(reading: Reading, text: string): Promise<Broken> {
  const line = parsed(text);
  const next = (reading.sequence + 1n).toString();
  if (line === null) return { brokenAt: next, problem: "The line is no JSON" };
  if (reading.seal) return { brokenAt: null, problem: "There are lines after the seal" };
  if (reading.header === null) return begin(reading, line);
  if ("signature" in line) {
    reading.seal = line;
    return null;
  }
  const { sequence, previousHash, hash } = line;
  const continues = sequence === next && previousHash === reading.hash;
  if (!continues || hash !== (await hashOf(line))) {
    return { brokenAt: typeof sequence === "string" ? sequence : next, problem: CHANGED };
  }
  Object.assign(reading, { sequence: BigInt(sequence), hash });
  return null;
}

function begin(reading: Reading, header: Line): Broken {
  const { format, after, previousHash } = header;
  const isOne = format === FORMAT && typeof after === "string" && /^\d{1,19}$/.test(after);
  if (!isOne) return { brokenAt: null, problem: NO_EXPORT };
  Object.assign(reading, { header, sequence: BigInt(after), hash: previousHash });
  return null;
}

/** A row's hash: SHA-256 over its place, its content, and the hash before it. */
async function hashOf(row: Line): Promise<string> {
  const { kind, partnerId, reason, changes } = row;
  const isPlain = kind === "COMMAND" && partnerId === null && reason === null && changes === null;
  const content = [
    ...(isPlain ? [] : [{ kind, partnerId, reason, changes }]),
    { $int: row["sequence"] },
    row["previousHash"],
    { $date: row["at"] },
    ...PARTS.map((name) => row[name] ?? null),
  ];
  const digest = await sha256(new TextEncoder().encode(canonicalJson(content)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What of a row is hashed as it is, in this order. */
const PARTS = [
  "actorKind",
  "actorId",
  "actorName",
  "channel",
  "address",
  "requestId",
  "command",
  "inputHash",
  "outcome",
  "code",
  "facts",
] as const;

async function problemOf(
  { header, seal, sequence, hash }: Reading,
  keys: readonly StatementPublicKey[],
): Promise<string | null> {
  if (header === null) return NO_EXPORT;
  if (seal === null) return "The export has no seal: its end is missing";
  const { signature, ...sealed } = seal;
  const same = Object.entries(header).every(([name, value]) => sealed[name] === value);
  if (!same) return "The header is not as it was written";
  if (sealed["last"] !== sequence.toString() || sealed["lastHash"] !== hash) {
    return "Rows at the end are missing";
  }
  const isSigned = await isSignedByOne(canonicalJson(sealed), String(signature), keys);
  return isSigned ? null : "The signature is of none of the keys given";
}

async function isSignedByOne(
  canonical: string,
  signature: string,
  keys: readonly StatementPublicKey[],
): Promise<boolean> {
  const [header = "", , encoded = ""] = signature.split(".");
  const [text, bytes] = [fromBase64Url(header), fromBase64Url(encoded)];
  const { kid, typ, alg } = (text && parsed(new TextDecoder().decode(text))) ?? {};
  const key = keys.find((each) => each.kid === kid);
  if (!key || !bytes || typ !== SIGNATURE_TYPE || alg !== "EdDSA") return false;
  return isSignedBy(key, bytes, `${header}.${toBase64Url(canonical)}`);
}

function parsed(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Line) : null;
  } catch {
    return null;
  }
}
