import { gzipSync } from "node:zlib";
import { pack, type Header } from "tar-stream";
import { adapterFor, type ParsedDocument } from "../../src/ingestion/adapters/index.js";
import type { CanonicalDocument } from "../../src/ingestion/canonical-document.js";
import { ARCHIVE_LIMITS, type ArchiveLimits } from "../../src/ingestion/archive-expansion.js";
import { openInput, type InputMember } from "../../src/ingestion/archive-members.js";
import { collected, inPieces } from "./camt-documents.js";

export interface Member extends Partial<Header> {
  name: string;
  content?: string;
}

/** A tar archive of these members, in this order. */
export async function tarOf(members: Member[]): Promise<Buffer> {
  const archive = pack();
  for (const { content = "", ...header } of members) archive.entry(header, content);
  archive.finalize();
  return Buffer.concat(await collected(archive as AsyncIterable<Buffer>));
}

export async function tarGzOf(members: Member[]): Promise<Buffer> {
  return gzipSync(await tarOf(members));
}

export type Outcome =
  | Exclude<InputMember, { kind: "document" }>
  | { kind: "parsed"; name: string; parsed: ParsedDocument };

/** What becomes of an input under a name, archives opened as the hub opens them. */
export async function outcomesOf(
  name: string,
  content: string | Uint8Array,
  limits: Partial<ArchiveLimits> = {},
  pieceBytes = 300,
): Promise<Outcome[]> {
  const adapter = adapterFor("camt.054");
  const source = { name, bytes: inPieces(content, pieceBytes) };
  const accepts = (file: string): boolean => adapter.accepts(file);
  const outcomes: Outcome[] = [];
  for await (const member of openInput(source, accepts, { ...ARCHIVE_LIMITS, ...limits })) {
    if (member.kind !== "document") outcomes.push(member);
    else {
      for await (const parsed of adapter.parse(member.bytes, member)) {
        outcomes.push({ kind: "parsed", name: member.name, parsed });
      }
    }
  }
  return outcomes;
}

/** The document of an outcome. @throws Error with what it is instead */
export function acceptedOf(outcome: Outcome | undefined): CanonicalDocument {
  if (outcome?.kind === "parsed" && outcome.parsed.ok) return outcome.parsed;
  throw new Error(outcome === undefined ? "nothing" : inShort(outcome));
}

/** An outcome in a line, for tables: what it was called, and its identity or refusal. */
export function inShort(outcome: Outcome): string {
  if (outcome.kind === "skipped") return `${outcome.name}: skipped, ${outcome.note}`;
  if (outcome.kind === "parsed" && outcome.parsed.ok) {
    return `${outcome.name}: ${outcome.parsed.documentId}`;
  }
  const refusal = refusalOf(outcome);
  return `${refusal?.file}: ${refusal?.code}`;
}

export function refusalOf(outcome: Outcome | undefined) {
  if (outcome?.kind === "refused") return outcome.refusal;
  return outcome?.kind === "parsed" && !outcome.parsed.ok ? outcome.parsed.refusal : undefined;
}
