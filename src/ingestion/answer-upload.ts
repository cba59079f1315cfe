import { formatMinor } from "../shared/money.js";
import { encodeId } from "../shared/graphql/global-id.js";
import { sumOf, type DocumentState, type DocumentTotal } from "./document.rules.js";
import type { DocumentResult } from "./import-document.js";
import type { FileOutcome } from "./import-upload.js";

/** What became of all files of an upload. */
export class UploadSummary {
  private readonly counts = {
    documents: 0,
    refusedDocuments: 0,
    partialDocuments: 0,
    skippedFiles: 0,
    transactions: 0,
    posted: 0,
    known: 0,
    refused: 0,
    unposted: 0,
  };
  private totals: DocumentTotal[] = [];

  add(outcome: FileOutcome): void {
    if (outcome.kind === "skipped") this.counts.skippedFiles += 1;
    else this.addDocument(outcome.result);
  }

  private addDocument(result: DocumentResult): void {
    const { counts } = this;
    counts.documents += 1;
    if (result.state === "REFUSED") counts.refusedDocuments += 1;
    if (result.state === "PARTIAL") counts.partialDocuments += 1;
    for (const count of ["transactions", "posted", "known", "refused", "unposted"] as const) {
      counts[count] += result[count];
    }
    this.totals = sumOf([this.totals, result.totals]);
  }

  line(): string {
    return lineOf({ kind: "summary", ...this.counts, totals: shownTotals(this.totals) });
  }
}

/** The answer to one file of an upload, as a line of JSON. */
export function answerFile(outcome: FileOutcome): string {
  if (outcome.kind === "skipped") return lineOf({ kind: "skipped", ...outcome.skipped });
  return lineOf({ kind: "document", ...shownResult(outcome.result) });
}

function shownResult(result: DocumentResult): Record<string, unknown> & { state: DocumentState } {
  const { documentId, totals, ...rest } = result;
  const id = documentId === null ? null : encodeId("doc", documentId);
  return { documentId: id, ...rest, totals: shownTotals(totals) };
}

function shownTotals(totals: readonly DocumentTotal[]): object[] {
  return totals.map(({ amountMinor, currency, ...rest }) => ({
    ...rest,
    currency,
    amountMinor: amountMinor.toString(),
    amount: formatMinor(amountMinor, currency),
  }));
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
