import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { EventEmitter, once } from "node:events";
import { setTimeout as turn } from "node:timers/promises";
import { PubSub } from "graphql-subscriptions";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { buildHubSchema } from "../../src/app/schema.js";
import { cpuMicros, memory, serve } from "./child-process.js";

/**
 * The same schema and the same items through graphql-ws and graphql-subscriptions as they come,
 * with their own example's set-up.
 * @see https://the-guild.dev/graphql/ws/get-started
 */
const schema = buildHubSchema();
const emitter = new EventEmitter().setMaxListeners(0);
const pubSub = new PubSub({ eventEmitter: emitter });
const balances = schema.getSubscriptionType()?.getFields()["balances"];
if (balances) balances.subscribe = () => pubSub.asyncIterableIterator("balances");

const server = createServer();
const endpoint = new WebSocketServer({ server, path: "/graphql", perMessageDeflate: false });
useServer({ schema }, endpoint);
let version = 0;
let wanted = 0;

serve({
  async listen() {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
  async change() {
    await pubSub.publish("balances", changedItem((version += 1)));
  },
  /** Resolves when so many more have subscribed. */
  async subscribed(count: number) {
    wanted += count;
    while (emitter.listenerCount("balances") < wanted) await turn(10);
  },
  memory,
  cpuMicros,
});

/** An item as the hub's own is, with everything that the document asks for. */
function changedItem(at: number): object {
  const after = {
    accountId: "1",
    partnerId: null,
    purpose: "BENCH",
    currency: "EUR",
    normalSide: "CREDIT",
    version: at,
    balance: BigInt(at),
    pendingDebit: 0n,
    pendingCredit: 0n,
    postedAt: Date.now(),
  };
  const change = { fromVersion: at - 1, after, transactionId: crypto.randomUUID() };
  return {
    kind: "BalancesChanged",
    cursor: "c".repeat(60),
    epoch: "e".repeat(16),
    committedAt: new Date(),
    sentAt: new Date(),
    changes: [change],
  };
}
