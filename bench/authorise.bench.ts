import pg from "pg";
import { debitWallet, openWallet, postTransfers } from "../src/ledger/index.js";
import { poolSql } from "../src/shared/database/sql.js";
import { defineBench } from "./harness/bench.js";
import type { BenchContext } from "./harness/bench.js";
import { openLoop } from "./harness/load.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { openAccounts, openLedger } from "./posting/ledger.js";
import type { BenchLedger } from "./posting/ledger.js";
import { pacedLoad, postLoad, zipfPick } from "./posting/workload.js";

const CUSTOMERS = 1_000;
const CALLS_PER_SECOND = 500;
/** Transfers a second that other batches post meanwhile, in calls of 250. */
const BACKGROUND_PER_SECOND = 5_000;
const PARTNER = "01900000-0000-7000-8000-0000000000aa";

let serial = 0;

async function fundedWallets(ledger: BenchLedger): Promise<string[]> {
  await ledger.pool.query(
    `insert into partner (id, code, name, kind, state, synthetic, version, created_at)
     values ($1, 'games', 'Games', 'GAME_PROVIDER', 'ACTIVE', true, 1, now())`,
    [PARTNER],
  );
  const [source = ""] = await openAccounts(ledger, 1);
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => `customer-${index}`);
  const wallets = await Promise.all(customers.map((id) => openWallet(ledger, id, "EUR")));
  const fundings = wallets.map((creditAccountId, index) => ({
    externalId: `fund-${index}`,
    debitAccountId: source,
    creditAccountId,
    amountMinor: 1_000_000_000n,
    currency: "EUR",
    code: "FUNDING",
    occurredAt: new Date(),
  }));
  await postTransfers(ledger, fundings);
  return customers;
}

function debits(ledger: BenchLedger, customers: string[], seconds: number) {
  const wallets = { ...ledger, sql: poolSql(ledger.pool) };
  return openLoop({ callsPerSecond: CALLS_PER_SECOND, seconds }, async (index) => {
    const answer = await debitWallet(wallets, {
      partnerId: PARTNER,
      externalId: `debit-${++serial}`,
      customerId: customers[index % CUSTOMERS] ?? "",
      currency: "EUR",
      amountMinor: 100n,
      occurredAt: new Date(),
    });
    if (answer.outcome.status !== "POSTED") throw new Error("a debit was not posted");
  });
}

/** The limit beside us: one row of one column a call, each committed by itself. */
async function bareCommits({ defer }: BenchContext, url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  defer(() => pool.end());
  await pool.query("create table bare_commit (id bigint not null)");
  return (seconds: number) =>
    openLoop({ callsPerSecond: CALLS_PER_SECOND, seconds }, async (index) => {
      const statement = { name: "bare", text: "insert into bare_commit values ($1)" };
      await pool.query({ ...statement, values: [index] });
    });
}

/**
 * Brings the hub where it is after its first minutes: log segments are made by then and used again,
 * accounts are in memory.
 */
async function runIn(
  { progress, quick }: BenchContext,
  ledger: BenchLedger,
  adminUrl: string,
  accounts: string[],
): Promise<void> {
  progress("running in");
  const shape = { seconds: quick ? 2 : 20, callers: 20, itemsPerCall: 200 };
  await postLoad(ledger, zipfPick(accounts, 1), shape);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query("checkpoint");
  await client.end();
}

async function run(context: BenchContext) {
  const postgres = await startBenchPostgres(context, { durable: true });
  const ledger = await openLedger(context, postgres.url);
  const customers = await fundedWallets(ledger);
  const accounts = await openAccounts(ledger, 10_000);
  const seconds = context.quick ? 3 : 10;
  await runIn(context, ledger, postgres.adminUrl, accounts);
  const commits = await bareCommits(context, postgres.url);
  const beside = async (index: number, foreground: ReturnType<typeof debits>) => {
    const pick = zipfPick(accounts, index + 1);
    const background = pacedLoad(ledger, pick, { perSecond: BACKGROUND_PER_SECOND, seconds });
    const { latency } = await foreground;
    return { ...latency.measures(), backgroundPerSecond: await background };
  };
  const result = await context.compare("single debits, 500 calls a second", {
    empty: async () => (await debits(ledger, customers, seconds)).latency.measures(),
    busy: ({ index }) => beside(index, debits(ledger, customers, seconds)),
    bareCommit: ({ index }) => beside(index, commits(seconds)),
  });
  return {
    p99Ms: result.median("busy", "p99Ms"),
    p50Ms: result.median("busy", "p50Ms"),
    emptyP50Ms: result.median("empty", "p50Ms"),
    emptyP99Ms: result.median("empty", "p99Ms"),
    p99OverEmptyP50: result.ratio("busy", "empty", "p99Ms", "p50Ms"),
    bareCommitP99Ms: result.median("bareCommit", "p99Ms"),
    p99OverBareCommit: result.ratio("busy", "bareCommit", "p99Ms"),
    backgroundPerSecond: result.median("busy", "backgroundPerSecond"),
  };
}

export default defineBench({
  summary: "single wallet debits that wait for their balance, beside batches in the background",
  run,
});
