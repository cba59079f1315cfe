import type { CalendarDate } from "../shared/calendar.rules.js";

/** Where an account is kept: by BIC (ISO 9362), or as a clearing system names its members. */
export interface PaymentBank {
  bic: string | null;
  /** The code of the clearing system, such as `KRBOK`, and the member's number in it. */
  clearing: { system: string; member: string } | null;
}

export type PaymentAccount = { kind: "IBAN"; iban: string } | { kind: "OTHER"; number: string };

/** Who pays or is paid, and by which account. */
export interface PaymentParty {
  name: string;
  account: PaymentAccount;
  bank: PaymentBank;
}

/** One payment of a run. */
export interface CreditTransfer {
  /** By which the bank reports on it; unique in the run, of at most 35 characters. */
  endToEndId: string;
  /** Above zero. */
  amountMinor: bigint;
  currency: string;
  executeOn: CalendarDate;
  debtor: PaymentParty;
  creditor: PaymentParty;
  /** The statements that it settles. */
  statements: readonly { number: string; issuedOn: CalendarDate }[];
}

/**
 * Which characters a bank takes: those of the SEPA rule books, or all of Unicode, as banks do whose
 * customers' names are not Latin.
 */
export type PaymentCharacters = "LATIN" | "UNICODE";

/** What one payment file asks a bank for. */
export interface CreditTransferRun {
  /** The message's id, unique for ever, of at most 35 characters. */
  id: string;
  createdAt: Date;
  /** Who sends the file. */
  initiator: string;
  characters: PaymentCharacters;
  transfers: readonly CreditTransfer[];
}

/** The transfers of a run that one bank books together. */
export interface PaymentGroup {
  id: string;
  debtor: PaymentParty;
  currency: string;
  executeOn: CalendarDate;
  transfers: readonly CreditTransfer[];
}

/** A run by debtor account, currency and day, in the order of their first transfers. */
export function paymentGroups({ id, transfers }: CreditTransferRun): PaymentGroup[] {
  const byKey = Map.groupBy(transfers, ({ debtor, currency, executeOn }) =>
    JSON.stringify([debtor.name, debtor.account, debtor.bank, currency, executeOn]),
  );
  return [...byKey.values()].flatMap((group, index) => {
    const [first] = group;
    if (!first) return [];
    const { debtor, currency, executeOn } = first;
    return [{ id: `${id}-${index + 1}`, debtor, currency, executeOn, transfers: group }];
  });
}
