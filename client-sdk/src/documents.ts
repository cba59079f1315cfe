import type { PartnerKind } from "../generated/operations.js";
import { ProtocolError } from "./errors.js";
import { ndjsonLines } from "./ndjson.js";
import type { CallOptions } from "./operations.js";
import { refusalOf } from "./refusal.js";
import { errorOf } from "./answer.js";
import type { Transport } from "./transport.js";

/** A file to import: a document, or an archive of documents. */
export interface DocumentUpload {
  /** The partner's code. */
  partner: string;
  /** The format, as in `camt.054`; left out, the adapter that is active for the partner. */
  adapter?: string;
  fileName: string;
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | Blob;
  /** Adds the partner, as one of this kind, where there is none with the code. */
  createPartner?: PartnerKind;
}

/** The transactions of one currency and direction. */
export interface ImportTotal {
  readonly currency: string;
  readonly direction: "IN" | "OUT";
  readonly transactions: number;
  /** Minor units. */
  readonly amountMinor: string;
  /** Major units. */
  readonly amount: string;
}

interface ImportCounts {
  readonly transactions: number;
  /** Posted now. */
  readonly posted: number;
  /** In the ledger before, with the same content. */
  readonly known: number;
  readonly refused: number;
  /** Not booked by the document's own word, and so not posted. */
  readonly unposted: number;
  readonly totals: readonly ImportTotal[];
}

/** Why a document was refused, and where in it the reason lies. */
export interface DocumentRefusal {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly element?: string;
  readonly code: string;
  readonly reason: string;
}

/** What became of one document. */
export interface ImportedDocument extends ImportCounts {
  readonly kind: "document";
  readonly documentId: string | null;
  readonly file: string;
  readonly state: "POSTED" | "PARTIAL" | "REFUSED";
  readonly refusedTransactions: readonly {
    readonly position: number;
    readonly externalId: string;
    readonly code: string;
    readonly reason: string;
  }[];
  readonly refusal?: DocumentRefusal;
}

/** A file of an archive that is none of the adapter's. */
export interface SkippedFile {
  readonly kind: "skipped";
  readonly file: string;
  readonly note: string;
}

/** The end of an upload: the sums of all of its documents. */
export interface ImportSummary extends ImportCounts {
  readonly kind: "summary";
  readonly documents: number;
  readonly refusedDocuments: number;
  readonly partialDocuments: number;
  readonly skippedFiles: number;
}

export type ImportLine = ImportedDocument | SkippedFile | ImportSummary;

/**
 * Sends a file and tells what becomes of each of its documents, as it happens; the last line is the
 * summary. Sending the same again is safe: nothing is posted twice. @throws TuttiError
 */
export async function* importDocuments(
  transport: Transport,
  upload: DocumentUpload,
  { signal }: CallOptions = {},
): AsyncGenerator<ImportLine> {
  const response = await transport.send(pathOf(upload), {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      ...(upload.adapter === undefined ? {} : { "tutti-adapter": upload.adapter }),
      "tutti-file-name": encodeURIComponent(upload.fileName),
    },
    body: upload.body,
    duplex: "half",
    ...(signal ? { signal } : {}),
  });
  if (!response.ok || !response.body) throw await refusalOf(response);
  let complete = false;
  for await (const line of ndjsonLines(response.body)) {
    const read = lineOf(line);
    complete = read.kind === "summary";
    yield read;
  }
  if (!complete) throw new ProtocolError("The answer ended before its summary");
}

function pathOf({ partner, createPartner }: DocumentUpload): string {
  const path = `/ingest/${encodeURIComponent(partner)}`;
  return createPartner ? `${path}?createPartner=${createPartner}` : path;
}

function lineOf(value: unknown): ImportLine {
  const line = value as ImportLine | { kind: "error"; code: string; message: string };
  if (line.kind === "error") {
    const { code, message, ...rest } = line;
    throw errorOf({ message, extensions: { code, ...rest } });
  }
  return line;
}
