import type { Clock } from "../shared/clock.js";
import { ServiceKey } from "../shared/commands/services.js";
import type { Database } from "../shared/database/database.js";
import { poolSql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import type { Log } from "../shared/log.js";
import { periodically } from "../shared/periodic.js";
import { AccountBook } from "./account-book.js";
import type { AccountSpec } from "./account.queries.js";
import type { TermsBook } from "./accrual-model.rules.js";
import { expireHolds } from "./expire-holds.js";
import { keepPartitions, PARTITION_PAUSE_MS } from "./keep-partitions.js";
import { PostingEngine } from "./posting-engine.js";
import type { Connection } from "./posting-read.queries.js";
import type { Wallets } from "./move-wallet.js";
import { rollUp, ROLL_UP_PAUSE_MS } from "./roll-up.job.js";

/** The ledger as use cases and resolvers find it among the services. */
export const ledgerService = new ServiceKey<LedgerService>("ledger");

export interface LedgerService extends Wallets {
  /** Ends the jobs, posts what is queued and closes the lanes' connections. */
  close(): Promise<void>;
}

interface Surroundings {
  clock: Clock;
  log: Log;
}

export interface LedgerOptions extends Surroundings {
  database: Database;
  ids: Ids;
  /** Reads the contracts; `ensure` opens the accounts that carry what is owed under them. */
  loadTerms(
    on: Connection,
    ensure: (specs: readonly AccountSpec[]) => Promise<string[]>,
  ): Promise<TermsBook>;
  /** Whether this hub also runs the ledger's background jobs. */
  jobs: boolean;
}

/** How often holds are looked at for expiry. */
const EXPIRY_PAUSE_MS = 1_000;

/** Starts the posting engine, and the jobs where this hub has that role. */
export async function openLedger(options: LedgerOptions): Promise<LedgerService> {
  const { database, clock, ids, log, loadTerms, jobs } = options;
  const sql = poolSql(database.pool);
  const accounts = new AccountBook(sql, clock);
  const engine = new PostingEngine({
    connect: () => database.connect(),
    loadTerms: (on) => loadTerms(on, (specs) => accounts.ensure(specs)),
    onTrouble: (error, what) => log.warn({ err: error }, what),
    clock,
    ids,
  });
  await keepPartitions(sql, clock);
  await engine.start();
  const running = jobs ? startJobs({ engine, sql, clock, log }) : [];
  return {
    engine,
    accounts,
    sql,
    async close() {
      await Promise.all(running.map((job) => job.stop()));
      await engine.stop();
    },
  };
}

function startJobs({ engine, sql, clock, log }: Omit<Wallets, "accounts"> & Surroundings) {
  const job = (pauseMs: number, what: string, work: () => Promise<unknown>) =>
    periodically(pauseMs, work, (err) =>
      log.error({ err }, `${what} failed; it will be tried again`),
    );
  return [
    job(EXPIRY_PAUSE_MS, "expiry of holds", () => expireHolds({ engine }, sql, clock)),
    job(ROLL_UP_PAUSE_MS, "roll-up of entries", () => rollUp(sql)),
    job(PARTITION_PAUSE_MS, "making partitions ahead", () => keepPartitions(sql, clock)),
  ];
}
