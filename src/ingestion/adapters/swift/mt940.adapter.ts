import type { CanonicalDocument } from "../../canonical-document.js";
import { RefusedInput } from "../refuse-input.js";
import { lineAdapter, type LineReading, type LineSettings } from "../text/line-adapter.js";
import type { MtField } from "./mt-field.js";
import { MtStatement } from "./mt-statement.js";

/**
 * SWIFT MT940, Customer Statement, and MT942, Interim Transaction Report (SWIFT Standards MT,
 * category 9), one document a message. In an MT942 nothing is posted: the statement of the day has
 * the same lines again. Banks add a preamble, leave terminators out and wrap lines anywhere.
 *
 * The sign is the debit/credit mark's, where RC and RD take a movement back; `occurredAt` is the
 * booking date in the option `zone`.
 */
export const mt940Adapter = lineAdapter({
  name: "mt940",
  version: "1",
  files: /\.(sta|mt94\d|94\d|txt|mta|swi|swift|fin|rje)$/i,
  fallback: "windows-1252",
  open: (settings) => new MtReading(settings),
});

/** Only these begin a field: a wrapped time of day (":12:11") does not. */
const FIELD = /^:(20|21|25P?|28C?|13D?|34F|60[FM]|61|62[FM]|64|65|86|90[DC]):(.*)$/s;
const END = /^-\}?\s*$/;
/** Lines that one field may have; the standard allows six. */
const MAX_FIELD_LINES = 200;
/** Lines that a file may have before its first field. */
const MAX_STRAY_LINES = 10_000;

class MtReading implements LineReading {
  private readonly statements: MtStatement[] = [];
  private statement: MtStatement | undefined;
  private field: MtField | undefined;
  private rows = 0;
  private strayLines = 0;

  constructor(private readonly settings: LineSettings) {}

  line(text: string, number: number): void {
    const body = text.startsWith("{") ? text.slice(text.lastIndexOf("{4:") + 3) : text;
    const match = body.startsWith(":") ? FIELD.exec(body) : null;
    if (match !== null) this.begin(match[1] ?? "", match[2] ?? "", number);
    else if (END.test(body) || text.startsWith("$")) this.endStatement();
    else this.goOn(body);
  }

  private begin(tag: string, text: string, line: number): void {
    this.endField();
    if (tag === "20" || this.statement === undefined) {
      this.statement = new MtStatement(this.settings);
      this.statements.push(this.statement);
    }
    if (tag === "61") this.rows += 1;
    if (this.rows > this.settings.maxTransactions) {
      const reason = `the file has more than ${this.settings.maxTransactions} transactions`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason);
    }
    this.field = { tag, text, more: [], line };
  }

  private goOn(text: string): void {
    if (this.field === undefined) return this.stray();
    if (this.field.more.length >= MAX_FIELD_LINES) {
      const reason = `the field has more than ${MAX_FIELD_LINES} lines`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason);
    }
    this.field.more.push(text);
  }

  /** Lines between statements say nothing; a file that is made of them is none of this format. */
  private stray(): void {
    this.strayLines += 1;
    if (this.strayLines > MAX_STRAY_LINES && this.statements.length === 0) throw foreign();
  }

  private endField(): void {
    const { field } = this;
    this.field = undefined;
    if (field === undefined) return;
    try {
      this.statement?.take(field);
    } catch (error) {
      const place = { line: field.line, column: 1, element: `:${field.tag}:` };
      throw error instanceof RefusedInput ? error.at(place) : error;
    }
  }

  private endStatement(): void {
    this.endField();
    this.statement = undefined;
  }

  end(): CanonicalDocument[] {
    this.endField();
    if (this.statements.length > 0) return this.statements.map((one) => one.finish());
    throw foreign();
  }
}

function foreign(): RefusedInput {
  const reason = "there is no field of an MT940 or MT942, such as :20:, in this file";
  return new RefusedInput("FOREIGN_DOCUMENT", reason, { line: 1, column: 1 });
}
