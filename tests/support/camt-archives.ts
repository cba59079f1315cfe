import { gzipSync } from "node:zlib";
import { pack, type Header } from "tar-stream";
import { adapterFor } from "../../src/ingestion/adapters/index.js";
import { readDocuments, type DocumentOutcome } from "../../src/ingestion/archive-documents.js";
import { ARCHIVE_LIMITS, type ArchiveLimits } from "../../src/ingestion/archive-expansion.js";
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

/** What becomes of an input under a name, read in pieces of a few hundred bytes. */
export function outcomesOf(
  name: string,
  content: string | Uint8Array,
  limits: Partial<ArchiveLimits> = {},
): Promise<DocumentOutcome[]> {
  const sources = [{ name, bytes: inPieces(content, 300) }];
  const options = { limits: { ...ARCHIVE_LIMITS, ...limits } };
  return collected(readDocuments(adapterFor("camt.054"), sources, options));
}

/** Outcomes in a line each, for tables. */
export function inShort(outcomes: DocumentOutcome[]): string[] {
  return outcomes.map((outcome) => {
    if (outcome.kind === "accepted") return `${outcome.file}: ${outcome.document.documentId}`;
    if (outcome.kind === "skipped") return `${outcome.file}: skipped, ${outcome.note}`;
    return `${outcome.file}: ${outcome.refusal.code}`;
  });
}
