import type { Money } from "../../../shared/money.js";
import type { CanonicalTransaction, Direction } from "../../canonical-transaction.js";

/** `BkTxCd`: the ISO domain code, or the bank's own. */
export class BankCode {
  domain: string | undefined = undefined;
  family: string | undefined = undefined;
  subFamily: string | undefined = undefined;
  proprietary: string | undefined = undefined;

  /** "PMNT-RCDT-ESCT", or the bank's code, or undefined when there is neither. */
  toType(): string | undefined {
    if (this.domain === undefined) return this.proprietary;
    return [this.domain, this.family, this.subFamily]
      .filter((part) => part !== undefined)
      .join("-");
  }
}

/** What a `TxDtls` says, as far as it is read. Every field is set at once: one shape, fast. */
export class TransactionDetails {
  /** `Amt`, from version 4 on: what was booked for this payment. */
  amount: Money | undefined = undefined;
  /** `AmtDtls/TxAmt`, all that versions 2 and 3 have: the underlying amount, not yet parsed. */
  underlying: { text: string; currency: string } | undefined = undefined;
  direction: Direction | undefined = undefined;
  endToEndId: string | undefined = undefined;
  transactionId: string | undefined = undefined;
  instructionId: string | undefined = undefined;
  bankReference: string | undefined = undefined;
  originalEndToEndId: string | undefined = undefined;
  isReturn = false;
  returnReason: string | undefined = undefined;
  debtor: string | undefined = undefined;
  creditor: string | undefined = undefined;
  ultimateDebtor: string | undefined = undefined;
  ultimateCreditor: string | undefined = undefined;
  debtorAgent: string | undefined = undefined;
  creditorAgent: string | undefined = undefined;
  creditorReference: string | undefined = undefined;
  unstructured: string | undefined = undefined;
  acceptedAt: Date | undefined = undefined;
  transactedAt: Date | undefined = undefined;
  settlementDay: string | undefined = undefined;
  type: string | undefined = undefined;
}

/** What stands around a payment and holds for it too. */
export interface PaymentContext {
  entry: {
    isReversal: boolean;
    entryReference: string | undefined;
    bankReference: string | undefined;
    bookedAt: Date | undefined;
    valueDay: string | undefined;
    type: string | undefined;
  };
  account: string | undefined;
  /** The document's creation: the last resort for a time, when the bank gives no other. */
  createdAt: Date;
}

/**
 * The canonical row of a payment. `occurredAt` is the time at which the payer's bank accepted it,
 * else that of the transaction, of the booking, of the document.
 */
export function toTransaction(
  details: TransactionDetails,
  context: PaymentContext,
  money: Money,
  direction: Direction,
  identity: { externalId: string; position: number },
): CanonicalTransaction {
  const { entry } = context;
  return {
    externalId: identity.externalId,
    position: identity.position,
    occurredAt: occurredAt(details, context),
    valueDate: entry.valueDay ?? details.settlementDay,
    amountMinor: money.amountMinor,
    currency: money.currency,
    direction,
    type: details.type ?? entry.type ?? plainType(details, direction),
    ...counterparty(details, direction),
    ...references(details, context),
    returnReason: details.returnReason,
    account: context.account,
  };
}

function occurredAt(details: TransactionDetails, { entry, createdAt }: PaymentContext): Date {
  return details.acceptedAt ?? details.transactedAt ?? entry.bookedAt ?? createdAt;
}

type References = Pick<
  CanonicalTransaction,
  "reference" | "remittance" | "bankReference" | "isReversal" | "reversalOf"
>;

function references(details: TransactionDetails, { entry }: PaymentContext): References {
  const remittance = details.creditorReference ?? details.unstructured;
  const stated = details.endToEndId ?? details.transactionId ?? details.instructionId;
  const reference = stated ?? remittance ?? entry.entryReference;
  const isReversal = entry.isReversal || details.isReturn;
  // A return carries the references of the payment that it returns.
  const reversalOf = details.originalEndToEndId ?? (isReversal ? stated : undefined);
  const bankReference = details.bankReference ?? entry.bankReference;
  return { reference, remittance, bankReference, isReversal, reversalOf };
}

/** Without a bank's code: only instant payments carry the time at which they were accepted. */
function plainType(details: TransactionDetails, direction: Direction): string {
  if (details.acceptedAt !== undefined) {
    return direction === "IN" ? "instant_credit_in" : "instant_credit_out";
  }
  return direction === "IN" ? "payment_in" : "payment_out";
}

function counterparty(
  details: TransactionDetails,
  direction: Direction,
): Pick<CanonicalTransaction, "counterparty" | "counterpartyName"> {
  const [agent, name] =
    direction === "IN"
      ? [details.debtorAgent, details.debtor ?? details.ultimateDebtor]
      : [details.creditorAgent, details.creditor ?? details.ultimateCreditor];
  return { counterparty: agent ?? name, counterpartyName: name };
}

/** What several details of one amount have in common: a field on which they differ is left out. */
export function commonDetails(
  one: TransactionDetails,
  other: TransactionDetails,
): TransactionDetails {
  const common = Object.entries(one).filter(([field, value]) =>
    isSame(value, other[field as keyof TransactionDetails]),
  );
  return Object.assign(new TransactionDetails(), Object.fromEntries(common));
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  return one === other;
}
