import type { Money } from "../../../shared/money.js";
import type { CanonicalDocument } from "../../canonical-document.js";
import type {
  CanonicalTransaction,
  ControlTotal,
  Direction,
  UnpostedRow,
} from "../../canonical-transaction.js";
import {
  checkBalance,
  type CanonicalStatement,
  type SignedAmount,
} from "../../canonical-statement.js";
import { checkRow } from "../check-row.js";
import type { IsoTimes } from "../iso-time.js";
import { RefusedInput } from "../refuse-input.js";
import { CamtBalances, type BalanceDraft } from "./camt-balances.js";
import type { CamtMessage } from "./camt-message.js";
import type { EntryDraft } from "./entry-draft.js";
import { NotificationTotals, signed } from "./notification-totals.js";
import { toTransaction, type TransactionDetails } from "./transaction-details.js";

/** The part of a message that is being read: a notification, statement or report. */
class CamtPart {
  id: string | undefined = undefined;
  readonly movements: SignedAmount[] = [];

  constructor(
    readonly firstRow: number,
    readonly balances: CamtBalances,
  ) {}
}

/**
 * A message while it is read: its header, the part in hand and the rows so far.
 *
 * Identity. A document is `MsgId / first Ntfctn/Id / CreDtTm` (and the page of a paged message), a
 * payment is that and its position. MsgId is the bank's own number of the message, but unique only
 * "for a pre-agreed period"; the creation time tells apart what carries it again a year later, and
 * neither changes when a file is renamed or delivered twice. TxId and EndToEndId are no identity:
 * real files repeat them for different payments. A document without MsgId or CreDtTm (both are
 * mandatory in every version) could not be recognised when it comes again, so it is refused; a file
 * name never takes their place.
 */
export class CamtDocument {
  messageId: string | undefined = undefined;
  /** Of the first part. */
  private firstPartId: string | undefined = undefined;
  account: string | undefined = undefined;
  sequence: string | undefined = undefined;
  totals = new NotificationTotals();
  readonly transactions: CanonicalTransaction[] = [];
  readonly controlTotals: ControlTotal[] = [];
  readonly unposted: UnpostedRow[] = [];
  readonly statements: CanonicalStatement[] = [];
  private part: CamtPart;
  private createdText: string | undefined = undefined;
  private createdAt: Date | undefined = undefined;
  private documentId: string | undefined = undefined;
  private notificationCount = 0;
  private entryCount = 0;
  private position = 0;
  private page: string | undefined = undefined;
  private isPaged = false;

  constructor(
    readonly message: CamtMessage,
    private readonly format: string,
    readonly times: IsoTimes,
    private readonly maxTransactions: number,
  ) {
    this.part = new CamtPart(0, new CamtBalances(message));
  }

  created(text: string): void {
    this.createdText = text;
    this.createdAt = this.times.instant(text);
  }

  /** @throws RefusedInput MISSING_ELEMENT */
  identity(): { documentId: string; createdAt: Date } {
    const { messageId, createdText, createdAt } = this;
    if (messageId === undefined) throw missing("GrpHdr/MsgId");
    if (createdText === undefined || createdAt === undefined) throw missing("GrpHdr/CreDtTm");
    this.documentId ??= [messageId, this.firstPartId, createdText, this.page]
      .filter((part) => part !== undefined)
      .join("/");
    return { documentId: this.documentId, createdAt };
  }

  openNotification(): void {
    this.notificationCount += 1;
    this.account = undefined;
    this.sequence = undefined;
    this.totals = new NotificationTotals();
    this.part = new CamtPart(this.transactions.length, new CamtBalances(this.message));
  }

  partId(id: string | undefined): void {
    this.part.id ??= id;
    this.firstPartId ??= id;
  }

  /** @throws RefusedInput CONTROL_TOTAL, but for a statement */
  closeNotification(): void {
    const { isStatement } = this.message;
    if (isStatement) this.closeStatement(this.part);
    if (this.isPaged) return;
    for (const total of this.totals.check(isStatement)) this.controlTotals.push(total);
  }

  private closeStatement(part: CamtPart): void {
    const { isInterim } = this.message;
    const { balances, turnover } = part.balances;
    const [opening, closing] = [part.balances.opening(), part.balances.closing()];
    const lines = this.transactions.slice(part.firstRow);
    if (isInterim) this.setAside(part.firstRow);
    const movements = part.movements.length > 0 ? part.movements : turnover;
    this.statements.push({
      statementId: part.id ?? String(this.statements.length + 1),
      account: this.account,
      currency: opening?.currency ?? closing?.currency ?? part.movements[0]?.currency,
      sequence: this.sequence,
      isInterim,
      opening,
      closing,
      balances,
      turnover,
      lines,
      check: checkBalance(opening, closing, movements),
    });
  }

  /** What a report lists is booked when the statement lists it again. */
  private setAside(firstRow: number): void {
    for (const { position } of this.transactions.splice(firstRow)) {
      this.unposted.push({ position, line: 0, reason: "INTERIM" });
    }
  }

  addBalance(balance: BalanceDraft): void {
    this.part.balances.add(balance);
  }

  /** Each page is a document, and declares the totals of all pages: those cannot be checked. */
  pageNumber(text: string): void {
    if (Number(text) <= 1) return;
    this.page = `page ${text}`;
    this.isPaged = true;
  }

  lastPage(text: string): void {
    this.isPaged ||= text === "false" || text === "0";
  }

  /** Adds a row for a payment of `entry`. @throws RefusedInput LIMIT_EXCEEDED */
  add(details: TransactionDetails, entry: EntryDraft, money: Money, direction: Direction): void {
    if (this.position >= this.maxTransactions) throw tooMany(this.maxTransactions);
    this.position += 1;
    const { documentId, createdAt } = this.identity();
    const { position, account } = this;
    const identity = { externalId: `${documentId}#${position}`, position };
    const context = { entry, account, createdAt };
    const row = toTransaction(details, context, money, direction, identity);
    this.transactions.push(checkRow(row));
  }

  countEntry(amount: Money, direction: Direction, isBooked: boolean): void {
    this.entryCount += 1;
    this.totals.add(amount, direction);
    const { currency } = amount;
    const amountMinor = signed(amount.amountMinor, direction);
    if (isBooked && this.message.isStatement) this.part.movements.push({ amountMinor, currency });
  }

  /** @throws RefusedInput MISSING_ELEMENT */
  finish(): CanonicalDocument {
    if (this.notificationCount === 0) throw missing(this.message.part);
    const { format, entryCount, transactions, statements, controlTotals, unposted } = this;
    return {
      ...this.identity(),
      format,
      entryCount,
      transactions,
      statements,
      controlTotals,
      unposted,
    };
  }
}

function missing(name: string): RefusedInput {
  return new RefusedInput("MISSING_ELEMENT", `the message has no ${name}`);
}

function tooMany(limit: number): RefusedInput {
  return new RefusedInput("LIMIT_EXCEEDED", `the document has more than ${limit} transactions`);
}
