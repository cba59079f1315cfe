import type { CanonicalDocument } from "../../canonical-document.js";
import { checkBalance, type StatementBalance } from "../../canonical-statement.js";
import type {
  CanonicalTransaction,
  ControlTotal,
  ControlTotalKind,
} from "../../canonical-transaction.js";
import { DraftDocument, type RowContent } from "../draft-document.js";
import { RefusedInput } from "../refuse-input.js";
import type { LineSettings } from "../text/line-adapter.js";
import {
  malformed,
  readAmount,
  readBalance,
  readStatementLine,
  type MtField,
  type StatementLine,
} from "./mt-field.js";
import { readRemittance, type Remittance } from "./mt-remittance.js";

/** A :61: with the :86: that explains it. */
interface Movement {
  line: StatementLine;
  field: MtField;
  remittance: Remittance;
}

const PART_CHARACTERS = 35;

/**
 * One message, :20: to the next. Its identity is account, number and both balances with their days:
 * none of them alone is unique with every bank, and a copy has all of them. :20: tells only those
 * apart that lack a balance: banks give a copy another one. A line is its message and position.
 */
export class MtStatement {
  private reference: string | undefined;
  private account: string | undefined;
  private sequence: string | undefined;
  private floorCurrency: string | undefined;
  private madeAt: Date | undefined;
  private readonly balances: StatementBalance[] = [];
  private readonly movements: Movement[] = [];
  private readonly declared: MtField[] = [];

  constructor(private readonly settings: LineSettings) {}

  /** @throws RefusedInput */
  take(field: MtField): void {
    const { tag, text } = field;
    if (tag === "20") this.reference = text.trim();
    else if (tag.startsWith("25")) this.account ??= text.trim().replace(/\s*[A-Z]{3}$/, "");
    else if (tag.startsWith("28")) this.sequence ??= text.trim();
    else if (/^6[0245]/.test(tag)) this.balances.push(readBalance(field));
    else if (tag === "61") this.takeLine(field);
    else if (tag === "86") this.explain(field);
    else this.takeReport(field);
  }

  private takeLine(field: MtField): void {
    if (this.movements.length >= this.settings.maxTransactions) {
      const reason = `the statement has more than ${this.settings.maxTransactions} lines`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason);
    }
    const line = readStatementLine(field);
    const text = field.more.join(" ").trim();
    this.movements.push({ line, field, remittance: text === "" ? {} : { text } });
  }

  /** A :86: behind the closing balance speaks of the whole statement. */
  private explain(field: MtField): void {
    const movement = this.movements.at(-1);
    if (movement === undefined || this.closing() !== undefined) return;
    const said = readRemittance([field.text, ...field.more]);
    movement.remittance = { ...movement.remittance, ...said };
  }

  private takeReport(field: MtField): void {
    const { tag, text } = field;
    if (tag === "34F") this.floorCurrency ??= /^[A-Z]{3}/.exec(text.trim())?.[0];
    else if (tag === "90D" || tag === "90C") this.declared.push(field);
    else if (tag === "13D") this.madeAt = this.momentOf(text.trim());
  }

  /** YYMMDDhhmm and an offset. */
  private momentOf(text: string): Date | undefined {
    const match = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)/.exec(text);
    if (match === null) return undefined;
    const [, yy, mm, dd, hour, minute, offset, rest] = match;
    return this.settings.times.instant(`20${yy}-${mm}-${dd}T${hour}:${minute}:00${offset}:${rest}`);
  }

  private opening(): StatementBalance | undefined {
    return this.balances.find(({ code }) => code.startsWith("60"));
  }

  private closing(): StatementBalance | undefined {
    return this.balances.find(({ code }) => code.startsWith("62"));
  }

  private get isInterim(): boolean {
    return this.opening() === undefined && this.floorCurrency !== undefined;
  }

  /** @throws RefusedInput MISSING_ELEMENT, CONTROL_TOTAL ... */
  finish(): CanonicalDocument {
    const { isInterim, account, sequence, balances } = this;
    const draft = new DraftDocument(this.head(), this.settings.maxTransactions);
    const [opening, closing] = [this.opening(), this.closing()];
    const lines = this.movements.flatMap((movement) => this.add(draft, movement));
    const { document } = draft;
    const moved = lines.map(signedAmount);
    document.statements.push({
      statementId: this.reference ?? sequence ?? document.documentId,
      account,
      currency: this.currency(),
      sequence,
      isInterim,
      opening,
      closing,
      balances,
      turnover: [],
      lines,
      check: checkBalance(opening, closing, moved),
    });
    document.controlTotals.push(...this.declared.flatMap((field) => totalsOf(field, lines)));
    if (isInterim) setAside(document);
    return document;
  }

  private head(): Pick<CanonicalDocument, "documentId" | "format" | "createdAt"> {
    const [opening, closing] = [this.opening(), this.closing()];
    const reference = opening && closing ? [] : [this.reference];
    const parts = [this.account, this.sequence, ...reference].map((part) => cut(part ?? "-"));
    const ends = [opening, closing].map((end) => (end ? `${end.day}=${end.amountMinor}` : "-"));
    const when = this.madeAt?.toISOString() ?? ends.join("/");
    return {
      documentId: [...parts, when].join("/"),
      format: this.isInterim ? "MT942" : "MT940",
      createdAt: this.madeAt ?? this.settings.times.instant(this.lastDay()),
    };
  }

  /** The day of which the message speaks; a fragment without any is of no day. */
  private lastDay(): string {
    const booked = this.movements.at(-1)?.line.bookingDay;
    return this.closing()?.day ?? booked ?? this.opening()?.day ?? "1970-01-01";
  }

  private currency(): string | undefined {
    return (this.opening() ?? this.closing())?.currency ?? this.floorCurrency;
  }

  private add(draft: DraftDocument, { line, field, remittance }: Movement): CanonicalTransaction[] {
    const currency = this.currency();
    const place = { line: field.line, column: 1, element: ":61:" };
    if (currency === undefined) {
      const reason = "the statement has no :60F:, which names the currency of its lines";
      throw new RefusedInput("MISSING_ELEMENT", reason, place);
    }
    try {
      const amountMinor = readAmount(line.amount, currency);
      const content = { ...this.contentOf(line, remittance), amountMinor, currency };
      return [draft.add(content, field.line)].filter((row) => row !== undefined);
    } catch (error) {
      throw error instanceof RefusedInput ? error.at(place) : error;
    }
  }

  private contentOf(
    line: StatementLine,
    remittance: Remittance,
  ): Omit<RowContent, "amountMinor" | "currency"> {
    const { direction, isReversal, bankReference, customerReference } = line;
    const { endToEndId, text, name, bank, code, returnReason } = remittance;
    const stated = endToEndId ?? remittance.customerReference ?? customerReference;
    const type = [line.type, code].filter((part) => part !== undefined).join("+");
    return {
      occurredAt: this.settings.times.instant(line.bookingDay),
      valueDate: line.valueDay,
      direction,
      type: type === "" ? (direction === "IN" ? "payment_in" : "payment_out") : type,
      counterparty: bank ?? name,
      counterpartyName: name,
      reference: stated ?? text ?? bankReference,
      remittance: text,
      bankReference,
      isReversal,
      reversalOf: isReversal ? stated : undefined,
      returnReason,
      account: this.account,
    };
  }
}

function cut(part: string): string {
  return part.slice(0, PART_CHARACTERS);
}

function signedAmount({ direction, amountMinor, currency }: CanonicalTransaction) {
  return { amountMinor: direction === "IN" ? amountMinor : -amountMinor, currency };
}

/** What is reported within the day comes again in the statement of the day. */
function setAside(document: CanonicalDocument): void {
  for (const { position } of document.transactions.splice(0)) {
    document.unposted.push({ position, line: 0, reason: "INTERIM" });
  }
}

/** :90D:3EUR12,50 declares the number and sum of the debits. @throws RefusedInput */
function totalsOf(field: MtField, lines: readonly CanonicalTransaction[]): ControlTotal[] {
  const match = /^(\d{1,5})([A-Z]{3})([\d.,]+)$/.exec(field.text.trim());
  if (match === null) throw malformed(field);
  const [, count = "", currency = "", sum = ""] = match;
  const isDebit = field.tag === "90D";
  const meant = lines.filter(({ direction }) => (direction === "OUT") === isDebit);
  const kind = (what: "COUNT" | "SUM"): ControlTotalKind =>
    isDebit ? `SUMMARY_DEBIT_${what}` : `SUMMARY_CREDIT_${what}`;
  const { line } = field;
  const computed = meant.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  return [
    { kind: kind("COUNT"), declared: BigInt(count), computed: BigInt(meant.length), line },
    { kind: kind("SUM"), currency, declared: readAmount(sum, currency), computed, line },
  ];
}
