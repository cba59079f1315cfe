import type { CanonicalDocument } from "../../canonical-document.js";
import { checkBalance, type StatementBalance } from "../../canonical-statement.js";
import type { CanonicalTransaction } from "../../canonical-transaction.js";
import { DraftDocument } from "../draft-document.js";
import { readDecimal, readMinorDigits } from "../read-decimal.js";
import { RefusedInput } from "../refuse-input.js";
import { lineAdapter, type LineReading, type LineSettings } from "../text/line-adapter.js";
import { SegmentSplitter, type Segment } from "./split-segments.js";

/**
 * UN/EDIFACT FINSTA, Financial Statement of an Account (directory D.96A): balances and entries of
 * one account. An entry's amount has its own sign. Identity: the message's number and date.
 */
export const finstaAdapter = lineAdapter({
  name: "finsta",
  version: "1",
  files: /\.(edi|edifact|finsta|txt)$/i,
  fallback: "latin1",
  open: (settings) => new FinstaReading(settings),
});

const OPENING = "315";
const CLOSING = "343";
const ENTRY = "348";

interface Entry {
  amount: string;
  currency: string;
  day: string | undefined;
  references: string[];
  text: string | undefined;
  line: number;
}

class FinstaReading implements LineReading {
  private readonly splitter = new SegmentSplitter();
  private segments = 0;
  private number = "";
  private made: string | undefined;
  private account: string | undefined;
  private readonly balances: StatementBalance[] = [];
  private readonly entries: Entry[] = [];
  private entry: Entry | undefined;
  private isMessage = false;
  private isEnded = false;
  private lineNumber = 0;

  constructor(private readonly settings: LineSettings) {}

  line(text: string, number: number): void {
    this.lineNumber = number;
    for (const segment of this.splitter.push(`${text}\n`)) this.take(segment);
  }

  private take(segment: Segment): void {
    const tag = at(segment, 0, 0);
    if (tag === "UNH") this.openMessage(at(segment, 2, 0));
    if (!this.isMessage || this.isEnded) return;
    this.segments += 1;
    this.segmentReaders[tag]?.(segment);
  }

  private readonly segmentReaders: Record<string, (segment: Segment) => void> = {
    BGM: (segment) => (this.number = at(segment, 2, 0)),
    FII: (segment) => (this.account ??= at(segment, 2, 0)),
    SEQ: () => this.openEntry(),
    RFF: (segment) => this.entry?.references.push(at(segment, 1, 1)),
    FTX: (segment) => {
      if (this.entry) this.entry.text = segment[4]?.join(" ").trim();
    },
    DTM: (segment) => this.date(at(segment, 1, 0), at(segment, 1, 1)),
    MOA: (segment) => this.money(at(segment, 1, 0), at(segment, 1, 1), at(segment, 1, 2)),
    UNT: (segment) => this.closeMessage(at(segment, 1, 0)),
  };

  private openMessage(type: string): void {
    if (this.isMessage) throw new RefusedInput("REPEATED_ELEMENT", "there are several messages");
    if (type !== "FINSTA") {
      const reason = `"${type.slice(0, 20)}" is not a FINSTA message`;
      throw new RefusedInput("FOREIGN_DOCUMENT", reason);
    }
    this.isMessage = true;
  }

  private openEntry(): void {
    if (this.entries.length >= this.settings.maxTransactions) {
      throw new RefusedInput("LIMIT_EXCEEDED", "the statement has too many entries");
    }
    const { lineNumber: line } = this;
    this.entry = {
      amount: "",
      currency: "",
      day: undefined,
      references: [],
      text: undefined,
      line,
    };
    this.entries.push(this.entry);
  }

  private date(qualifier: string, value: string): void {
    const day = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
    if (qualifier === "137") this.made = day;
    else if (qualifier === "209" && this.entry) this.entry.day = day;
    else if (qualifier === "171" && !this.entry) {
      const last = this.balances.at(-1);
      if (last) last.day = day;
    }
  }

  private money(qualifier: string, value: string, currency: string): void {
    if (this.entry) {
      if (qualifier === ENTRY) Object.assign(this.entry, { amount: value, currency });
    } else {
      const amountMinor = readDecimal(value, currency);
      this.balances.push({ code: qualifier, amountMinor, currency });
    }
  }

  /** UNT declares the number of segments, itself and UNH included. */
  private closeMessage(declared: string): void {
    if (readMinorDigits(declared) !== BigInt(this.segments)) {
      const figures = `${declared}, but there are ${this.segments}`;
      throw new RefusedInput("CONTROL_TOTAL", `the number of segments is declared as ${figures}`);
    }
    this.isEnded = true;
  }

  end(): CanonicalDocument[] {
    if (!this.isMessage) throw new RefusedInput("FOREIGN_DOCUMENT", "there is no FINSTA message");
    if (!this.isEnded || !this.splitter.isWhole) {
      throw new RefusedInput("TRUNCATED", "the message ends before its UNT");
    }
    const { times, maxTransactions } = this.settings;
    const made = this.made ?? "1970-01-01";
    const documentId = ["finsta", this.account, this.number, made].join("/");
    const head = { documentId, format: "FINSTA D.96A", createdAt: times.instant(made) };
    const draft = new DraftDocument(head, maxTransactions);
    const lines = this.entries.flatMap((entry) => this.add(draft, entry, made));
    this.addStatement(draft, lines);
    const computed = BigInt(this.segments);
    const total = {
      kind: "FILE_COUNT",
      declared: computed,
      computed,
      line: this.lineNumber,
    } as const;
    draft.document.controlTotals.push(total);
    return [draft.document];
  }

  private add(draft: DraftDocument, entry: Entry, made: string): CanonicalTransaction[] {
    const minor = readDecimal(entry.amount, entry.currency);
    const day = entry.day ?? made;
    const row = draft.add(
      {
        occurredAt: this.settings.times.instant(day),
        valueDate: day,
        amountMinor: minor < 0n ? -minor : minor,
        currency: entry.currency,
        direction: minor < 0n ? "OUT" : "IN",
        type: minor < 0n ? "payment_out" : "payment_in",
        reference: entry.references[0] ?? entry.text,
        remittance: entry.text,
        bankReference: entry.references.at(-1),
        account: this.account,
      },
      entry.line,
    );
    return row === undefined ? [] : [row];
  }

  private addStatement({ document }: DraftDocument, lines: CanonicalTransaction[]): void {
    const find = (code: string) => this.balances.find((balance) => balance.code === code);
    const [opening, closing] = [find(OPENING), find(CLOSING)];
    const moved = lines.map(({ direction, amountMinor, currency }) => {
      return { amountMinor: direction === "IN" ? amountMinor : -amountMinor, currency };
    });
    document.statements.push({
      statementId: this.number,
      account: this.account,
      currency: opening?.currency ?? closing?.currency,
      isInterim: false,
      opening,
      closing,
      balances: this.balances,
      turnover: [],
      lines,
      check: checkBalance(opening, closing, moved),
    });
  }
}

/** A component of an element of a segment; "" where there is none. */
function at(segment: Segment, element: number, component: number): string {
  return segment[element]?.[component] ?? "";
}
