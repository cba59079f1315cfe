import { formatMinor } from "../shared/money.js";
import type { ExportFormat } from "./export-transactions.js";
import type { ExportedRow } from "./export.queries.js";

const COLUMNS = [
  "id",
  "partner",
  "externalId",
  "kind",
  "type",
  "direction",
  "amount",
  "amountMinor",
  "currency",
  "occurredAt",
  "postedAt",
  "counterparty",
  "reference",
] as const;

type Line = Record<(typeof COLUMNS)[number], string | null>;

/** What stands before the first row. */
export function exportHead(format: ExportFormat): string {
  return format === "CSV" ? `${COLUMNS.join(",")}\r\n` : "";
}

/** Rows as the file has them: RFC 4180, or one JSON object a line. */
export function exportLines(format: ExportFormat, rows: readonly ExportedRow[]): string {
  const print = format === "CSV" ? csvLine : jsonLine;
  let text = "";
  for (const row of rows) text += print(lineOf(row));
  return text;
}

function lineOf(row: ExportedRow): Line {
  const amount = formatMinor(BigInt(row.amountMinor), row.currency);
  return { ...row, id: `txn_${row.id.replaceAll("-", "")}`, amount };
}

function jsonLine(line: Line): string {
  return `${JSON.stringify(line, COLUMNS as unknown as string[])}\n`;
}

function csvLine(line: Line): string {
  return `${COLUMNS.map((column) => csvField(line[column])).join(",")}\r\n`;
}

/** A spreadsheet would compute what begins like a formula: such a text is marked as text. */
function csvField(value: string | null): string {
  if (value === null) return "";
  const text = /^[=+@\t\r]|^-(?![\d.]+$)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
