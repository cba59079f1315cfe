/**
 * The canonical form: what every adapter turns a partner's format into, and all that the ledger,
 * the quality rules and the reconciliation ever see of a partner's input.
 */

/**
 * The way the money went, seen from the holder of the account: IN is a credit to us, OUT a debit.
 */
export type Direction = "IN" | "OUT";

/** One payment, as a partner reports it. Plain values only, so that it can be hashed and sent. */
export interface CanonicalTransaction {
  /**
   * Identity within the partner: the document's identity and the position in it. The same document
   * read again, under any file name, gives the same identities.
   */
  externalId: string;
  /** The place in the document, counted from 1 over everything in it, posted or not. */
  position: number;
  /**
   * The world's time of the payment, an instant; the adapter says which of the document's times.
   */
  occurredAt: Date;
  /** The calendar day (YYYY-MM-DD, the bank's) from which the money counts; it has no zone. */
  valueDate?: string;
  /** Minor units of `currency`, always greater than zero: `direction` carries the sign. */
  amountMinor: bigint;
  /** ISO 4217 code of the amount as booked, never of the amount as instructed. */
  currency: string;
  direction: Direction;
  /** The partner's own kind of transaction; a contract's basis selects by it. */
  type: string;
  /** The other side: its bank's BIC where there is one, else its name. */
  counterparty?: string;
  /** The other side's name: personal data. */
  counterpartyName?: string;
  /** The strongest reference that the payer, payee or bank gave. */
  reference?: string;
  /** What the payment says it is for: a structured creditor reference, else the free text. */
  remittance?: string;
  /** The account holder's bank's own reference; several payments may share one. */
  bankReference?: string;
  /** The partner calls this the reversal or return of an earlier payment. */
  isReversal: boolean;
  /** The partner's *reference* of the payment that this one undoes; it is not an `externalId`. */
  reversalOf?: string;
  /** Why it was returned, in the partner's code (ISO 20022: AC04, MD06 ...). */
  returnReason?: string;
  /** The account that the document speaks of, as the document writes it. */
  account?: string;
}

/**
 * What a row's texts may have at most, in UTF-16 units. The ledger has the same limits, and a row
 * that it refuses would leave its document half posted: so an adapter refuses the document.
 */
export const ROW_TEXT_LIMITS = {
  externalId: 200,
  type: 64,
  counterparty: 500,
  reference: 1_000,
} satisfies Partial<Record<keyof CanonicalTransaction, number>>;

/** Why a row of a document is not posted although the document is accepted. */
export type UnpostedReason = "PENDING" | "FUTURE" | "ZERO_AMOUNT" | "INTERIM" | "NOT_A_PAYMENT";

/** Something in a document that moves no money yet, kept so that counts can be explained. */
export interface UnpostedRow {
  position: number;
  line: number;
  reason: UnpostedReason;
}

/** What a total counts: money of an entry or batch, the entries of a summary, their sums. */
export type ControlTotalKind =
  | "ENTRY_SUM"
  | "BATCH_COUNT"
  | "BATCH_SUM"
  | "SUMMARY_COUNT"
  | "SUMMARY_SUM"
  | "SUMMARY_NET"
  | "SUMMARY_CREDIT_COUNT"
  | "SUMMARY_CREDIT_SUM"
  | "SUMMARY_DEBIT_COUNT"
  | "SUMMARY_DEBIT_SUM"
  | "GROUP_COUNT"
  | "GROUP_SUM"
  | "FILE_COUNT"
  | "FILE_SUM"
  | "FILE_DEBIT_SUM"
  | "FILE_CREDIT_SUM"
  | "FILE_HASH";

/**
 * A total that a document states about itself, beside what its body adds up to. Sums are minor
 * units of `currency`, credits positive; counts have no currency. In an accepted document both
 * agree.
 */
export interface ControlTotal {
  kind: ControlTotalKind;
  currency?: string;
  declared: bigint;
  computed: bigint;
  /** Where the document declares it. */
  line: number;
}
