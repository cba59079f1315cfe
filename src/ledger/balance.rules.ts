import type { Side } from "./posting-model.rules.js";

/** A balance as the ledger keeps it: credits less debits, in minor units. */
export interface BalanceFigures {
  currency: string;
  normalSide: Side;
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  version: bigint;
}

/** An amount kept as credits less debits, in the sign of the account's normal side. */
export function normalMinor(
  { normalSide }: { normalSide: Side },
  creditsLessDebits: bigint,
): bigint {
  return normalSide === "CREDIT" ? creditsLessDebits : -creditsLessDebits;
}
