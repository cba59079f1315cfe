import { RefusedInput } from "../ingestion/index.js";
import type {
  PaymentStatusReport,
  ReportedPayment,
  ReportedStatus,
  ReportedTransaction,
  StatusReason,
} from "./payment-status.rules.js";

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type ReasonDraft = { code: string | null; texts: string[] };
type StatusDraft = Draft<Omit<ReportedStatus, "reasons">> & { reasons: StatusReason[] };
type TransactionDraft = Draft<Omit<ReportedTransaction, "reasons">> & { reasons: StatusReason[] };
type PaymentDraft = StatusDraft & { id: string | null; transactions: TransactionDraft[] };

function status(): StatusDraft {
  return { status: null, reasons: [], originalCount: null, originalSum: null };
}

/** A pain.002 message while it is read. What stands twice where it may stand once is refused. */
export class StatusReading {
  message = "";
  id: string | null = null;
  createdAt: string | null = null;
  originalId: string | null = null;
  originalMessage: string | null = null;
  readonly group = status();
  readonly payments: PaymentDraft[] = [];
  private reason: ReasonDraft = { code: null, texts: [] };
  private currency = "";

  get payment(): PaymentDraft {
    return this.payments.at(-1) ?? misplaced("OrgnlPmtInfAndSts");
  }

  get transaction(): TransactionDraft {
    return this.payment.transactions.at(-1) ?? misplaced("TxInfAndSts");
  }

  openPayment(): void {
    this.payments.push({ ...status(), id: null, transactions: [] });
  }

  openTransaction(): void {
    this.payment.transactions.push({
      endToEndId: null,
      status: null,
      reasons: [],
      amount: null,
      bankReference: null,
    });
  }

  openReason(): void {
    this.reason = { code: null, texts: [] };
  }

  reasonCode(code: string): void {
    this.reason.code = once(this.reason.code, code, "Rsn");
  }

  reasonText(text: string): void {
    this.reason.texts.push(text);
  }

  closeReason(of: { reasons: StatusReason[] }): void {
    of.reasons.push(this.reason);
  }

  openAmount(currency: string | undefined): void {
    this.currency = currency ?? "";
  }

  amount(text: string): void {
    const { transaction, currency } = this;
    if (transaction.amount !== null) throw repeated("Amt");
    transaction.amount = { text, currency };
  }

  /** @throws RefusedInput */
  report(): PaymentStatusReport {
    const { message, group, payments, originalMessage } = this;
    if (originalMessage !== null && !originalMessage.startsWith("pain.001")) {
      const reason = `the report is about a ${originalMessage.slice(0, 40)}, not about a pain.001`;
      throw new RefusedInput("FOREIGN_DOCUMENT", reason);
    }
    return {
      message,
      id: this.id ?? missing("GrpHdr/MsgId"),
      createdAt: instant(this.createdAt ?? missing("GrpHdr/CreDtTm")),
      originalId: this.originalId ?? missing("OrgnlGrpInfAndSts/OrgnlMsgId"),
      group,
      payments: payments satisfies ReportedPayment[],
    };
  }
}

/** A value that stands once. @throws RefusedInput REPEATED_ELEMENT */
export function once(before: string | null, value: string, name: string): string {
  if (before !== null) throw repeated(name);
  return value;
}

/** A status code; banks may send ones that are not known here. @throws RefusedInput */
export function statusCode(before: string | null, text: string, name: string): string {
  if (!/^[A-Z]{4}$/.test(text)) {
    throw new RefusedInput("UNKNOWN_STATUS", `"${text.slice(0, 40)}" is no status code`);
  }
  return once(before, text, name);
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;

function instant(text: string): string {
  if (DATE_TIME.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new RefusedInput("INVALID_DATE", `"${text.slice(0, 40)}" is no time`);
}

function repeated(name: string): RefusedInput {
  return new RefusedInput("REPEATED_ELEMENT", `${name} stands twice`);
}

function missing(name: string): never {
  throw new RefusedInput("MISSING_ELEMENT", `the report has no ${name}`);
}

function misplaced(name: string): never {
  throw new RefusedInput("MISSING_ELEMENT", `there is no ${name} around this element`);
}
