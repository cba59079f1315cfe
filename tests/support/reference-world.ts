import type { PostingItem, TermsBook } from "../../src/ledger/posting-model.rules.js";
import type { World } from "./reference-pages.js";
import { ACCOUNTS } from "./reference-step.js";
import type { AccountName, PartnerName } from "./reference-step.js";
import { periodOf } from "./reference-terms.js";
import type { ReferenceContract } from "./reference-terms.js";

/** Length of the settlement periods of a history's contracts. */
export const PERIOD_MS = 1_000;

export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as (keyof typeof ACCOUNTS)[];

/** What a world is made of; plain, so that it can be sent to another process. */
export interface WorldNames {
  startMs: number;
  prefix: string;
  ids: Record<keyof typeof ACCOUNTS, string>;
  partners: Record<PartnerName, string>;
  contractIds: [acme: string, bolt: string];
}

/** A world with the accounts of ACCOUNTS; of its partners two have contracts. */
export function worldOf({ startMs, prefix, ids, partners, contractIds }: WorldNames): World {
  const accounts = new Map(
    ACCOUNT_NAMES.map((name) => [ids[name], { id: ids[name], closed: false, ...ACCOUNTS[name] }]),
  );
  const flat = { currency: "EUR", periodMs: PERIOD_MS, expense: ids.shares };
  const contracts: ReferenceContract[] = [
    {
      ...flat,
      id: contractIds[0],
      partnerId: partners.acme,
      payable: ids["owed to acme"],
      basis: "NET",
      shareBasisPoints: 2500n,
      rounding: "HALF_EVEN",
    },
    {
      ...flat,
      id: contractIds[1],
      partnerId: partners.bolt,
      payable: ids["owed to bolt"],
      basis: "TURNOVER",
      shareBasisPoints: 10000n,
      rounding: "DOWN",
    },
  ];
  const withNowhere: Record<AccountName, string> = { ...ids, nowhere: "999999999999" };
  return { startMs, prefix, ids: withNowhere, accounts, partners, contracts };
}

/** The contracts of worlds as the ledger's core asks for them. */
export function termsOf(contracts: readonly ReferenceContract[]): Pick<TermsBook, "accrualOf"> {
  return {
    accrualOf(item: PostingItem) {
      const contract = contracts.find(
        ({ partnerId, currency }) => partnerId === item.partnerId && currency === item.currency,
      );
      if (!contract) return null;
      const { id: contractId, basis, rounding, shareBasisPoints, payable, expense } = contract;
      const digits = shareBasisPoints.toString().padStart(5, "0");
      const shareRate = `${digits.slice(0, -4)}.${digits.slice(-4)}`;
      const terms = { contractId, basis, shareRate, rounding };
      const periodStart = periodOf(contract, item.occurredAt);
      return { contractId, periodStart, terms, payable, expense };
    },
  };
}
