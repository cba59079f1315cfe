/** What an account is selected by. */
export interface SelectableAccount {
  accountId: string;
  partnerId: string | null;
  purpose: string;
  currency: string;
}

/** What a subscription asks for, checked; null stands for any. */
export interface BalanceSelection {
  accountIds: readonly string[] | null;
  /** The partners asked for that the credential may see, or null where it may see all. */
  partnerIds: readonly string[] | null;
  currency: string | null;
  purpose: string | null;
}

/** Whether the selection takes in accounts that are opened later. */
export function isOpen(selection: BalanceSelection): boolean {
  return selection.accountIds === null;
}

/** Whether an account is selected. */
export function selects(selection: BalanceSelection, account: SelectableAccount): boolean {
  const { accountIds, partnerIds, currency, purpose } = selection;
  if (currency !== null && account.currency !== currency) return false;
  if (purpose !== null && account.purpose !== purpose) return false;
  if (accountIds !== null && !accountIds.includes(account.accountId)) return false;
  if (partnerIds === null) return true;
  return account.partnerId !== null && partnerIds.includes(account.partnerId);
}

/** The one text of a selection: equal selections have equal texts, in whatever order they came. */
export function selectionText(selection: BalanceSelection): string {
  const { accountIds, partnerIds, currency, purpose } = selection;
  const ids = accountIds && [...new Set(accountIds)].sort();
  return JSON.stringify([ids, partnerIds && [...new Set(partnerIds)].sort(), currency, purpose]);
}
