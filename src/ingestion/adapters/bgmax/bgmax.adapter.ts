import type { CanonicalDocument } from "../../canonical-document.js";
import type { CanonicalTransaction, ControlTotalKind } from "../../canonical-transaction.js";
import { DraftDocument } from "../draft-document.js";
import { readMinorDigits } from "../read-decimal.js";
import { RefusedInput } from "../refuse-input.js";
import { lineAdapter, type LineReading, type LineSettings } from "../text/line-adapter.js";

/**
 * BgMax (Bankgirot, "Bankgiro Inbetalningar", layout 01): payments (20) and deductions (21) of each
 * deposit, with what the records 22 to 29 say of them. Amounts are minor units. Identity: the time
 * stamp of the file; the day of a payment is that of its deposit (15), which comes after it.
 */
export const bgMaxAdapter = lineAdapter({
  name: "bgmax",
  version: "1",
  files: /\.(bgmax|bgm|txt)$/i,
  fallback: "latin1",
  open: (settings) => new BgMaxReading(settings),
});

const MAX_TEXT = 1_000;

class BgMaxReading implements LineReading {
  private draft: DraftDocument | undefined;
  private currency = "SEK";
  private account = "";
  /** The payments of the deposit in hand. */
  private deposit: CanonicalTransaction[] = [];
  private depositItems = 0n;
  private readonly counts = { payments: 0n, deductions: 0n, references: 0n, deposits: 0n };
  private row: CanonicalTransaction | undefined;
  private isEnded = false;

  constructor(private readonly settings: LineSettings) {}

  line(text: string, line: number): void {
    const code = text.slice(0, 2);
    if (text.trim() === "") return;
    if (this.draft === undefined) this.openFile(text);
    else if (this.isEnded) throw stray(code);
    else if (code === "05") this.openDeposit(text);
    else if (code === "20" || code === "21") this.payment(text, code, line);
    else if (code === "22" || code === "23") this.counts.references += 1n;
    else if (/^2[5-9]$/.test(code)) this.explain(text, code);
    else if (code === "15") this.closeDeposit(text, line);
    else if (code === "70") this.closeFile(text, line);
    else throw stray(code);
  }

  private openFile(text: string): void {
    if (!text.startsWith("01BGMAX")) {
      throw new RefusedInput("FOREIGN_DOCUMENT", "this does not begin like a file of BgMax");
    }
    const stamp = text.slice(24, 44).trim();
    const head = {
      documentId: `bgmax/${stamp}`,
      format: `BGMAX ${text.slice(22, 24)}`,
      createdAt: this.settings.times.instant(dayOf(stamp.slice(0, 8))),
    };
    this.draft = new DraftDocument(head, this.settings.maxTransactions);
  }

  private openDeposit(text: string): void {
    this.account = text.slice(2, 12).replace(/^0+/, "");
    this.currency = text.slice(22, 25).trim() || "SEK";
    this.deposit = [];
    this.depositItems = 0n;
  }

  private payment(text: string, code: string, line: number): void {
    const isPayment = code === "20";
    if (isPayment) this.counts.payments += 1n;
    else this.counts.deductions += 1n;
    this.depositItems += 1n;
    this.row = this.draft?.add(
      {
        occurredAt: this.draft.document.createdAt,
        amountMinor: readMinorDigits(text.slice(37, 55)),
        currency: this.currency,
        direction: isPayment ? "IN" : "OUT",
        type: isPayment ? "payment" : "deduction",
        counterparty: text.slice(2, 12).replace(/^0+/, "") || undefined,
        reference: text.slice(12, 37).trim() || undefined,
        bankReference: text.slice(57, 69).trim() || undefined,
        isReversal: !isPayment,
        account: this.account,
      },
      line,
    );
    if (this.row !== undefined) this.deposit.push(this.row);
  }

  private explain(text: string, code: string): void {
    const { row } = this;
    if (row === undefined) return;
    const said = text.slice(2).trim();
    if (code === "26") row.counterpartyName = said.slice(0, 70);
    if (code === "25")
      row.remittance = [row.remittance, said].filter(Boolean).join(" ").slice(0, MAX_TEXT);
  }

  private closeDeposit(text: string, line: number): void {
    this.counts.deposits += 1n;
    const day = dayOf(text.slice(37, 45));
    const occurredAt = this.settings.times.instant(day);
    for (const row of this.deposit) Object.assign(row, { occurredAt, valueDate: day });
    const net = this.deposit.reduce(
      (sum, row) => sum + (row.direction === "IN" ? row.amountMinor : -row.amountMinor),
      0n,
    );
    this.hold("BATCH_SUM", "the sum of the deposit", text.slice(50, 68), net, line);
    this.hold(
      "BATCH_COUNT",
      "the number of its payments",
      text.slice(71, 79),
      this.depositItems,
      line,
    );
    this.row = undefined;
  }

  private closeFile(text: string, line: number): void {
    const { payments, deductions, references, deposits } = this.counts;
    const figures = [
      ["payments", payments],
      ["deductions", deductions],
      ["extra references", references],
      ["deposits", deposits],
    ] as const;
    figures.forEach(([what, computed], index) => {
      const declared = text.slice(2 + index * 8, 10 + index * 8);
      this.hold("FILE_COUNT", `the number of ${what}`, declared, computed, line);
    });
    this.isEnded = true;
  }

  private hold(
    kind: ControlTotalKind,
    what: string,
    text: string,
    computed: bigint,
    line: number,
  ): void {
    const declared = readMinorDigits(text.trim());
    if (declared !== computed) {
      const figures = `${declared}, but the body gives ${computed}`;
      throw new RefusedInput("CONTROL_TOTAL", `${what} is declared as ${figures}`);
    }
    this.draft?.document.controlTotals.push({ kind, declared, computed, line });
  }

  end(): CanonicalDocument[] {
    if (this.draft !== undefined && this.isEnded) return [this.draft.document];
    throw new RefusedInput("TRUNCATED", "the document ends before its record 70");
  }
}

/** YYYYMMDD. */
function dayOf(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

function stray(code: string): RefusedInput {
  return new RefusedInput("NOT_WELL_FORMED", `a record "${code}" is out of place here`);
}
