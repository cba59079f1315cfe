import type { FastifyInstance, FastifyRequest } from "fastify";
import { Counter, Gauge, Registry } from "prom-client";
import type { LedgerService } from "../ledger/index.js";
import type { LiveHub } from "../live/index.js";
import { DomainError } from "../shared/errors.js";
import type { ConnectionCounts } from "./connection-counts.js";
import type { AuthenticateHook } from "./graphql-http.js";
import { sendRefusal } from "./refuse.js";

class NotForOnePartner extends DomainError {
  constructor() {
    super("FORBIDDEN", "Metrics are of all partners; this credential is limited to some");
  }
}

/** What is measured. */
export interface Measured {
  live: LiveHub;
  ledger: LedgerService;
  counts: ConnectionCounts;
}

/** /metrics: what the hub has and does, for Prometheus, with a key that may see all partners. */
export function addMetrics(
  server: FastifyInstance,
  measured: Measured,
  authenticate: AuthenticateHook,
): void {
  const registry = registryOf(measured);
  server.get("/metrics", { onRequest: authenticate }, async (request, reply) => {
    if (!seesAll(request)) return sendRefusal(request, reply, 403, new NotForOnePartner());
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function seesAll({ actor }: FastifyRequest): boolean {
  return actor !== null && actor.scope === null;
}

/** A value that is read when Prometheus asks; counters only ever grow. */
interface Measure {
  name: string;
  help: string;
  read(): number;
}

function gaugesOf({ live, ledger, counts }: Measured): Measure[] {
  return [
    {
      name: "tutti_live_polling",
      help: "1 while news of other hubs are read from Postgres",
      read: () => Number(live.mode === "polling"),
    },
    {
      name: "tutti_live_behind",
      help: "1 while blocks are known that were not told yet",
      read: () => Number(live.isBehind),
    },
    {
      name: "tutti_live_connections",
      help: "WebSockets and event streams of all credentials",
      read: () => counts.total,
    },
    {
      name: "tutti_live_balance_subscriptions",
      help: "Subscriptions to balances",
      read: () => live.size.members,
    },
    {
      name: "tutti_live_balance_groups",
      help: "Groups of equal subscriptions to balances",
      read: () => live.size.groups,
    },
    {
      name: "tutti_live_transaction_subscriptions",
      help: "Subscriptions to transactions",
      read: () => live.size.transactions,
    },
    {
      name: "tutti_live_rows",
      help: "Subscriptions to settlements, positions and jobs",
      read: () => live.size.rows,
    },
    {
      name: "tutti_live_accounts",
      help: "Accounts that somebody watches",
      read: () => live.size.accounts,
    },
    {
      name: "tutti_ledger_queued_items",
      help: "Items that wait to be posted",
      read: () => ledger.engine.queuedItems,
    },
  ];
}

function countersOf({ live }: Measured): Measure[] {
  return [
    {
      name: "tutti_live_blocks_read_total",
      help: "Blocks that the news had left out and that were read from Postgres",
      read: () => live.counts.blocksRead,
    },
    {
      name: "tutti_live_jumps_total",
      help: "Times that the live stream went to the end of the log in one step",
      read: () => live.counts.jumps,
    },
  ];
}

function registryOf(measured: Measured): Registry {
  const registry = new Registry();
  const registers = [registry];
  for (const { name, help, read } of gaugesOf(measured)) {
    const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(read()) });
  }
  for (const { name, help, read } of countersOf(measured)) {
    const counter: Counter = new Counter({
      name,
      help,
      registers,
      collect() {
        counter.reset();
        counter.inc(read());
      },
    });
  }
  return registry;
}
