import type { PaymentBank, PaymentParty } from "./credit-transfer.rules.js";
import { InvalidPayoutAccount } from "./payout.errors.js";
import { assertAccount, assertBank } from "./payment-text.rules.js";

export const PAYOUT_SCHEMES = ["IBAN", "DOMESTIC"] as const;
export type PayoutScheme = (typeof PAYOUT_SCHEMES)[number];

/** A bank account as it is given. */
export interface BankAccountInput {
  holderName: string;
  scheme: PayoutScheme;
  number: string;
  bic?: string | null;
  clearingSystem?: string | null;
  bankCode?: string | null;
}

/** A bank account that can exist, in the form in which payment files have it. */
export interface BankAccount {
  holderName: string;
  scheme: PayoutScheme;
  number: string;
  bic: string | null;
  /** The clearing system that the bank's code is of, such as `KRBOK`. */
  clearingSystem: string | null;
  bankCode: string | null;
}

const MAX_HOLDER = 70;

/**
 * Checks a bank account and brings it into its one form.
 * @throws InvalidPayoutAccount, PaymentNotWritable
 */
export function readBankAccount(input: BankAccountInput): BankAccount {
  const { scheme } = input;
  const holderName = input.holderName.trim();
  if (holderName === "" || [...holderName].length > MAX_HOLDER) {
    throw new InvalidPayoutAccount(`the holder's name has 1 to ${MAX_HOLDER} characters`);
  }
  const number = readNumber(input.number);
  const bic = written(input.bic);
  const clearingSystem = written(input.clearingSystem);
  const bankCode = written(input.bankCode);
  if ((clearingSystem === null) !== (bankCode === null)) {
    throw new InvalidPayoutAccount("a bank's code and its clearing system go together");
  }
  if (number.length < MIN_NUMBER) throw new InvalidPayoutAccount("its number is too short");
  const account = { holderName, scheme, number, bic, clearingSystem, bankCode };
  const party = partyOf(account);
  assertAccount(party.account, ["number"]);
  // By an IBAN the bank is known.
  if (scheme === "DOMESTIC" || bic !== null) assertBank(party.bank, ["bankCode"]);
  return account;
}

const MIN_NUMBER = 5;

/** A number as it is kept: without the spaces and hyphens that people write. */
export function readNumber(text: string): string {
  return text.replaceAll(/[\s-]/g, "").toUpperCase();
}

function written(text: string | null | undefined): string | null {
  return text?.replaceAll(" ", "").toUpperCase() || null;
}

/** An account as payment files name it. */
export function partyOf(account: BankAccount): PaymentParty {
  const { holderName, scheme, number } = account;
  return {
    name: holderName,
    account: scheme === "IBAN" ? { kind: "IBAN", iban: number } : { kind: "OTHER", number },
    bank: bankOf(account),
  };
}

function bankOf({ bic, clearingSystem, bankCode }: BankAccount): PaymentBank {
  if (clearingSystem === null || bankCode === null) return { bic, clearing: null };
  return { bic, clearing: { system: clearingSystem, member: bankCode } };
}

/** What of an account's number everyone may see: an IBAN's country, and the last four places. */
export function maskedNumber({ scheme, number }: Pick<BankAccount, "scheme" | "number">): string {
  const head = scheme === "IBAN" ? number.slice(0, 2) : "";
  return `${head}${"*".repeat(number.length - head.length - 4)}${number.slice(-4)}`;
}

/** What of a holder's name everyone may see: how its words begin. */
export function maskedName(name: string): string {
  return name.replaceAll(/(\S)\S*/gu, "$1***");
}
