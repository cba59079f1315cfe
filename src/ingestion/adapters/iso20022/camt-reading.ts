import type { Money } from "../../../shared/money.js";
import type { CanonicalDocument } from "../../canonical-document.js";
import type { Direction } from "../../canonical-transaction.js";
import type { IsoTimes } from "../iso-time.js";
import { RefusedInput, type Place } from "../refuse-input.js";
import type { Cursor } from "../xml/element-rules.js";
import { CamtDocument } from "./camt-document.js";
import { pathIn, type CamtMessage } from "./camt-message.js";
import type { BalanceDraft } from "./camt-balances.js";
import { closeBatch, closeDetails, closeEntry } from "./close-entry.js";
import { EntryDraft, type BatchDraft } from "./entry-draft.js";
import { readAmount } from "./read-amount.js";
import { BankCode, TransactionDetails } from "./transaction-details.js";

const NOWHERE: Place = { line: 0, column: 0 };

/** What the element rules of a camt message write into; one for a file. */
export class CamtReading {
  readonly documents: CanonicalDocument[] = [];
  document: CamtDocument;
  entry = new EntryDraft(NOWHERE, 0);
  batch: BatchDraft = { place: NOWHERE, detailsBefore: 0, sumBefore: 0n };
  details = new TransactionDetails();
  balance: BalanceDraft = {};
  code = new BankCode();
  /** `Ccy` of the amount in hand. */
  currency: string | undefined = undefined;

  constructor(
    private readonly message: CamtMessage,
    readonly times: IsoTimes,
    private readonly maxTransactions: number,
  ) {
    this.document = new CamtDocument(message, "", times, maxTransactions);
  }

  openDocument(format: string): void {
    const before = this.documents.reduce((sum, done) => sum + done.transactions.length, 0);
    this.document = new CamtDocument(
      this.message,
      format,
      this.times,
      this.maxTransactions - before,
    );
  }

  /** @throws RefusedInput MISSING_ELEMENT */
  closeDocument(): void {
    this.documents.push(this.document.finish());
  }

  openEntry(place: Place): void {
    this.entry = new EntryDraft(place, this.document.transactions.length);
  }

  closeEntry(): void {
    closeEntry(this.document, this.entry);
  }

  openBatch(place: Place): void {
    const { detailCount: detailsBefore, signedSum: sumBefore } = this.entry;
    this.batch = { place, detailsBefore, sumBefore };
  }

  /** @throws RefusedInput MISSING_ELEMENT */
  closeBalance(): void {
    this.document.addBalance(this.balance);
  }

  placeOf(cursor: Cursor, path: string): Place {
    const element = `Document/${pathIn(this.message, path)}`;
    return { line: cursor.line, column: cursor.column + 1, element };
  }

  closeBatch(): void {
    closeBatch(this.entry, this.batch);
  }

  openDetails(): void {
    this.details = new TransactionDetails();
  }

  closeDetails(): void {
    closeDetails(this.document, this.entry, this.details);
  }

  /** @throws RefusedInput INVALID_AMOUNT, UNKNOWN_CURRENCY, REPEATED_ELEMENT */
  amount(text: string, before: Money | undefined): Money {
    if (before !== undefined) throw repeated("Amt");
    return readAmount(text, this.currency);
  }

  /** @throws RefusedInput INVALID_DIRECTION, REPEATED_ELEMENT */
  direction(text: string, before: Direction | undefined): Direction {
    if (before !== undefined) throw repeated("CdtDbtInd");
    return readDirection(text);
  }

  status(text: string): void {
    if (this.entry.status !== undefined) throw repeated("Sts");
    this.entry.status = text;
  }
}

/** `CdtDbtInd`, as it stands: a reversal (`RvslInd`) already says the way its own money goes. */
export function readDirection(text: string): Direction {
  if (text === "CRDT") return "IN";
  if (text === "DBIT") return "OUT";
  const reason = `"${text.slice(0, 40)}" is neither CRDT nor DBIT`;
  throw new RefusedInput("INVALID_DIRECTION", reason);
}

function repeated(name: string): RefusedInput {
  return new RefusedInput("REPEATED_ELEMENT", `${name} stands here twice`);
}
