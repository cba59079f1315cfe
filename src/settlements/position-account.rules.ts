import type { AccountSpec } from "../ledger/index.js";
import type { Component } from "./segment-value.rules.js";

/** What the accounts that carry a contract are for. */
export const ACCOUNT_PURPOSES = {
  payable: "PARTNER_PAYABLE",
  reserve: "PARTNER_RESERVE",
  share: "PARTNER_SHARE",
  principal: "PARTNER_PRINCIPAL",
  vat: "VAT_PAYABLE",
  withholding: "WITHHOLDING_PAYABLE",
  rounding: "ROUNDING",
} as const;

export type AccountRole = keyof typeof ACCOUNT_PURPOSES;

/** The ids of the accounts that carry a contract. */
export type SettlementAccounts = Readonly<Record<AccountRole, string>>;

export const ACCOUNT_ROLES = Object.keys(ACCOUNT_PURPOSES) as AccountRole[];

/**
 * The accounts that carry what is owed under a contract, in the order of ACCOUNT_ROLES: what is
 * payable and what is held back for itself, all else with the platform's other contracts.
 */
export function settlementAccounts({
  id,
  partnerId,
  currency,
}: {
  id: string;
  partnerId: string;
  currency: string;
}): AccountSpec[] {
  return ACCOUNT_ROLES.map((role) => {
    const purpose = ACCOUNT_PURPOSES[role];
    if (role === "payable" || role === "reserve") {
      return { partnerId, purpose, currency, normalSide: "CREDIT", reference: id };
    }
    const normalSide = role === "share" || role === "principal" ? "DEBIT" : "CREDIT";
    return { partnerId: null, purpose, currency, normalSide };
  });
}

/** The other side of what a component does to the payable. */
export function accountRoleOf(kind: Component["kind"]): AccountRole {
  switch (kind) {
    case "PRINCIPAL":
      return "principal";
    case "VAT":
      return "vat";
    case "WITHHOLDING":
      return "withholding";
    case "ROLLING_RESERVE":
    case "RESERVE_RELEASE":
      return "reserve";
    default:
      return "share";
  }
}
