import type { BalanceBook } from "./balance-book.js";
import { exponentOf } from "./money.js";

/** What some accounts come to in a currency. */
export interface Subtotal {
  readonly key: string;
  readonly currency: string;
  readonly exponent: number;
  readonly minor: bigint;
}

interface Sum extends Subtotal {
  minor: bigint;
  purpose: string;
  accounts: number;
  isMixed: boolean;
}

/**
 * What these accounts come to, by currency. A currency whose accounts serve several purposes has
 * none: they may lie on both sides of the ledger. One account alone needs no sum.
 */
export function subtotalsOf(
  book: Pick<BalanceBook, "row">,
  accountIds: readonly string[],
): Subtotal[] {
  const sums = new Map<string, Sum>();
  for (const id of accountIds) {
    const row = book.row(id);
    if (!row) continue;
    const { currency, purpose, posted, postedMinor } = row;
    const sum = sums.get(currency) ?? newSum(currency, purpose, exponentOf(posted));
    sum.minor += postedMinor;
    sum.accounts += 1;
    sum.isMixed ||= sum.purpose !== purpose;
    sums.set(currency, sum);
  }
  return [...sums.values()].filter(({ isMixed, accounts }) => !isMixed && accounts > 1);
}

function newSum(currency: string, purpose: string, exponent: number): Sum {
  return { key: currency, currency, purpose, exponent, minor: 0n, accounts: 0, isMixed: false };
}
