import type { CanonicalDocument } from "../../canonical-document.js";
import { DraftDocument } from "../draft-document.js";
import { RefusedInput } from "../refuse-input.js";
import { dayOf } from "../swift/mt-field.js";
import { lineAdapter, type LineReading, type LineSettings } from "../text/line-adapter.js";
import { Bai2Account, type Bai2Group } from "./bai2-account.js";
import { Bai2Level, hold } from "./bai2-totals.js";

/**
 * BAI2 (Cash Management Balance Reporting, version 2): a statement for each account of each group.
 * Amounts are minor units, the sign is the type code's; the currency is the account's, else the
 * group's, else USD. Identity: sender, receiver, date, time and number of the file.
 */
export const bai2Adapter = lineAdapter({
  name: "bai2",
  version: "1",
  files: /\.(bai2?|txt)$/i,
  fallback: "windows-1252",
  open: (settings) => new Bai2Reading(settings),
});

/** A slash ends a record where the next one, or the line's end, follows. */
const END = /\/\s*(?=(?:01|02|03|16|49|88|98|99),|$)/;
const RECORD = /^(01|02|03|16|49|88|98|99),/;
/** Fields of one record with its continuations. */
const MAX_FIELDS = 10_000;

interface Bai2Record {
  fields: string[];
  line: number;
}

class Bai2Reading implements LineReading {
  private record: Bai2Record | undefined;
  private draft: DraftDocument | undefined;
  private group: Bai2Group | undefined;
  private account: Bai2Account | undefined;
  private fileLevel = new Bai2Level();
  private groupLevel = new Bai2Level();
  private isEnded = false;

  constructor(private readonly settings: LineSettings) {}

  line(text: string, number: number): void {
    for (const part of text.split(END)) if (part.trim() !== "") this.part(part.trim(), number);
  }

  private part(text: string, line: number): void {
    const code = text.slice(0, 2);
    if (!RECORD.test(text)) this.wrapped(text);
    else if (code === "88") this.goOn(text.split(",").slice(1));
    else {
      this.take();
      this.record = { fields: text.split(","), line };
    }
    if (RECORD.test(text)) this.countRecord(code);
  }

  /** Free text that was wrapped is part of the detail before. */
  private wrapped(text: string): void {
    if (this.record?.fields[0] === "16" && !/^\d\d,/.test(text)) return this.goOn([text]);
    const isFirst = this.draft === undefined && this.record === undefined;
    const reason = `"${text.slice(0, 20)}" is no record of BAI2`;
    throw new RefusedInput(isFirst ? "FOREIGN_DOCUMENT" : "NOT_WELL_FORMED", reason);
  }

  private goOn(fields: string[]): void {
    if (this.record === undefined) throw stray("88");
    this.record.fields.push(...fields);
    if (this.record.fields.length <= MAX_FIELDS) return;
    throw new RefusedInput("LIMIT_EXCEEDED", `a record has more than ${MAX_FIELDS} fields`);
  }

  private countRecord(code: string): void {
    this.fileLevel.records += 1;
    if (code === "02") this.groupLevel = new Bai2Level();
    if (code !== "01" && code !== "99") this.groupLevel.records += 1;
  }

  /** Takes in the record before, now that all its continuations are there. */
  private take(): void {
    const { record } = this;
    this.record = undefined;
    if (record === undefined) return;
    try {
      this.takeRecord(record);
    } catch (error) {
      const place = { line: record.line, column: 1, element: record.fields[0] };
      throw error instanceof RefusedInput ? error.at(place) : error;
    }
  }

  private takeRecord(record: Bai2Record): void {
    const [code = ""] = record.fields;
    if (this.isEnded) throw stray(code);
    if (code === "01") this.openFile(record);
    else if (code === "02") this.openGroup(record);
    else if (code === "03") this.openAccount(record);
    else if (code === "16") this.detail(record);
    else if (code === "49") this.closeAccount(record);
    else if (code === "98") this.closeGroup(record);
    else this.closeFile(record);
  }

  private openFile({ fields }: Bai2Record): void {
    if (this.draft !== undefined) throw stray("01");
    const [, sender, receiver, date = "", time = "", number] = fields;
    const parts = [sender, receiver, date, time, number].map((part) => (part ?? "").trim());
    const head = {
      documentId: parts.join("/").slice(0, 150),
      format: "BAI2",
      createdAt: this.settings.times.instant(`${dayOf(date.trim())}T${clock(time.trim())}`),
    };
    this.draft = new DraftDocument(head, this.settings.maxTransactions);
  }

  private openGroup({ fields }: Bai2Record): void {
    const [, , , , date = "", , currency = "", modifier = ""] = fields;
    this.group = {
      currency: currency.trim() || "USD",
      day: dayOf(date.trim()),
      isInterim: ["1", "3"].includes(modifier.trim()),
    };
  }

  private openAccount({ fields }: Bai2Record): void {
    if (this.group === undefined) throw stray("03");
    this.account = new Bai2Account(fields, this.group);
  }

  private detail({ fields, line }: Bai2Record): void {
    if (this.account === undefined || this.draft === undefined) throw stray("16");
    this.account.add(this.draft, fields, line, this.settings.times);
  }

  private closeAccount({ fields, line }: Bai2Record): void {
    const { account, draft } = this;
    if (account === undefined || draft === undefined) throw stray("49");
    const computed = account.level.sum;
    const [, declared = ""] = fields.map((field) => field.trim());
    const what = "the total of the account (49)";
    draft.document.controlTotals.push(hold({ kind: "BATCH_SUM", what, declared, computed, line }));
    account.finish(draft);
    this.account = undefined;
    this.groupLevel.sum += computed;
    this.groupLevel.parts += 1;
  }

  private closeGroup({ fields, line }: Bai2Record): void {
    const { draft, groupLevel } = this;
    if (draft === undefined || this.group === undefined) throw stray("98");
    this.holdLevel(draft, groupLevel, "group", fields, line);
    this.group = undefined;
    this.fileLevel.sum += groupLevel.sum;
    this.fileLevel.parts += 1;
  }

  private closeFile({ fields, line }: Bai2Record): void {
    if (this.draft === undefined) throw stray("99");
    this.holdLevel(this.draft, this.fileLevel, "file", fields, line);
    this.isEnded = true;
  }

  private holdLevel(
    draft: DraftDocument,
    level: Bai2Level,
    name: "group" | "file",
    fields: readonly string[],
    line: number,
  ): void {
    const [, sum = "", parts = "", records = ""] = fields.map((field) => field.trim());
    const [sums, counts] =
      name === "file"
        ? (["FILE_SUM", "FILE_COUNT"] as const)
        : (["GROUP_SUM", "GROUP_COUNT"] as const);
    const total = (kind: typeof sums | typeof counts, what: string, declared: string) => ({
      kind,
      what: `the ${what} of the ${name}`,
      declared,
      line,
    });
    draft.document.controlTotals.push(
      hold({ ...total(sums, "total", sum), computed: level.sum }),
      hold({ ...total(counts, "number of parts", parts), computed: level.parts }),
      hold({ ...total(counts, "number of records", records), computed: level.records }),
    );
  }

  end(): CanonicalDocument[] {
    this.take();
    if (this.draft === undefined) {
      throw new RefusedInput("FOREIGN_DOCUMENT", "there is no record 01 in this file");
    }
    if (!this.isEnded)
      throw new RefusedInput("TRUNCATED", "the document ends before its record 99");
    return [this.draft.document];
  }
}

/** "2400" is the end of the day. */
function clock(time: string): string {
  const match = /^(\d\d)(\d\d)$/.exec(time);
  return match === null ? "00:00:00" : `${match[1]}:${match[2]}:00`;
}

function stray(code: string): RefusedInput {
  return new RefusedInput("NOT_WELL_FORMED", `a record ${code} is out of place here`);
}
