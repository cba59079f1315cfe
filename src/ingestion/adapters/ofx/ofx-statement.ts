import { checkBalance, type CanonicalStatement } from "../../canonical-statement.js";
import type { CanonicalTransaction } from "../../canonical-transaction.js";
import type { DraftDocument } from "../draft-document.js";
import type { IsoTimes } from "../iso-time.js";
import { readDecimal } from "../read-decimal.js";
import { RefusedInput } from "../refuse-input.js";
import { givenDate, readOfxTime } from "./ofx-time.js";

/** The leaves of one STMTTRN by name, and the line at which it began. */
export interface OfxTransaction {
  fields: Map<string, string>;
  line: number;
}

const TEXT_CHARACTERS = 1_000;

/** A STMTRS, CCSTMTRS or INVSTMTRS while it is read. */
export class OfxStatement {
  currency: string | undefined;
  bank: string | undefined;
  account: string | undefined;
  from: string | undefined;
  to: string | undefined;
  asOf: string | undefined;
  balance: { amount?: string; asOf?: string } = {};
  readonly transactions: OfxTransaction[] = [];

  /** Adds its rows to the document. @throws RefusedInput */
  finish(draft: DraftDocument, times: IsoTimes, madeAt: string | undefined): void {
    const { account, currency } = this;
    const lines = this.transactions.flatMap((transaction) => {
      try {
        return this.add(draft, transaction, times, madeAt);
      } catch (error) {
        const place = { line: transaction.line, column: 1, element: "STMTTRN" };
        throw error instanceof RefusedInput ? error.at(place) : error;
      }
    });
    const closing = this.closing(times);
    const { statements } = draft.document;
    statements.push({
      statementId: String(statements.length + 1),
      account,
      currency,
      isInterim: false,
      closing,
      balances: closing === undefined ? [] : [closing],
      turnover: [],
      lines,
      check: checkBalance(undefined, closing, []),
    });
  }

  /** LEDGERBAL, where it says something. */
  private closing(times: IsoTimes): CanonicalStatement["closing"] {
    const { amount } = this.balance;
    const asOf = givenDate(this.balance.asOf);
    const { currency } = this;
    if (amount === undefined || currency === undefined) return undefined;
    const day = asOf === undefined ? undefined : readOfxTime(asOf, times).toISOString();
    const amountMinor = readDecimal(amount, currency);
    return { code: "LEDGERBAL", amountMinor, currency, day: day?.slice(0, 10) };
  }

  private add(
    draft: DraftDocument,
    { fields, line }: OfxTransaction,
    times: IsoTimes,
    madeAt: string | undefined,
  ): CanonicalTransaction[] {
    const currency = fields.get("CURSYM") ?? this.currency;
    const amount = fields.get("TRNAMT");
    if (currency === undefined) throw missing("CURDEF");
    if (amount === undefined) throw missing("TRNAMT");
    const minor = readDecimal(amount, currency);
    const name = fields.get("NAME") ?? fields.get("PAYEE");
    const corrected = fields.get("CORRECTFITID");
    const memo = fields.get("MEMO")?.slice(0, TEXT_CHARACTERS);
    const row = draft.add(
      {
        occurredAt: this.occurredAt(fields, times, madeAt),
        amountMinor: minor < 0n ? -minor : minor,
        currency,
        direction: minor < 0n ? "OUT" : "IN",
        type: fields.get("TRNTYPE") ?? "OTHER",
        counterparty: name,
        counterpartyName: name,
        reference: fields.get("CHECKNUM") ?? fields.get("REFNUM") ?? memo,
        remittance: memo,
        bankReference: fields.get("FITID"),
        isReversal: corrected !== undefined,
        reversalOf: corrected,
        account: this.account,
      },
      line,
      this.idOf(fields),
    );
    return row === undefined ? [] : [row];
  }

  /** Some banks leave the date of a movement out: then it is that of the statement. */
  private occurredAt(fields: Map<string, string>, times: IsoTimes, madeAt?: string): Date {
    const dates = [fields.get("DTPOSTED"), fields.get("DTUSER"), this.to, this.asOf, madeAt];
    return readOfxTime(dates.find((text) => givenDate(text)) ?? "", times);
  }

  /** FITID is unique within the account, by the standard. */
  private idOf(fields: Map<string, string>): string | undefined {
    const id = fields.get("FITID");
    if (id === undefined) return undefined;
    return [this.bank, this.account, id].filter((part) => part !== undefined).join("/");
  }
}

function missing(name: string): RefusedInput {
  return new RefusedInput("MISSING_ELEMENT", `the transaction has no ${name}`);
}
