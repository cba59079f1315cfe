import type { AccountSpec } from "../ledger/index.js";

/** The platform's own accounts that settlements move money through. */
export type PlatformPurpose = "SETTLEMENT_ADJUSTMENT" | "PAYOUT_CLEARING" | "BANK";

/** The account that carries what is owed to the partner under a contract. */
export function payableOf(of: {
  partnerId: string;
  contractId: string;
  currency: string;
}): AccountSpec {
  return {
    partnerId: of.partnerId,
    purpose: "PARTNER_PAYABLE",
    currency: of.currency,
    normalSide: "CREDIT",
    reference: of.contractId,
  };
}

/** An account of the platform in a currency. */
export function platformAccount(purpose: PlatformPurpose, currency: string): AccountSpec {
  const normalSide = purpose === "PAYOUT_CLEARING" ? "CREDIT" : "DEBIT";
  return { partnerId: null, purpose, currency, normalSide };
}
