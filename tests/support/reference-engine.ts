import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { ReferenceContract } from "./reference-terms.js";
import type { Outcome, PostingGroup } from "../../src/ledger/posting-model.rules.js";
import type { Countable, TermsBook } from "../../src/ledger/accrual-model.rules.js";
import type { EngineOptions } from "../../src/ledger/posting-engine.js";
import { startLedger } from "./ledger.js";
import { entryLine, holdLine, positionLine, transactionLine } from "./reference-pages.js";
import type { EntryFacts, LedgerPage, TransactionFacts, World } from "./reference-pages.js";
import type { Subject } from "./reference-run.js";
import { ACCOUNTS } from "./reference-step.js";
import type { AccountChange } from "./reference-step.js";
import { ACCOUNT_NAMES, PERIOD_MS, termsOf, worldOf } from "./reference-world.js";
import type { WorldNames } from "./reference-world.js";

const ENTRIES = `
  select e.account_id::text as id, e.version::float8 as version, e.amount,
    e.balance_after as balance, e.pending_debit_after as "pendingDebit",
    e.pending_credit_after as "pendingCredit", m.transaction_id as "transactionId",
    (extract(epoch from e.posted_at) * 1000)::float8 as "postedAt"
  from entry e join transfer m on m.id = e.transfer_id
  where e.account_id = any($1) order by e.account_id, e.version`;

const ACCOUNT_ROWS = `
  select id::text, balance, pending_debit as "pendingDebit", pending_credit as "pendingCredit",
    version::float8 as version, case when version = 0 then 0
      else (extract(epoch from posted_at) * 1000)::float8 end as "postedAt"
  from account where id = any($1) order by id`;

const TRANSACTIONS = `
  select t.id, t.kind, t.type, t.direction, t.amount_minor as "amountMinor",
    t.related_id as "aboutId", coalesce(r.reversed_minor, 0) as "undoneMinor"
  from transaction t left join reversal_total r on r.transaction_id = t.id
  where t.partner_id = any($1)`;

const HOLDS = `select id, state, captured_minor as captured from hold where partner_id = any($1)`;

const POSITIONS = `
  select contract_id as id, (extract(epoch from period_start) * 1000)::float8 as start,
    coalesce(segments->'1', '{}') as inputs, accrued_minor as accrued
  from position where contract_id = any($1)`;

const CHANGE = `
  update account set state = $2, floor_minor = $3, revision = revision + 1 where id = $1`;

type Ledger = Awaited<ReturnType<typeof startLedger>>;

/** A hub's engine on a real Postgres, with worlds of their own for one history after the other. */
export class EngineOnPostgres {
  private now = Math.floor(Date.now() / PERIOD_MS) * PERIOD_MS;
  private readonly startMs = this.now;
  /** By partner. */
  private readonly contracts = new Map<string, ReferenceContract[]>();
  private ledger!: Ledger;

  /** Starts the engine. */
  async start(url: string, options: Partial<EngineOptions> = {}): Promise<void> {
    this.ledger = await startLedger(url, {
      clock: { now: () => new Date(this.now) },
      loadTerms: this.loadTerms,
      ...options,
    });
  }

  /** The contracts of all worlds so far. */
  readonly loadTerms = async (on: Pick<pg.Client, "query">): Promise<TermsBook> => {
    const { rows } = await on.query<{ revision: bigint }>("select revision from terms_revision");
    const ofPartner = (of: Countable) => this.contracts.get(of.partnerId ?? "") ?? [];
    return {
      revision: rows[0]?.revision ?? 0n,
      accrualOf: (of) => termsOf(ofPartner(of)).accrualOf(of),
      countedPlace: (of) => termsOf(ofPartner(of)).countedPlace(of),
      periodOf: (id, start) => termsOf([...this.contracts.values()].flat()).periodOf(id, start),
    };
  };

  /** Takes part in what another hub's history is about. */
  join({ contracts }: World): void {
    for (const contract of contracts) this.contracts.set(contract.partnerId, [contract]);
  }

  get engine() {
    return this.ledger.engine;
  }

  get pool() {
    return this.ledger.pool;
  }

  get troubles() {
    return this.ledger.troubles;
  }

  close(): Promise<void> {
    return this.ledger.close();
  }

  /** Accounts, partners and contracts that no history has used. */
  async newWorld(): Promise<Subject & { names: WorldNames }> {
    const run = randomUUID();
    const specs = ACCOUNT_NAMES.map((name) => ({
      partnerId: null,
      purpose: "TEST",
      reference: `${run} ${name}`,
      ...ACCOUNTS[name],
    }));
    const opened = await this.ledger.accounts.ensure(specs);
    const ids = Object.fromEntries(ACCOUNT_NAMES.map((name, index) => [name, opened[index]]));
    const names: WorldNames = {
      startMs: this.startMs,
      prefix: "",
      ids: ids as WorldNames["ids"],
      partners: { acme: randomUUID(), bolt: randomUUID(), carl: randomUUID() },
      contractIds: [randomUUID(), randomUUID()],
    };
    const world = worldOf(names);
    this.join(world);
    return {
      names,
      world,
      post: (groups, now) => this.post(groups, now),
      change: (change) => this.change(world, change),
      page: () => this.page(world),
    };
  }

  private async post(groups: readonly PostingGroup[], now: number): Promise<Outcome[][]> {
    this.now = now;
    return (await this.ledger.engine.submit(groups)).outcomes;
  }

  private async change(world: World, { account, closed, floorMinor }: AccountChange) {
    const values = [world.ids[account], closed ? "CLOSED" : "OPEN", floorMinor];
    await this.pool.query(CHANGE, values);
  }

  private async page(world: World): Promise<LedgerPage> {
    const accounts = [...world.accounts.keys()];
    const partners = Object.values(world.partners);
    const contracts = world.contracts.map(({ id }) => id);
    return {
      accounts: await this.accountPages(accounts),
      transactions: await this.transactionLines(partners),
      holds: await this.holdLines(partners),
      positions: await this.positionLines(contracts),
    };
  }

  private async accountPages(ids: string[]): Promise<LedgerPage["accounts"]> {
    type Row = Omit<LedgerPage["accounts"][string], "entries"> & { id: string };
    const { rows } = await this.pool.query<Row>(ACCOUNT_ROWS, [ids]);
    const { rows: entries } = await this.pool.query<EntryFacts & { id: string }>(ENTRIES, [ids]);
    const pages = rows.map(({ id, ...figures }) => {
      const own = entries.filter((entry) => entry.id === id);
      return [id, { ...figures, entries: own.map((entry) => entryLine(entry)) }];
    });
    return Object.fromEntries(pages) as LedgerPage["accounts"];
  }

  private async transactionLines(partners: string[]): Promise<Record<string, string>> {
    type Row = TransactionFacts & { id: string };
    const { rows } = await this.pool.query<Row>(TRANSACTIONS, [partners]);
    return Object.fromEntries(rows.map(({ id, ...facts }) => [id, transactionLine(facts)]));
  }

  private async holdLines(partners: string[]): Promise<Record<string, string>> {
    type Row = { id: string; state: string; captured: bigint };
    const { rows } = await this.pool.query<Row>(HOLDS, [partners]);
    return Object.fromEntries(rows.map((row) => [row.id, holdLine(row.state, row.captured)]));
  }

  private async positionLines(contracts: string[]): Promise<Record<string, string>> {
    type Inputs = Record<string, [amount: string, count: string]>;
    type Row = { id: string; start: number; inputs: Inputs; accrued: bigint };
    const { rows } = await this.pool.query<Row>(POSITIONS, [contracts]);
    return Object.fromEntries(
      rows.map(({ id, start, inputs, accrued }) => {
        const totals = Object.entries(inputs).map(([name, [amount, count]]) => {
          return [name, { amountMinor: BigInt(amount), count: BigInt(count) }] as const;
        });
        return [`${id}:${start}`, positionLine(new Map(totals), accrued)];
      }),
    );
  }
}
