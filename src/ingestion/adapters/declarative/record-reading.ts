import type { CanonicalDocument, RefusedLine } from "../../canonical-document.js";
import type { CanonicalTransaction } from "../../canonical-transaction.js";
import { DraftDocument } from "../draft-document.js";
import { RefusedInput } from "../refuse-input.js";
import type { AdapterDefinition } from "./adapter-definition.js";
import { compileRows, type MappedRow, type RecordMapper } from "./compile-rows.js";
import type { FieldAccess } from "./compile-value.js";
import { DeclaredTotals } from "./declared-totals.js";
import { FieldRefusal } from "./field-refusal.js";
import type { RecordSink } from "./record-sink.js";

/** Lines that may be refused before the whole document is. */
export const MAX_REFUSED_LINES = 10_000;

/** Characters of a refused line that are kept with it. */
const RAW_CHARACTERS = 8_192;

/** What a spreadsheet would take for a formula: it runs on the desk of whoever exports it. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.,\s]|$))/;
const TEXTS = ["type", "counterparty", "reference", "remittance", "account"] as const;

/** Turns the records of one document into rows. */
export class RecordReading implements RecordSink {
  private readonly draft: DraftDocument;
  private readonly refused: RefusedLine[] = [];
  private readonly totals: DeclaredTotals;
  private readonly isDelimited: boolean;
  private map: RecordMapper = () => [];
  private records = 0;

  constructor(
    private readonly definition: AdapterDefinition,
    maxTransactions: number,
  ) {
    const head = { documentId: "", format: "", createdAt: new Date(0) };
    this.draft = new DraftDocument(head, maxTransactions);
    this.totals = new DeclaredTotals(definition.controlTotals);
    this.isDelimited = definition.format.kind === "DELIMITED";
  }

  begin(access: FieldAccess): void {
    this.map = compileRows(this.definition, access);
  }

  record(record: unknown, line: number): void {
    this.records += 1;
    try {
      this.add(this.map(record), line);
    } catch (error) {
      if (!(error instanceof RefusedInput) || error.code === "LIMIT_EXCEEDED") throw error;
      const { code, reason } = error;
      const { field, value } = error instanceof FieldRefusal ? error : {};
      const raw = rawText(record);
      this.refuse({ position: this.draft.next(), line, code, reason, field, value, raw });
    }
  }

  private add(rows: readonly MappedRow[], line: number): void {
    if (this.isDelimited) for (const row of rows) assertNoFormula(row);
    if (rows.length === 0) this.draft.skip(line, "NOT_A_PAYMENT");
    for (const { externalId, content } of rows) this.draft.add(content, line, externalId);
  }

  broken(reason: string, line: number, broken: unknown): void {
    this.records += 1;
    const raw = rawText(broken);
    this.refuse({ position: this.draft.next(), line, code: "NOT_WELL_FORMED", reason, raw });
  }

  marked(cells: readonly string[], line: number): void {
    this.totals.take(cells, line);
  }

  private refuse(line: RefusedLine): void {
    this.refused.push(line);
    if (this.refused.length <= MAX_REFUSED_LINES) return;
    throw new RefusedInput("LIMIT_EXCEEDED", `more than ${MAX_REFUSED_LINES} lines were refused`, {
      line: line.line,
      column: 1,
    });
  }

  /** @throws RefusedInput CONTROL_TOTAL, EMPTY_DOCUMENT */
  finish({ format, digest }: { format: string; digest: string }): CanonicalDocument {
    const { document } = this.draft;
    // A document with refused lines is posted in part, and its totals speak of the whole.
    const isWhole = this.refused.length === 0;
    const rows = document.transactions;
    return {
      ...document,
      documentId: `sha256:${digest.slice(0, 32)}`,
      format,
      createdAt: newest(rows),
      controlTotals: isWhole ? this.totals.check(rows, this.records) : [],
      refusedLines: this.refused,
    };
  }
}

function rawText(record: unknown): string {
  const text = typeof record === "string" ? record : JSON.stringify(record);
  return text.slice(0, RAW_CHARACTERS);
}

function assertNoFormula({ content, externalId }: MappedRow): void {
  const found = [externalId, ...TEXTS.map((name) => content[name])].find(
    (text) => text !== undefined && FORMULA.test(text),
  );
  if (found === undefined) return;
  const reason = `"${found.slice(0, 40)}" begins like the formula of a spreadsheet`;
  throw new RefusedInput("FORMULA_NOT_ALLOWED", reason);
}

function newest(rows: readonly CanonicalTransaction[]): Date {
  return rows.reduce(
    (last, { occurredAt }) => (occurredAt > last ? occurredAt : last),
    new Date(0),
  );
}
