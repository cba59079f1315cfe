import { formatMinor } from "../shared/money.js";
import type { SignedStatement, Statement, StatementLine } from "./statement.rules.js";
import { WORDINGS, type Language, type Wording } from "./statement-wording.rules.js";
import { workingText } from "./working-text.rules.js";

/** The columns; a row has what applies to it, by these names. */
const COLUMNS = ["record", "item", "version", "text", "amountMinor", "amount", "currency"] as const;
type Row = { record: string } & Partial<Record<(typeof COLUMNS)[number], string | number>>;

/** Spreadsheets read UTF-8 only when it begins so; others skip it. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * A statement as CSV (RFC 4180), one row for each thing that it says. Names of columns and records
 * are for programs and stay in English; the texts are in the language asked for.
 */
export function statementCsv(signed: SignedStatement, language: Language): string {
  const rows = [header(), ...rowsOf(signed, WORDINGS[language]).map(cellsOf)];
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.join(",")}\r\n`).join("");
}

function header(): string[] {
  return COLUMNS.map((name) => name);
}

function rowsOf({ statement, signature }: SignedStatement, wording: Wording): Row[] {
  return [
    ...factRows(statement, wording),
    ...itemRows(statement, wording),
    ...sumRows(statement, wording),
    ...proofRows(statement),
    { record: "SIGNATURE", text: signature },
  ];
}

function factRows(statement: Statement, wording: Wording): Row[] {
  const { partner, contract, period } = statement;
  const versions = contract.versions.map((each) => `${each.number} (${each.effectiveFrom})`);
  return [
    { record: "NUMBER", item: statement.number, text: wording.title },
    ...(statement.replaces ? [{ record: "REPLACES", item: statement.replaces }] : []),
    { record: "ISSUED", item: statement.issuedAt },
    { record: "PARTNER", item: partner.code, text: partner.name },
    { record: "CONTRACT", item: contract.code, text: versions.join("; ") },
    { record: "PERIOD", item: `${period.firstDay}/${period.lastDay}`, text: period.timeZone },
    ...(statement.dueOn ? [{ record: "DUE_ON", item: statement.dueOn }] : []),
  ];
}

function itemRows(statement: Statement, wording: Wording): Row[] {
  const { currency } = statement;
  const told = { wording, currency };
  return [
    ...statement.lines.flatMap((line) => [
      lineRow(line, wording),
      ...line.workings.map((working) => ({
        record: "WORKING",
        item: line.clause,
        version: line.version,
        text: workingText(working, told),
      })),
    ]),
    ...statement.corrections.map(({ firstDay, lastDay, amountMinor }) => ({
      record: "CORRECTION",
      item: `${firstDay}/${lastDay}`,
      ...amountCells(amountMinor, currency),
    })),
    ...statement.adjustments.map((each) => ({
      record: "ADJUSTMENT",
      item: each.id,
      text: each.reason,
      ...amountCells(each.amountMinor, currency),
    })),
  ];
}

function sumRows({ sums, currency }: Statement, wording: Wording): Row[] {
  const money = (amountMinor: string) => amountCells(amountMinor, currency);
  return [
    { record: "PAYABLE", text: wording.payable, ...money(sums.payableMinor) },
    { record: "CORRECTED", text: wording.corrected, ...money(sums.correctionsMinor) },
    { record: "ADJUSTED", text: wording.adjusted, ...money(sums.adjustmentsMinor) },
    {
      record: "BROUGHT_FORWARD",
      text: wording.broughtForward,
      ...money(sums.broughtForwardMinor),
    },
    { record: "DUE", text: wording.due, ...money(sums.dueMinor) },
    {
      record: "CARRIED_FORWARD",
      text: wording.carriedForward,
      ...money(sums.carriedForwardMinor),
    },
  ];
}

function proofRows({ transactions, ledger }: Statement): Row[] {
  return [
    { record: "TRANSACTIONS", item: transactions.count, text: transactions.root },
    ...ledger.heads.map(({ lane, sequence, hash }) => ({
      record: "CHAIN_HEAD",
      item: `${lane}/${sequence}`,
      text: hash,
    })),
  ];
}

function lineRow(line: StatementLine, wording: Wording): Row {
  return {
    record: line.kind,
    item: line.clause,
    version: line.version,
    text: wording.kinds[line.kind],
    ...amountCells(line.effectMinor, line.currency),
  };
}

function amountCells(amountMinor: string, currency: string) {
  return { amountMinor, amount: formatMinor(BigInt(amountMinor), currency), currency };
}

const NUMBERS = new Set<string>(["version", "amountMinor", "amount"]);

function cellsOf(row: Row): string[] {
  return COLUMNS.map((name) => {
    const text = String(row[name] ?? "");
    return quoted(NUMBERS.has(name) ? text : harmless(text));
  });
}

/**
 * Spreadsheets take a text that begins so for a formula, and run it (OWASP, "CSV Injection"); after
 * an apostrophe they do not. Numbers of ours are let be: a minus sign is theirs.
 */
function harmless(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－−＠|]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
