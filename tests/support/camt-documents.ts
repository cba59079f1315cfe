import { readFileSync } from "node:fs";
import {
  adapterFor,
  type AdapterOptions,
  type ParsedDocument,
  type Refusal,
} from "../../src/ingestion/adapters/index.js";
import type { CanonicalDocument } from "../../src/ingestion/canonical-document.js";

const FIXTURES = new URL("../fixtures/camt-054/", import.meta.url);

/** A hand-written notification of one version: "v02", "v04", "v08", "v10". */
export function fixture(version: string): string {
  return readFileSync(new URL(`${version}.xml`, FIXTURES), "utf8");
}

/** Bytes in pieces, as a file or a socket gives them. */
export async function* inPieces(
  content: string | Uint8Array,
  size = 64 * 1024,
): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Everything that a stream yields. */
export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export function parseCamt054(
  content: string | Uint8Array,
  options: AdapterOptions & { pieceBytes?: number } = {},
): Promise<ParsedDocument[]> {
  const { pieceBytes, ...adapterOptions } = options;
  const bytes = inPieces(content, pieceBytes);
  const source = { name: "notification.xml" };
  return collected(adapterFor("camt.054").parse(bytes, source, adapterOptions));
}

/** The one document of an input that must be good. */
export async function accepted(
  content: string | Uint8Array,
  options?: AdapterOptions & { pieceBytes?: number },
): Promise<CanonicalDocument> {
  const [parsed, ...others] = await parseCamt054(content, options);
  if (parsed === undefined || others.length > 0) throw new Error("not one document");
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.refusal)}`);
  return parsed;
}

/** Why an input is refused; it must be, and with nothing else beside. */
export async function refused(
  content: string | Uint8Array,
  options?: AdapterOptions & { pieceBytes?: number },
): Promise<Refusal> {
  const [parsed, ...others] = await parseCamt054(content, options);
  if (parsed === undefined || others.length > 0) throw new Error("not one document");
  if (parsed.ok) throw new Error("accepted");
  return parsed.refusal;
}

/** The parts of a notification of version 10; what a test leaves out is made right. */
export interface CamtParts {
  messageId?: string;
  header?: string;
  summary?: string;
  entries?: string;
  version?: string;
}

export function camt054(parts: CamtParts = {}): string {
  const { messageId = "MSG-1", version = "10", summary = "", entries = entry() } = parts;
  const header =
    parts.header ?? `<MsgId>${messageId}</MsgId><CreDtTm>2024-05-01T08:00:00Z</CreDtTm>`;
  return [
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.${version}">`,
    `<BkToCstmrDbtCdtNtfctn><GrpHdr>${header}</GrpHdr>`,
    `<Ntfctn><Id>N-1</Id><Acct><Id><IBAN>XX00</IBAN></Id></Acct>${summary}`,
    `${entries}`,
    "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>",
  ].join("\n");
}

export interface EntryParts {
  amount?: string;
  currency?: string;
  direction?: string;
  /** Everything between CdtDbtInd and NtryDtls. */
  middle?: string;
  /** The content of NtryDtls. */
  details?: string;
}

export function entry(parts: EntryParts = {}): string {
  const { amount = "10.00", currency = "EUR", direction = "CRDT" } = parts;
  const { middle = "<Sts><Cd>BOOK</Cd></Sts>", details } = parts;
  return [
    `<Ntry><Amt Ccy="${currency}">${amount}</Amt>`,
    `<CdtDbtInd>${direction}</CdtDbtInd>${middle}`,
    details === undefined ? "" : `<NtryDtls>${details}</NtryDtls>`,
    "</Ntry>",
  ].join("\n");
}

export interface DetailParts {
  amount?: string;
  currency?: string;
  direction?: string;
  rest?: string;
}

export function detail(parts: DetailParts = {}): string {
  const { amount = "10.00", currency = "EUR", direction = "CRDT", rest = "" } = parts;
  const sign = direction === "" ? "" : `<CdtDbtInd>${direction}</CdtDbtInd>`;
  return `<TxDtls>\n<Amt Ccy="${currency}">${amount}</Amt>\n${sign}${rest}</TxDtls>`;
}
