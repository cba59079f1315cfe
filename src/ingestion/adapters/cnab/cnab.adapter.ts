import type { CanonicalDocument } from "../../canonical-document.js";
import { DraftDocument } from "../draft-document.js";
import { readMinorDigits } from "../read-decimal.js";
import { RefusedInput } from "../refuse-input.js";
import { lineAdapter, type LineReading, type LineSettings } from "../text/line-adapter.js";
import { readSlip240, readSlip400, type PaidSlip } from "./cnab-slip.js";

/**
 * CNAB return files of Brazilian banks (FEBRABAN), 240 and 400 columns: payment slips (boletos).
 * Only occurrences by which a slip was paid move money; the others are counted. BRL. Identity:
 * bank, the bank's number of the slip, occurrence and date.
 */
export const cnabAdapter = lineAdapter({
  name: "cnab",
  version: "1",
  files: /\.(ret|rst|cnab|txt)$/i,
  fallback: "latin1",
  open: (settings) => new CnabReading(settings),
});

/** Paid, paid at a notary's, paid after it was written off, paid without registration. */
const PAID = new Set(["05", "06", "07", "08", "15", "17"]);

class CnabReading implements LineReading {
  private width: 240 | 400 | undefined;
  private bank = "";
  private draft: DraftDocument | undefined;
  /** Segment T of a slip, whose segment U follows. */
  private title: string | undefined;
  private records = 0n;
  private isEnded = false;

  constructor(private readonly settings: LineSettings) {}

  line(text: string, line: number): void {
    // An end-of-file mark of old systems, alone on its line.
    if (text.replace("\u001a", "").trim() === "") return;
    if (this.draft === undefined) this.open(text);
    this.assertWidth(text);
    this.records += 1n;
    if (this.isEnded) throw new RefusedInput("NOT_WELL_FORMED", "it goes on after its trailer");
    if (this.width === 400) this.record400(text, line);
    else this.record240(text, line);
  }

  private open(text: string): void {
    const is400 = /^02RETORNO/i.test(text);
    const is240 = !is400 && /^\d{3}00000/.test(text);
    if (!is400 && !is240) {
      throw new RefusedInput("FOREIGN_DOCUMENT", "this does not begin like a return file of CNAB");
    }
    this.width = is400 ? 400 : 240;
    this.bank = is400 ? text.slice(76, 79) : text.slice(0, 3);
    const digits = is400 ? text.slice(94, 100) : text.slice(143, 151);
    const sequence = is400 ? text.slice(108, 113) : text.slice(157, 163);
    const head = {
      documentId: `cnab/${this.bank}/${digits}/${sequence.trim()}`,
      format: `CNAB${this.width}`,
      createdAt: this.settings.times.instant(brazilianDay(digits)),
    };
    this.draft = new DraftDocument(head, this.settings.maxTransactions);
  }

  /** A column more comes of a line end that was converted; anything else moves all fields. */
  private assertWidth(text: string): void {
    const width = this.width ?? 0;
    const isWhole = text.length === width || (text.length === width + 1 && /\s$/.test(text));
    if (isWhole || text.trimEnd().length === width) return;
    const reason = `the line has ${text.length} columns, not ${width}`;
    throw new RefusedInput("NOT_WELL_FORMED", reason);
  }

  private record400(text: string, line: number): void {
    const kind = text.charAt(0);
    if (kind === "9") this.isEnded = true;
    else if (kind === "1" || kind === "7") this.slip(readSlip400(text, this.bank), line);
  }

  private record240(text: string, line: number): void {
    const [kind, segment] = [text.charAt(7), text.charAt(13)];
    if (kind === "9") this.closeFile(text, line);
    else if (kind === "3" && segment === "T") this.title = text;
    else if (kind === "3" && segment === "U") this.payment240(text, line);
  }

  private payment240(text: string, line: number): void {
    const { title } = this;
    this.title = undefined;
    if (title === undefined) {
      throw new RefusedInput("MISSING_ELEMENT", "a segment U without its segment T");
    }
    this.slip(readSlip240(title, text), line);
  }

  private slip(slip: PaidSlip, line: number): void {
    const { draft } = this;
    if (draft === undefined) return;
    if (!PAID.has(slip.occurrence)) return draft.skip(line, "NOT_A_PAYMENT");
    const day = slip.date === "" ? undefined : brazilianDay(slip.date);
    const identity = [this.bank, slip.bankNumber, slip.occurrence, slip.date].join("/");
    draft.add(
      {
        occurredAt: day === undefined ? draft.document.createdAt : this.settings.times.instant(day),
        valueDate: day,
        amountMinor: slip.paidMinor,
        currency: "BRL",
        direction: "IN",
        type: `occurrence-${slip.occurrence}`,
        reference: slip.ownNumber || slip.bankNumber,
        bankReference: slip.bankNumber,
        account: slip.account,
      },
      line,
      `cnab/${identity}`,
    );
  }

  /** The trailer of a file of 240 columns counts its records. */
  private closeFile(text: string, line: number): void {
    this.isEnded = true;
    const digits = text.slice(23, 29).trim();
    if (!/^\d+$/.test(digits) || /^0+$/.test(digits)) return;
    const declared = readMinorDigits(digits);
    if (declared !== this.records) {
      const figures = `${declared}, but there are ${this.records}`;
      throw new RefusedInput("CONTROL_TOTAL", `the number of records is declared as ${figures}`);
    }
    const total = { kind: "FILE_COUNT", declared, computed: this.records, line } as const;
    this.draft?.document.controlTotals.push(total);
  }

  end(): CanonicalDocument[] {
    if (this.draft !== undefined && this.isEnded) return [this.draft.document];
    throw new RefusedInput("TRUNCATED", "the document ends before its trailer (9)");
  }
}

/** DDMMYY or DDMMYYYY. */
function brazilianDay(digits: string): string {
  const year = digits.length === 8 ? digits.slice(4, 8) : `20${digits.slice(4, 6)}`;
  return `${year}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`;
}
