import { isDeepStrictEqual } from "node:util";
import { post } from "../../src/ledger/posting.rules.js";
import type { PostingEnvironment } from "../../src/ledger/posting.rules.js";
import { ROLLED_BACK_BEFORE } from "../../src/ledger/posting-model.rules.js";
import type {
  AccountState,
  LedgerState,
  Outcome,
  PostingGroup,
  PostingPlan,
  TransactionRow,
} from "../../src/ledger/posting-model.rules.js";
import { entryLine, holdLine, positionLine, transactionLine } from "./reference-pages.js";
import type { LedgerPage, World } from "./reference-pages.js";
import { planFaults } from "./reference-plan.js";
import type { Subject } from "./reference-run.js";
import type { AccountChange } from "./reference-step.js";
import { termsOf, worldOf } from "./reference-world.js";

const NO_ENTRIES = { balance: 0n, pendingDebit: 0n, pendingCredit: 0n, version: 0, postedAt: 0 };

/** The posting core over a state in memory, which takes over each plan as the tables would. */
export class CoreInMemory implements Subject {
  readonly state: LedgerState;
  private readonly plans: PostingPlan[] = [];
  private lastId = 0;

  constructor(readonly world: World = memoryWorld()) {
    const accounts = [...world.accounts.values()].map((account): [string, AccountState] => {
      const rest = { partnerId: null, purpose: "TEST", revision: 0n, ...NO_ENTRIES };
      return [account.id, { ...account, ...rest }];
    });
    this.state = {
      accounts: new Map(accounts),
      known: new Map(),
      holds: new Map(),
      originals: new Map(),
      positions: new Map(),
      chains: new Map(),
    };
  }

  /** Posts a batch. @throws Error when the plan, or what it left of its input, is not sound */
  compute(groups: readonly PostingGroup[], now: number): PostingPlan {
    const before = structuredClone(this.state);
    const nextId = () => `00000000-0000-7000-8000-${String(++this.lastId).padStart(12, "0")}`;
    const terms = termsOf(this.world.contracts);
    const env: PostingEnvironment = { now, nextId, terms };
    const plan = post(this.state, groups, env);
    if (!isDeepStrictEqual(this.state, before)) throw new Error("the core changed its input");
    const faults = planFaults(before, plan);
    if (faults.length > 0) throw new Error(faults.join("; "));
    this.takeOver(plan);
    return plan;
  }

  post(groups: readonly PostingGroup[], now: number): Promise<Outcome[][]> {
    return Promise.resolve(this.compute(groups, now).outcomes);
  }

  private takeOver(plan: PostingPlan): void {
    const { state } = this;
    this.plans.push(plan);
    for (const [id, { after }] of plan.accounts) state.accounts.set(id, after);
    for (const [id, hold] of plan.holds) state.holds.set(id, hold);
    for (const [key, position] of plan.positions) {
      state.positions.set(key, { ...position, isNew: false });
    }
    for (const row of plan.transactions) this.remember(row, plan);
    for (const [id, original] of plan.reversals) {
      const { reversedMinor } = original;
      const known = state.originals.get(id);
      if (known) state.originals.set(id, { ...known, reversedMinor });
    }
    for (const [key, transactionId] of plan.rollbacksBeforeDebit) {
      state.known.set(key, { transactionId, contentHash: ROLLED_BACK_BEFORE });
    }
  }

  private remember(row: TransactionRow, { transfers }: PostingPlan): void {
    const { id, item, kind, type, direction, amountMinor, countedIn } = row;
    const { partnerId, currency, identityKey, contentHash, occurredAt } = item;
    const legs = transfers
      .filter((t) => t.transactionId === id && (t.kind === "POST" || t.kind === "CAPTURE"))
      .filter((t) => t.code !== "ACCRUAL")
      .map((t) => ({ ...t, currency: this.world.accounts.get(t.debit)?.currency ?? "" }));
    const what = { id, partnerId, kind, type, direction, amountMinor, currency };
    const counted = { occurredAt, countedIn };
    this.state.originals.set(id, { ...what, ...counted, legs, reversedMinor: 0n });
    this.state.known.set(identityKey, { transactionId: id, contentHash });
  }

  change({ account, closed, floorMinor }: AccountChange): Promise<void> {
    const id = this.world.ids[account];
    const before = this.state.accounts.get(id);
    if (before) {
      const revision = before.revision + 1n;
      this.state.accounts.set(id, { ...before, closed, floorMinor, revision });
    }
    return Promise.resolve();
  }

  page(): Promise<LedgerPage> {
    const page: LedgerPage = { accounts: {}, transactions: {}, holds: {}, positions: {} };
    for (const account of this.state.accounts.values()) {
      const { id, balance, pendingDebit, pendingCredit, version, postedAt } = account;
      const figures = { balance, pendingDebit, pendingCredit, version, postedAt };
      page.accounts[id] = { ...figures, entries: this.entriesOf(id) };
    }
    for (const row of this.plans.flatMap((plan) => plan.transactions)) {
      const { relatedId: aboutId, id } = row;
      const undoneMinor = this.state.originals.get(id)?.reversedMinor ?? 0n;
      page.transactions[id] = transactionLine({ ...row, aboutId, undoneMinor });
    }
    for (const { id, state, capturedMinor } of this.state.holds.values()) {
      page.holds[id] = holdLine(state, capturedMinor);
    }
    for (const [key, { segments, accruedMinor }] of this.state.positions) {
      page.positions[key] = positionLine(segments.get(1) ?? new Map(), accruedMinor);
    }
    return Promise.resolve(page);
  }

  private entriesOf(id: string): string[] {
    return this.plans.flatMap(({ entries, postedAt }) =>
      entries
        .filter((entry) => entry.accountId === id)
        .map((entry) =>
          entryLine({
            ...entry,
            postedAt,
            balance: entry.balanceAfter,
            pendingDebit: entry.pendingDebitAfter,
            pendingCredit: entry.pendingCreditAfter,
          }),
        ),
    );
  }
}

/** A world with ids that read well. */
export function memoryWorld(): World {
  const partner = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
  const contract = (n: number) => `01900000-0000-7000-8000-0000000000c${n}`;
  return worldOf({
    startMs: Date.UTC(2024, 0),
    prefix: "",
    ids: {
      cash: "1",
      anna: "2",
      ben: "3",
      vault: "4",
      dollars: "5",
      carla: "6",
      "owed to acme": "7",
      "owed to bolt": "8",
      shares: "9",
    },
    partners: {
      acme: partner(1),
      bolt: partner(2),
      carl: partner(3),
    },
    contractIds: [contract(1), contract(2)],
  });
}
