import { statementPdf } from "./render-statement-pdf.js";
import type { Language } from "./statement-wording.rules.js";
import { statementCsv } from "./statement-csv.rules.js";
import type { SignedStatement } from "./statement.rules.js";

export const FORMATS = ["json", "csv", "pdf"] as const;
export type StatementFormat = (typeof FORMATS)[number];

export const CONTENT_TYPES: Record<StatementFormat, string> = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  pdf: "application/pdf",
};

/** A kept statement as a file; JSON is exactly the bytes that were signed and kept. */
export async function renderStatement(
  content: string,
  format: StatementFormat,
  language: Language,
): Promise<string | Buffer> {
  if (format === "json") return content;
  const signed = JSON.parse(content) as SignedStatement;
  return format === "csv" ? statementCsv(signed, language) : statementPdf(signed, language);
}
