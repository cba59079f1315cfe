import type { CanonicalDocument } from "../canonical-document.js";
import type { CanonicalTransaction, UnpostedReason } from "../canonical-transaction.js";
import { checkRow } from "./check-row.js";
import { RefusedInput } from "./refuse-input.js";

/** What an adapter knows of a row; its identity and place are the document's to give. */
export type RowContent = Omit<CanonicalTransaction, "externalId" | "position" | "isReversal"> & {
  isReversal?: boolean;
};

/** A document that grows row by row within a limit. */
export class DraftDocument {
  readonly document: CanonicalDocument;
  private position = 0;

  constructor(
    head: Pick<CanonicalDocument, "documentId" | "format" | "createdAt">,
    private readonly maxTransactions: number,
  ) {
    this.document = {
      ...head,
      entryCount: 0,
      transactions: [],
      statements: [],
      controlTotals: [],
      unposted: [],
    };
  }

  /**
   * Adds a row; an amount of zero moves nothing and is set aside.
   * @param id identity within the partner; left out, the document's and the position in it
   * @throws RefusedInput LIMIT_EXCEEDED
   */
  add(content: RowContent, line: number, id?: string): CanonicalTransaction | undefined {
    const position = this.next();
    if (content.amountMinor === 0n) {
      this.setAside(position, line, "ZERO_AMOUNT");
      return undefined;
    }
    // The row is the content, which is nobody else's: a copy of each costs as much as parsing it.
    const row = content as CanonicalTransaction;
    row.externalId = id ?? `${this.document.documentId}#${position}`;
    row.position = position;
    row.isReversal ??= false;
    checkRow(row);
    this.document.transactions.push(row);
    return row;
  }

  /** Counts a record that is no payment. */
  skip(line: number, reason: UnpostedReason): void {
    this.setAside(this.next(), line, reason);
  }

  /** Counts a record, and gives its place. @throws RefusedInput LIMIT_EXCEEDED */
  next(): number {
    if (this.position >= this.maxTransactions) {
      const reason = `the document has more than ${this.maxTransactions} transactions`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason);
    }
    this.position += 1;
    this.document.entryCount += 1;
    return this.position;
  }

  private setAside(position: number, line: number, reason: UnpostedReason): void {
    this.document.unposted.push({ position, line, reason });
  }
}
