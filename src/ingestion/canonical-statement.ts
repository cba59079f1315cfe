import type { CanonicalTransaction } from "./canonical-transaction.js";

/** A balance as a statement gives it, in minor units; what the bank owes us is positive. */
export interface StatementBalance {
  /** The partner's own name of it: ISO 20022 `OPBD`, SWIFT `60F` ... */
  code: string;
  amountMinor: bigint;
  currency: string;
  /** The calendar day (YYYY-MM-DD) for which it holds. */
  day?: string;
}

/** What a position report says was turned over with one counterparty; credits are positive. */
export interface Turnover {
  counterparty: string;
  amountMinor: bigint;
  currency: string;
}

/** Whether a statement's opening and movements lead to its closing. */
export type BalanceCheck =
  | { status: "AGREES" }
  /** Closing less opening and movements, in minor units. */
  | { status: "DIFFERS"; differenceMinor: bigint }
  | { status: "NOT_CHECKED"; reason: "NO_BALANCES" | "SEVERAL_CURRENCIES" };

/** What a partner says of one account over one span of time: its side of a reconciliation. */
export interface CanonicalStatement {
  /** How the partner names it; unique within its document only. */
  statementId: string;
  account?: string;
  /** Of the balances, else of the lines. */
  currency?: string;
  /** The partner's number of it, in the partner's own form. */
  sequence?: string;
  /** A report within the day: what it lists comes again in the statement of the day. */
  isInterim: boolean;
  opening?: StatementBalance;
  closing?: StatementBalance;
  /** All of them, in the order of the document, opening and closing included. */
  balances: StatementBalance[];
  turnover: Turnover[];
  /** The booked movements; in a statement that is not interim also rows of the document. */
  lines: CanonicalTransaction[];
  check: BalanceCheck;
}

/** A movement with its sign, credits positive. */
export interface SignedAmount {
  amountMinor: bigint;
  currency: string;
}

/** Holds closing against opening and movements. */
export function checkBalance(
  opening: SignedAmount | undefined,
  closing: SignedAmount | undefined,
  movements: readonly SignedAmount[],
): BalanceCheck {
  if (!opening || !closing) return { status: "NOT_CHECKED", reason: "NO_BALANCES" };
  const { currency } = opening;
  const isForeign = (amount: SignedAmount): boolean => amount.currency !== currency;
  if (isForeign(closing) || movements.some(isForeign)) {
    return { status: "NOT_CHECKED", reason: "SEVERAL_CURRENCIES" };
  }
  const moved = movements.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const differenceMinor = closing.amountMinor - opening.amountMinor - moved;
  return differenceMinor === 0n ? { status: "AGREES" } : { status: "DIFFERS", differenceMinor };
}
