import type { Outcome, PositionState } from "../../../src/ledger/index.js";
import type {
  AccountState,
  LedgerState,
  PostingItem,
  PostingPlan,
} from "../../../src/ledger/posting-model.rules.js";
import { post } from "../../../src/ledger/posting.rules.js";
import { contributionOf, Recomputation } from "../../../src/ledger/verify-position.rules.js";
import type { Suspect } from "../../../src/ledger/verify-checks.rules.js";
import type { AccruingContract } from "../../../src/settlements/accruing-contract.rules.js";
import { ContractPeriods } from "../../../src/settlements/contract-periods.rules.js";
import { ACCOUNT_ROLES } from "../../../src/settlements/position-account.rules.js";
import type { SettlementAccounts } from "../../../src/settlements/position-account.rules.js";
import {
  PublishedRates,
  type PublishedRate,
} from "../../../src/settlements/published-rates.rules.js";
import { ContractBook } from "../../../src/settlements/terms-book.rules.js";
import { startOfDay } from "../../../src/shared/calendar.rules.js";
import { startOf, type StoryLedger } from "../../support/accrual-run.js";
import { VERSION_DAYS, type AccrualStory } from "../../support/accrual-story.js";
import { CURRENCIES } from "./arbitrary-terms.js";

const CONTRACT = "01900000-0000-7000-8000-0000000000c1";
const PARTNER = "01900000-0000-7000-8000-000000000001";
const ROLES = Object.fromEntries(ACCOUNT_ROLES.map((role, index) => [role, String(index + 1)]));

/** The posting core with the real book of one contract, over a state in memory. */
export class AccrualCore implements StoryLedger {
  readonly partnerId = PARTNER;
  readonly contractId = CONTRACT;
  readonly accounts: StoryLedger["accounts"];
  private readonly state: LedgerState;
  private readonly plans: PostingPlan[] = [];
  private readonly contract: AccruingContract;
  private rates: PublishedRate[] = [];
  private closed = new Set<number>();
  private book: ContractBook;
  private lastId = 0;

  constructor(story: AccrualStory) {
    const currency = story.versions[0]?.currency ?? "";
    this.contract = contractOf(story, currency);
    this.book = this.newBook();
    const names = CURRENCIES.map((each, index) => [each, String(11 + 2 * index)] as const);
    this.accounts = Object.fromEntries(
      names.map(([each, debit]) => [each, { debit, credit: String(Number(debit) + 1) }]),
    );
    const own = Object.values(ROLES).map((id) => accountOf(id, currency));
    const others = names.flatMap(([each, id]) => [
      accountOf(id, each),
      accountOf(String(Number(id) + 1), each),
    ]);
    this.state = {
      accounts: new Map([...own, ...others].map((account) => [account.id, account])),
      known: new Map(),
      holds: new Map(),
      originals: new Map(),
      positions: new Map(),
      chains: new Map([[CONTRACT, { version: 0, stored: 0, periods: [] }]]),
    };
  }

  private newBook(): ContractBook {
    const periods = new ContractPeriods(this.contract, new PublishedRates(this.rates), this.closed);
    return new ContractBook(BigInt(this.plans.length), [periods], this.book);
  }

  post(items: readonly PostingItem[]): Promise<Outcome[]> {
    const nextId = () => `00000000-0000-7000-8000-${String(++this.lastId).padStart(12, "0")}`;
    const groups = items.map((item) => [item]);
    const plan = post(this.state, groups, { now: 0, nextId, terms: this.book });
    this.takeOver(plan);
    return Promise.resolve(plan.outcomes.flat());
  }

  private takeOver(plan: PostingPlan): void {
    const { state } = this;
    this.plans.push(plan);
    for (const [id, { after }] of plan.accounts) state.accounts.set(id, after);
    for (const [key, position] of plan.positions) {
      state.positions.set(key, { ...position, isNew: false });
    }
    const periods = [...state.positions.values()].map(({ periodStart }) => periodStart);
    const { version = 0 } = plan.chains.get(CONTRACT) ?? {};
    state.chains.set(CONTRACT, {
      version,
      stored: version,
      periods: periods.toSorted((a, b) => a - b),
    });
    for (const row of plan.transactions) {
      const { id, item, kind, type, direction, amountMinor, countedIn } = row;
      const { partnerId, currency, occurredAt, operation } = item;
      const legs = operation.kind === "TRANSFER" ? operation.legs : [];
      const what = { id, kind, type, direction, amountMinor, countedIn };
      const whose = { partnerId, currency, occurredAt, legs, reversedMinor: 0n };
      state.originals.set(id, { ...what, ...whose });
    }
    for (const [id, original] of plan.reversals) state.originals.set(id, original);
  }

  setClosed(month: number, closed: boolean): Promise<void> {
    this.closed = new Set(this.closed);
    if (closed) this.closed.add(startOf(month));
    else this.closed.delete(startOf(month));
    this.book = this.newBook();
    return Promise.resolve();
  }

  publish(rates: readonly PublishedRate[]): Promise<void> {
    this.rates = [...this.rates, ...rates];
    this.book = this.newBook();
    return Promise.resolve();
  }

  positions(): Promise<PositionState[]> {
    return Promise.resolve([...this.state.positions.values()]);
  }

  payableMinor(): Promise<bigint> {
    return Promise.resolve(this.state.accounts.get(ROLES["payable"] ?? "")?.balance ?? 0n);
  }

  /** What a verification finds wrong with all that was posted. */
  suspects(): Suspect[] {
    const recomputation = new Recomputation(this.book);
    const undone = new Map<string, bigint>();
    for (const row of this.plans.flatMap(({ transactions }) => transactions)) {
      const original = this.state.originals.get(row.relatedId ?? "");
      const before = undone.get(row.relatedId ?? "") ?? 0n;
      if (original) undone.set(original.id, before + row.amountMinor);
      const completes = original !== undefined && undone.get(original.id) === original.amountMinor;
      const { partnerId, currency, occurredAt } = row.item;
      const countedAt = original?.occurredAt ?? occurredAt;
      const counted = contributionOf({ ...row, partnerId, currency, countedAt }, completes);
      recomputation.add(counted, { table: "transaction", row: row.id });
    }
    const accruals = this.plans.flatMap(({ transfers }) => transfers);
    for (const move of accruals) if (move.code === "ACCRUAL") recomputation.addAccrual(move);
    return recomputation.check([...this.state.positions.values()]);
  }
}

function contractOf({ versions }: AccrualStory, currency: string): AccruingContract {
  return {
    id: CONTRACT,
    partnerId: PARTNER,
    currency,
    timeZone: "Asia/Seoul",
    version: 1,
    startsAt: startOf(0),
    endsAt: startOfDay("2026-05-01", "Asia/Seoul").getTime(),
    terms: {
      versions: versions.map((terms, index) => ({
        number: index + 1,
        effectiveFrom: VERSION_DAYS[index] ?? "",
        terms: named(terms),
      })),
      lastDay: "2026-04-30",
    },
    accounts: ROLES as SettlementAccounts,
  };
}

/** Each kind of rates has a source of its own. */
function named(terms: AccrualStory["versions"][0]): AccrualStory["versions"][0] {
  const { rateSource } = terms;
  if (rateSource?.kind !== "DAILY") return terms;
  return { ...terms, rateSource: { ...rateSource, source: "daily" } };
}

function accountOf(id: string, currency: string): AccountState {
  return {
    id,
    partnerId: null,
    purpose: "TEST",
    currency,
    normalSide: "CREDIT",
    floorMinor: null,
    closed: false,
    revision: 0n,
    balance: 0n,
    pendingDebit: 0n,
    pendingCredit: 0n,
    version: 0,
    postedAt: 0,
  };
}
