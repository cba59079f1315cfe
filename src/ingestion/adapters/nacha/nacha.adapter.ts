import type { CanonicalDocument } from "../../canonical-document.js";
import type { CanonicalTransaction } from "../../canonical-transaction.js";
import { DraftDocument } from "../draft-document.js";
import { RefusedInput } from "../refuse-input.js";
import { dayOf } from "../swift/mt-field.js";
import { lineAdapter, type LineReading, type LineSettings } from "../text/line-adapter.js";
import { TEXT_LIMITS } from "../text/read-lines.js";
import {
  readBatch,
  readBatchControl,
  readEntry,
  readFileControl,
  RECORD_CHARACTERS,
  type NachaBatch,
} from "./nacha-record.js";
import { NachaTotals } from "./nacha-totals.js";

/**
 * NACHA (ACH files of the US): entries of all standard entry classes, returns (addenda 99) with the
 * trace number that they return, notifications of change (98), which move nothing. A code for
 * credit is IN. Identity: origin, destination, date, time and modifier of the file, and the
 * position in it; trace numbers repeat. Every control record must hold.
 */
export const nachaAdapter = lineAdapter({
  name: "nacha",
  version: "1",
  files: /\.(ach|nacha|txt)$/i,
  fallback: "latin1",
  // Some senders leave the line ends out.
  limits: { ...TEXT_LIMITS, lineBytes: 32 * 1024 ** 2 },
  open: (settings) => new NachaReading(settings),
});

const RETURN_CODE = /^R(0[1-9]|[1-7]\d|8[0-5])$/;
const CHANGE_CODE = /^C(0[1-9]|1[0-4]|6[1-9])$/;
const PADDING = /^9+\s*$/;

class NachaReading implements LineReading {
  private draft: DraftDocument | undefined;
  private batch: NachaBatch | undefined;
  private batchTotals = new NachaTotals();
  private readonly fileTotals = new NachaTotals();
  /** The row of the entry before, and its entry; addenda explain it. */
  private row: CanonicalTransaction | undefined;
  private sawAdvice = false;
  private isEnded = false;

  constructor(private readonly settings: LineSettings) {}

  line(text: string, number: number): void {
    if (text.length <= RECORD_CHARACTERS) return this.record(text, number);
    const rest = text.trimEnd().length % RECORD_CHARACTERS;
    if (rest !== 0 && text.length % RECORD_CHARACTERS !== 0) {
      const reason = `the line has ${text.length} characters, not ${RECORD_CHARACTERS}`;
      throw new RefusedInput("NOT_WELL_FORMED", reason);
    }
    for (let at = 0; at < text.length; at += RECORD_CHARACTERS) {
      this.record(text.slice(at, at + RECORD_CHARACTERS), number);
    }
  }

  private record(text: string, line: number): void {
    if (text.trim() === "") return;
    const record = text.padEnd(RECORD_CHARACTERS, " ");
    const kind = record.charAt(0);
    if (this.draft === undefined) this.openFile(record, kind);
    else if (this.isEnded) assertPadding(text);
    else if (kind === "5") this.openBatch(record);
    else if (kind === "6") this.entry(record, line);
    else if (kind === "7") this.addendum(record);
    else if (kind === "8") this.closeBatch(record, line);
    else if (kind === "9") this.closeFile(record, line);
    else throw new RefusedInput("NOT_WELL_FORMED", `"${kind}" begins no record of NACHA`);
  }

  private openFile(record: string, kind: string): void {
    if (kind !== "1" || record.slice(34, 37) !== "094") {
      const isOurs = /^(1\d\d|5(200|220|225|280)|6\d\d{8})/.test(record);
      if (isOurs) throw new RefusedInput("MISSING_ELEMENT", "the file has no file header (1)");
      throw new RefusedInput("FOREIGN_DOCUMENT", "this does not begin like a file of NACHA");
    }
    const [destination, origin] = [record.slice(3, 13).trim(), record.slice(13, 23).trim()];
    const [date, time, modifier] = [
      record.slice(23, 29),
      record.slice(29, 33),
      record.charAt(33).trim(),
    ];
    const clock = /^([01]\d|2[0-3])[0-5]\d$/.test(time)
      ? `T${time.slice(0, 2)}:${time.slice(2)}:00`
      : "";
    const head = {
      documentId: [origin, destination, date, time.trim(), modifier].join("/"),
      format: "NACHA",
      createdAt: this.settings.times.instant(`${dayOf(date)}${clock}`),
    };
    this.draft = new DraftDocument(head, this.settings.maxTransactions);
  }

  private openBatch(record: string): void {
    if (this.batch !== undefined) {
      throw new RefusedInput("MISSING_ELEMENT", "the batch before has no control record (8)");
    }
    this.batch = readBatch(record);
    if (!SERVICE_CLASS.test(this.batch.serviceClass)) {
      throw new RefusedInput("NOT_WELL_FORMED", "the batch has no service class that there is");
    }
    this.sawAdvice ||= this.batch.entryClass === "ADV";
    this.batchTotals = new NachaTotals();
    this.row = undefined;
  }

  private entry(record: string, line: number): void {
    const { draft, batch } = this;
    if (draft === undefined || batch === undefined) throw stray("6");
    assertWhole(record);
    const entry = readEntry(record, batch.entryClass);
    this.batchTotals.add(entry);
    const day = effectiveDay(batch);
    this.row = draft.add(
      {
        occurredAt: day === undefined ? draft.document.createdAt : this.settings.times.instant(day),
        valueDate: day,
        amountMinor: entry.amountMinor,
        currency: batch.currency,
        direction: entry.direction,
        type: [batch.entryClass, batch.description].join(" ").trim(),
        counterparty: `${entry.bank} ${entry.account}`.trim(),
        counterpartyName: entry.name || undefined,
        reference: entry.individualId || entry.trace || undefined,
        bankReference: entry.trace || undefined,
        account: batch.company,
      },
      line,
    );
  }

  private addendum(record: string): void {
    if (this.batch === undefined) throw stray("7");
    this.batchTotals.entries += 1n;
    const [type, code] = [record.slice(1, 3), record.slice(3, 6)];
    if (type === "99") this.returned(code, record.slice(6, 21).trim());
    else if (type === "98" && !CHANGE_CODE.test(code)) throw unknownCode(code);
    else if (type === "05" && this.row !== undefined) {
      const text = record.slice(3, 83).trim();
      this.row.remittance = [this.row.remittance, text].filter(Boolean).join(" ").slice(0, 1_000);
    }
  }

  private returned(code: string, trace: string): void {
    if (!RETURN_CODE.test(code)) throw unknownCode(code);
    if (this.row === undefined) return;
    this.row.isReversal = true;
    this.row.reversalOf = trace;
    this.row.returnReason = code;
  }

  private closeBatch(record: string, line: number): void {
    const { draft, batch } = this;
    if (draft === undefined || batch === undefined) throw stray("8");
    const control = readBatchControl(record, batch.entryClass === "ADV");
    draft.document.controlTotals.push(...this.batchTotals.check("batch", control, line));
    this.fileTotals.addBatch(this.batchTotals);
    this.batch = undefined;
  }

  private closeFile(record: string, line: number): void {
    if (this.draft === undefined || this.batch !== undefined) throw stray("9");
    if (PADDING.test(record)) {
      throw new RefusedInput("TRUNCATED", "the document ends before its file control (9)");
    }
    const control = readFileControl(record, this.sawAdvice);
    this.draft.document.controlTotals.push(...this.fileTotals.check("file", control, line));
    this.isEnded = true;
  }

  end(): CanonicalDocument[] {
    if (this.draft !== undefined && this.isEnded) return [this.draft.document];
    throw new RefusedInput("TRUNCATED", "the document ends before its file control (9)");
  }
}

/** 200 mixed, 220 credits, 225 debits, 280 advices; not all senders hold themselves to it. */
const SERVICE_CLASS = /^(200|220|225|280)$/;

/** Every field of an entry up to its trace number, which ends the record. */
function assertWhole(record: string): void {
  if (record.trimEnd().length === RECORD_CHARACTERS) return;
  const reason = `the entry has fewer than ${RECORD_CHARACTERS} characters`;
  throw new RefusedInput("NOT_WELL_FORMED", reason);
}

/** Senders leave it empty or zero where the operator is to set it. */
function effectiveDay({ effectiveDate }: NachaBatch): string | undefined {
  const isGiven = /^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(effectiveDate);
  return isGiven ? dayOf(effectiveDate) : undefined;
}

function assertPadding(text: string): void {
  if (PADDING.test(text)) return;
  throw new RefusedInput("NOT_WELL_FORMED", "the file goes on after its file control (9)");
}

function unknownCode(code: string): RefusedInput {
  return new RefusedInput("UNKNOWN_STATUS", `"${code}" is no reason for a return or change`);
}

function stray(kind: string): RefusedInput {
  return new RefusedInput("NOT_WELL_FORMED", `a record ${kind} is out of place here`);
}
