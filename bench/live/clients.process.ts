import { randomUUID } from "node:crypto";
import { serve } from "./child-process.js";
import { CountingClient } from "./counting-client.js";

/** Where the clients connect to, and what they subscribe to; nothing without a document. */
export interface ConnectOptions {
  port: number;
  count: number;
  key?: string;
  query?: string;
  variables?: Record<string, unknown>;
}

const clients = new CountingClient();

serve({
  connect: ({ port, count, key, query, variables }: ConnectOptions) => {
    if (query === undefined) return clients.connect(port, count, () => []);
    const init = { type: "connection_init", payload: { authorization: `Bearer ${key}` } };
    const greeting = (): string[] => {
      // Ids as graphql-ws makes them.
      const subscribe = { id: randomUUID(), type: "subscribe", payload: { query, variables } };
      return [JSON.stringify(init), JSON.stringify(subscribe)];
    };
    return clients.connect(port, count, greeting, "graphql-transport-ws");
  },
  received: (wanted: number) => clients.received(wanted),
});
