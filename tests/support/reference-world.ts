import type {
  AccrualPeriod,
  AccrualPlace,
  Countable,
  TermsBook,
} from "../../src/ledger/accrual-model.rules.js";
import type { World } from "./reference-pages.js";
import { ACCOUNTS } from "./reference-step.js";
import type { AccountName, PartnerName } from "./reference-step.js";
import { earned, periodOf } from "./reference-terms.js";
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
export function termsOf(
  contracts: readonly ReferenceContract[],
): Pick<TermsBook, "accrualOf" | "countedPlace" | "periodOf"> {
  const placeIn = (of: Pick<Countable, "partnerId" | "currency">, start: number | null) => {
    const contract = contracts.find(
      ({ partnerId, currency }) => partnerId === of.partnerId && currency === of.currency,
    );
    return contract && start !== null ? placeOf(contract, periodOf(contract, start)) : null;
  };
  return {
    accrualOf: (of) => placeIn(of, of.countedIn ?? of.occurredAt),
    countedPlace: (of) => placeIn(of, of.countedIn),
    periodOf: (contractId, start) => {
      const contract = contracts.find(({ id }) => id === contractId);
      return contract ? placeOf(contract, start).period : null;
    },
  };
}

/** A flat contract's period: the reference's own arithmetic, none of the settlements'. */
function placeOf(contract: ReferenceContract, periodStart: number): AccrualPlace {
  const { id: contractId, currency, payable, expense: account } = contract;
  const rounding = payable;
  const accounts = [payable, account];
  const period: AccrualPeriod = {
    contractId,
    periodStart,
    currency,
    payable,
    rounding,
    accounts,
    reach: "PERIOD",
    quarter: "",
    settle({ segments }) {
      const effectMinor = earned(contract, segments.get(1) ?? new Map());
      const figure = { effectMinor, residualMinor: 0n, account };
      const accrued = new Map(effectMinor === 0n ? [] : [["1:share", figure] as const]);
      const conditions = { contract: 1, days: [[1, 1] as const], periodDays: 1, rates: {} };
      return { accrued, payableMinor: effectMinor, recoupable: new Map(), conditions };
    },
    heldBack: () => 0n,
    faultOf: () => null,
  };
  return {
    period,
    segment: 1,
    additionsOf: ({ type, direction, amountMinor, count }) =>
      new Map([[`${type}:${direction}`, { amountMinor, count }]]),
  };
}
