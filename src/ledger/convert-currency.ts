import { convertMinor } from "../shared/money.js";
import type { AccountSpec } from "./account.queries.js";
import { postingItem } from "./posting-item.rules.js";
import type { Receipt } from "./posting-queue.js";
import type { AccountId } from "./posting-model.rules.js";
import type { Ledger } from "./record-transactions.js";

export interface ConversionRequest {
  partnerId: string | null;
  externalId: string;
  fromAccountId: AccountId;
  toAccountId: AccountId;
  /** What leaves, above zero, in minor units of `fromCurrency`. */
  amountMinor: bigint;
  fromCurrency: string;
  toCurrency: string;
  /** Major units of `toCurrency` for one of `fromCurrency`, an exact decimal. */
  rate: string;
  occurredAt: Date;
  reference?: string | null;
}

function conversionAccount(currency: string): AccountSpec {
  return { partnerId: null, purpose: "CONVERSION", currency, normalSide: "CREDIT" };
}

/**
 * Converts between two accounts in different currencies: one leg in each, through the platform's
 * conversion accounts, whose balances show what it is exposed to. The rate is kept; the amount
 * bought is rounded half to even. @throws UnknownCurrency, InvalidAmount, Overloaded
 */
export async function convertCurrency(
  { engine, accounts }: Ledger,
  request: ConversionRequest,
): Promise<Receipt> {
  const { fromCurrency, toCurrency, amountMinor, rate, fromAccountId, toAccountId } = request;
  const bought = convertMinor(amountMinor, { fromCurrency, toCurrency, rate });
  const specs = [conversionAccount(fromCurrency), conversionAccount(toCurrency)];
  const [sold = "", buying = ""] = await accounts.ensure(specs);
  const code = "CONVERSION";
  const legs = [
    { debit: fromAccountId, credit: sold, amountMinor, currency: fromCurrency, code },
    { debit: buying, credit: toAccountId, amountMinor: bought, currency: toCurrency, code },
  ];
  const details = JSON.stringify({ rate, toCurrency, toAmountMinor: bought.toString() });
  const item = postingItem({
    ...request,
    type: "conversion",
    direction: "NONE",
    currency: fromCurrency,
    accrues: false,
    details,
    operation: {
      kind: "TRANSFER",
      legs,
    },
  });
  return engine.submit([[item]], "authorise");
}
