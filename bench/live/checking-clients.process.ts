import { serve } from "./child-process.js";
import { CheckingClient, type CheckedWish } from "./checking-client.js";

/** Subscribers, each with variables of its own. */
export interface ConnectAll extends Omit<CheckedWish, "variables"> {
  each: Record<string, unknown>[];
}

const clients: CheckingClient[] = [];
let wishes: CheckedWish[] = [];
/** By transaction: when the clients were told of it, in milliseconds since the epoch. */
const toldAtMs: [transactionId: string, atMs: number][] = [];
const CONNECTING_AT_ONCE = 100;

serve({
  /** Connects them, some at a time; resolves when each has its snapshot. */
  async connect({ each, ...shared }: ConnectAll) {
    wishes = each.map((variables) => ({ ...shared, variables }));
    for (let from = 0; from < wishes.length; from += CONNECTING_AT_ONCE) {
      const some = wishes.slice(from, from + CONNECTING_AT_ONCE);
      await Promise.all(some.map((wish) => added().connect(wish)));
    }
  },
  cut: () => clients.forEach((client) => client.cut()),
  /** All come back at once, to another hub; resolves with the seconds until each has an item. */
  async resume(port: number) {
    const began = performance.now();
    const back = clients.map((client, at) =>
      client.connect({ ...(wishes[at] as CheckedWish), port }),
    );
    await Promise.all(back);
    return (performance.now() - began) / 1_000;
  },
  verdict: () => ({
    gaps: clients.reduce((sum, { gaps }) => sum + gaps, 0),
    duplicates: clients.reduce((sum, { duplicates }) => sum + duplicates, 0),
    snapshots: clients.reduce((sum, { snapshots }) => sum + snapshots, 0),
  }),
  told: () => toldAtMs.splice(0),
});

function added(): CheckingClient {
  const client = new CheckingClient();
  client.onChange = ({ transactionId }) => {
    toldAtMs.push([transactionId, performance.timeOrigin + performance.now()]);
  };
  clients.push(client);
  return client;
}
