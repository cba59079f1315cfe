import type { Money } from "../../../shared/money.js";
import type {
  CanonicalDocument,
  CanonicalTransaction,
  ControlTotal,
  Direction,
  UnpostedRow,
} from "../../canonical-transaction.js";
import { checkRow } from "../check-row.js";
import type { IsoTimes } from "../iso-time.js";
import { RefusedInput } from "../refuse-input.js";
import type { EntryDraft } from "./entry-draft.js";
import { NotificationTotals } from "./notification-totals.js";
import { toTransaction, type TransactionDetails } from "./transaction-details.js";

/**
 * A message while it is read: its header, the notification in hand and the rows so far.
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
  notificationId: string | undefined = undefined;
  account: string | undefined = undefined;
  totals = new NotificationTotals();
  readonly transactions: CanonicalTransaction[] = [];
  readonly controlTotals: ControlTotal[] = [];
  readonly unposted: UnpostedRow[] = [];
  private createdText: string | undefined = undefined;
  private createdAt: Date | undefined = undefined;
  private documentId: string | undefined = undefined;
  private notificationCount = 0;
  private entryCount = 0;
  private position = 0;
  private page: string | undefined = undefined;
  private isPaged = false;

  constructor(
    private readonly format: string,
    readonly times: IsoTimes,
    private readonly maxTransactions: number,
  ) {}

  created(text: string): void {
    this.createdText = text;
    this.createdAt = this.times.instant(text);
  }

  /** @throws RefusedInput MISSING_ELEMENT */
  identity(): { documentId: string; createdAt: Date } {
    const { messageId, createdText, createdAt } = this;
    if (messageId === undefined) throw missing("GrpHdr/MsgId");
    if (createdText === undefined || createdAt === undefined) throw missing("GrpHdr/CreDtTm");
    this.documentId ??= [messageId, this.notificationId, createdText, this.page]
      .filter((part) => part !== undefined)
      .join("/");
    return { documentId: this.documentId, createdAt };
  }

  openNotification(): void {
    this.notificationCount += 1;
    this.account = undefined;
    this.totals = new NotificationTotals();
  }

  /** @throws RefusedInput CONTROL_TOTAL */
  closeNotification(): void {
    if (this.isPaged) return;
    for (const total of this.totals.check()) this.controlTotals.push(total);
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

  countEntry(amount: Money, direction: Direction): void {
    this.entryCount += 1;
    this.totals.add(amount, direction);
  }

  /** @throws RefusedInput MISSING_ELEMENT */
  finish(): CanonicalDocument {
    if (this.notificationCount === 0) throw missing("Ntfctn");
    const { format, entryCount, transactions, controlTotals, unposted } = this;
    return {
      ...this.identity(),
      format,
      entryCount,
      transactions,
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
