import { randomBytes } from "node:crypto";
import { postTransfers } from "../src/ledger/index.js";
import { defineBench, type BenchContext } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { startChild, type BenchChild, type Memory } from "./live/child-process.js";
import type { ConnectOptions } from "./live/clients.process.js";
import { startRedis } from "./live/redis.js";
import { tellOthers } from "./live/tell-others.js";
import { openAccounts, openLedger } from "./posting/ledger.js";

const DOCUMENT = `subscription Balances($accountIds: [ID!]) {
  balances(accountIds: $accountIds) {
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

/** A server with its subscribers, all in processes of their own. */
interface Side {
  server: BenchChild;
  clients: BenchChild;
  idle: Memory;
  change(): Promise<unknown>;
}

export default defineBench({
  summary: "a change to every subscriber, beside a loop of bare ws.send and graphql-ws as it comes",
  run: async (context) => {
    const { quick, settings } = context;
    const count = Number(settings["subscribers"] ?? (quick ? 200 : 5_000));
    const changes = Number(settings["changes"] ?? (quick ? 5 : 30));
    const ours = await startOurs(context, count);
    const bytes = await messageBytes(ours, count);
    context.fact("message", `${bytes} bytes to ${count} subscribers`);
    const bare = await startPeer(context, count, "bare", (server) => server.call("change", bytes));
    const stock = await startPeer(context, count, "stock", (server) => server.call("change"));
    const measure = (side: Side) => () => cpuPerMessage(side, count, changes);
    const result = await context.compare("fan-out", {
      ours: measure(ours),
      bare: measure(bare),
      stock: measure(stock),
    });
    return {
      cpuRatio: result.ratio("ours", "bare", "cpuMicrosPerMessage"),
      stockRatio: result.ratio("stock", "ours", "cpuMicrosPerMessage"),
      memoryRatio: ours.idle.residentBytes / bare.idle.residentBytes,
      usedMemoryRatio: ours.idle.usedBytes / bare.idle.usedBytes,
      subscribers: count,
      oursMicros: result.median("ours", "cpuMicrosPerMessage"),
      bareMicros: result.median("bare", "cpuMicrosPerMessage"),
      idleBytesPerSubscription: ours.idle.residentBytes,
    };
  },
});

async function startOurs(context: BenchContext, count: number): Promise<Side> {
  const postgres = await startBenchPostgres(context, { durable: true });
  const redisUrl = await startRedis(context);
  const ledger = await openLedger(context, postgres.url);
  await tellOthers(context, ledger, redisUrl);
  const [debit = "", credit = ""] = await openAccounts(ledger, 2);
  const key = `tutti_bench_${randomBytes(16).toString("hex")}`;
  const server = startChild(context, "./hub-server.process.js");
  const port = await server.call<number>("listen", { databaseUrl: postgres.url, redisUrl, key });
  const variables = { accountIds: [`acc_${debit}`] };
  const wish = { port, key, query: DOCUMENT, variables };
  let posted = 0;
  const change = () =>
    postTransfers(ledger, [
      {
        externalId: `fan-out ${(posted += 1)}`,
        debitAccountId: debit,
        creditAccountId: credit,
        amountMinor: 1n,
        currency: "EUR",
        code: "BENCH",
        occurredAt: new Date(),
      },
    ]);
  const side = await subscribed(context, server, wish, count);
  return { ...side, change };
}

async function startPeer(
  context: BenchContext,
  count: number,
  name: "bare" | "stock",
  change: (server: BenchChild) => Promise<unknown>,
): Promise<Side> {
  const server = startChild(context, `./${name}-server.process.js`);
  const port = await server.call<number>("listen");
  const wish = name === "bare" ? { port } : { port, query: DOCUMENT };
  const side = await subscribed(context, server, wish, count);
  return { ...side, change: () => change(server) };
}

/**
 * Connects half of the subscribers, which take what the process had lying around since its start,
 * and then the other half, whose memory is what one more costs.
 */
async function subscribed(
  context: BenchContext,
  server: BenchChild,
  wish: Omit<ConnectOptions, "count">,
  count: number,
) {
  const clients = startChild(context, "./clients.process.js");
  const half = Math.floor(count / 2);
  await connect({ server, clients }, wish, half);
  const before = await server.call<Memory>("memory");
  await connect({ server, clients }, wish, count - half);
  const after = await server.call<Memory>("memory");
  const idle = {
    usedBytes: (after.usedBytes - before.usedBytes) / (count - half),
    residentBytes: (after.residentBytes - before.residentBytes) / (count - half),
  };
  return { server, clients, idle };
}

async function connect(
  { server, clients }: Pick<Side, "server" | "clients">,
  wish: Omit<ConnectOptions, "count">,
  count: number,
): Promise<void> {
  await clients.call("connect", { ...wish, count });
  if (wish.key) await clients.call("received", count); // each has its snapshot
  else await server.call("subscribed", count);
}

async function messageBytes({ clients, change }: Side, count: number): Promise<number> {
  await change();
  const { bytes } = await clients.call<{ bytes: number }>("received", count);
  return Math.round(bytes / count);
}

async function cpuPerMessage({ server, clients, change }: Side, count: number, changes: number) {
  const before = await server.call<number>("cpuMicros");
  for (let done = 0; done < changes; done++) {
    await change();
    await clients.call("received", count);
  }
  const after = await server.call<number>("cpuMicros");
  return { cpuMicrosPerMessage: (after - before) / (count * changes) };
}
