import {
  adapterFor,
  type ParsedDocument,
  type Refusal,
} from "../../src/ingestion/adapters/index.js";
import type { CanonicalDocument } from "../../src/ingestion/canonical-document.js";
import type { CanonicalStatement } from "../../src/ingestion/canonical-statement.js";
import { parseMinor } from "../../src/shared/money.js";
import { conformanceBytes, hasConformanceFiles } from "./camt-conformance.js";
import { collected, inPieces } from "./camt-documents.js";

/** A line of EXPECTED.jsonl: what an independent script found in a file. */
export interface Expectation {
  file: string;
  format?: string;
  [fact: string]: unknown;
}

/** What the independent script says of the files below a folder. */
export function expectations(folder: string): Expectation[] {
  if (!hasConformanceFiles) return [];
  const lines = conformanceBytes("EXPECTED.jsonl").toString("utf8").trim().split("\n");
  return lines
    .map((line) => JSON.parse(line) as Expectation)
    .filter(({ file }) => file.startsWith(folder));
}

export interface Reading {
  documents: CanonicalDocument[];
  refusal: Refusal | undefined;
}

/** Reads a published file through an adapter, as the hub does. */
export async function readPublished(adapter: string, file: string): Promise<Reading> {
  return readBytes(adapter, conformanceBytes(file), file);
}

export async function readBytes(
  adapter: string,
  bytes: string | Uint8Array,
  name = "sample",
  pieceBytes = 64 * 1024,
): Promise<Reading> {
  const parsed = await collected<ParsedDocument>(
    adapterFor(adapter).parse(inPieces(bytes, pieceBytes), { name }),
  );
  return {
    documents: parsed.filter((one) => one.ok),
    refusal: parsed.find((one) => !one.ok)?.refusal,
  };
}

export function statementsOf({ documents, refusal }: Reading): CanonicalStatement[] {
  if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
  return documents.flatMap(({ statements }) => statements);
}

/** Credits less debits of lines, in minor units. */
export function netOf(lines: CanonicalStatement["lines"]): bigint {
  return lines.reduce(
    (sum, { direction, amountMinor }) => sum + (direction === "IN" ? amountMinor : -amountMinor),
    0n,
  );
}

export function sideOf(lines: CanonicalStatement["lines"], direction: "IN" | "OUT"): bigint {
  return netOf(lines.filter((line) => line.direction === direction));
}

/** What a statement's own check came to, as the independent script writes it. */
export function checkText({ check, currency = "EUR" }: CanonicalStatement): string | undefined {
  if (check.status === "NOT_CHECKED") return undefined;
  return check.status === "AGREES" ? "OK" : `DIFF ${check.differenceMinor} ${currency}`;
}

/** "DIFF -12.50" in minor units, to compare; "OK" and nothing stay. */
export function expectedCheck(check: unknown, currency = "EUR"): string | undefined {
  if (typeof check !== "string" || check === "OK") return check as string | undefined;
  return `DIFF ${parseMinor(check.slice("DIFF ".length), currency)} ${currency}`;
}
