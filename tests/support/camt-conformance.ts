import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CanonicalTransaction } from "../../src/ingestion/canonical-transaction.js";
import { openInput } from "../../src/ingestion/archive-members.js";
import { parseMinor } from "../../src/shared/money.js";
import { outcomesOf, type Outcome } from "./camt-archives.js";
import { collected, inPieces } from "./camt-documents.js";

/** Real and published partner files, which are not part of the repository. */
export const CONFORMANCE_FOLDER = resolve(
  process.env.TUTTI_CONFORMANCE_DATA ?? resolve(import.meta.dirname, "../../../shared/data"),
);

export const hasConformanceFiles = existsSync(resolve(CONFORMANCE_FOLDER, "EXPECTED.jsonl"));

/** Says aloud that something is not tested here, since a test that does not run says nothing. */
export function sayLeftOut(what: string): string {
  const message = `${what} is NOT TESTED: there are no published files in ${CONFORMANCE_FOLDER}`;
  console.warn(message);
  return message;
}

export function conformanceBytes(file: string): Buffer {
  return readFileSync(resolve(CONFORMANCE_FOLDER, file));
}

export function conformanceFiles(folder: string): string[] {
  const names = readdirSync(resolve(CONFORMANCE_FOLDER, folder)).toSorted();
  return names.map((name) => `${folder}/${name}`);
}

/** What an independent script found in a file of camt.054. */
export interface ExpectedFile {
  file: string;
  format?: string;
  days?: Record<string, { net: string; transactions: number; credits: string; debits: string }>;
  statements?: {
    entries: number;
    cr: string;
    db: string;
    txdtls: number;
    ccys: string[];
    detail_sum_mismatch?: number;
  }[];
}

export function expectedFiles(): ExpectedFile[] {
  if (!hasConformanceFiles) return [];
  const lines = conformanceBytes("EXPECTED.jsonl").toString("utf8").trim().split("\n");
  const files = lines.map((line) => JSON.parse(line) as ExpectedFile);
  return files.filter(({ format }) => format?.startsWith("camt.054"));
}

/** Reads a file as the hub does, in pieces of the size in which files are read. */
export function readConformanceFile(file: string): Promise<Outcome[]> {
  return outcomesOf(file, conformanceBytes(file), {}, 64 * 1024);
}

/** The text of the first document in an archive. */
export async function firstDocument(archive: string): Promise<string> {
  const source = { name: archive, bytes: inPieces(conformanceBytes(archive)) };
  for await (const member of openInput(source, () => true)) {
    if (member.kind !== "document") continue;
    return Buffer.concat(await collected(member.bytes)).toString("utf8");
  }
  throw new Error(`${archive} holds no document`);
}

/** Credits and debits of rows, in minor units. */
export function sums(rows: CanonicalTransaction[]): { credits: bigint; debits: bigint } {
  const total = (direction: "IN" | "OUT"): bigint =>
    rows
      .filter((row) => row.direction === direction)
      .reduce((sum, row) => sum + row.amountMinor, 0n);
  return { credits: total("IN"), debits: total("OUT") };
}

/** `Ntry/Amt` with its sign, read by hand: these documents have one entry each. */
export function entryAmount(text: string): bigint {
  const match = /<Ntry>\s*<Amt Ccy="EUR">([\d.]+)<\/Amt>\s*<CdtDbtInd>(\w+)</.exec(text);
  return signedMinor(match?.[1] ?? "", match?.[2] ?? "");
}

/** Net turnover of a camt.052 position: the balances of a proprietary type, one a counterparty. */
export function netTurnover(text: string): bigint {
  const balances = text.match(/<Bal>[^]*?<\/Bal>/g) ?? [];
  return balances
    .filter((balance) => /<CdOrPrtry>\s*<Prtry>/.test(balance))
    .map((balance) => /<Amt Ccy="EUR">([\d.]+)<\/Amt>\s*<CdtDbtInd>(\w+)</.exec(balance))
    .reduce((net, match) => net + signedMinor(match?.[1] ?? "", match?.[2] ?? ""), 0n);
}

function signedMinor(amount: string, direction: string): bigint {
  // the bank writes ".5"
  const minor = parseMinor(amount.replace(/^\./, "0."), "EUR");
  return direction === "DBIT" ? -minor : minor;
}
