import { randomBytes } from "node:crypto";
import { postTransfers } from "../../src/ledger/index.js";
import type { BenchContext } from "../harness/bench.js";
import { startBenchPostgres } from "../harness/postgres.js";
import { openAccounts, openLedger, type BenchLedger } from "../posting/ledger.js";
import { startChild, type BenchChild } from "./child-process.js";
import { startRedis } from "./redis.js";
import { tellOthers } from "./tell-others.js";

/** A ledger that posts in this process, and hubs in others that hear of it over Redis. */
export interface LiveSetUp {
  ledger: BenchLedger;
  accountIds: string[];
  key: string;
  /** Starts one more hub; answers it and its port. */
  startHub(): Promise<{ hub: BenchChild; port: number }>;
  /** Moves money between two accounts, others each time. */
  move(index: number): Promise<unknown>;
}

/** On a durable Postgres and a real Redis. */
export async function setUpLive(context: BenchContext, accounts: number): Promise<LiveSetUp> {
  const postgres = await startBenchPostgres(context, { durable: true });
  const redisUrl = await startRedis(context);
  const ledger = await openLedger(context, postgres.url);
  await tellOthers(context, ledger, redisUrl);
  const accountIds = await openAccounts(ledger, accounts);
  const key = `tutti_bench_${randomBytes(16).toString("hex")}`;
  return {
    ledger,
    accountIds,
    key,
    async startHub() {
      const hub = startChild(context, "./hub-server.process.js");
      const options = { databaseUrl: postgres.url, redisUrl, key };
      return { hub, port: await hub.call<number>("listen", options) };
    },
    move: (index) =>
      postTransfers(ledger, [
        {
          externalId: `move ${index}`,
          debitAccountId: accountIds[(index * 7) % accounts] ?? "",
          creditAccountId: accountIds[(index * 7 + 3) % accounts] ?? "",
          amountMinor: 1n,
          currency: "EUR",
          code: "BENCH",
          occurredAt: new Date(),
        },
      ]),
  };
}

/** The document of the benches' checking subscribers. */
export const CHECKED_BALANCES = `subscription Balances($accountIds: [ID!], $after: String,
  $delivery: Delivery! = STATE) {
  balances(accountIds: $accountIds, after: $after, delivery: $delivery) {
    __typename
    ... on LiveItem { cursor epoch committedAt sentAt }
    ... on BalancesSnapshot {
      complete balances { id currency balance { version posted { amount } } }
    }
    ... on BalancesChanged {
      changes { fromVersion version transactionId account { id balance { posted { amount } } } }
    }
  }
}`;
