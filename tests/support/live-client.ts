import { createClient, type Client, type ExecutionResult } from "graphql-ws";
import { WebSocket } from "ws";
import type { TestHub } from "./hub.js";

/** A client that knows nothing of this hub: graphql-ws as it comes. */
export function standardClient(
  hub: Pick<TestHub, "url" | "adminKey">,
  key = hub.adminKey,
  options: { onSocket?: (socket: WebSocket) => void } = {},
): Client {
  const { onSocket } = options;
  class ObservedSocket extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      onSocket?.(this);
    }
  }
  return createClient({
    url: hub.url.replace("http", "ws") + "/graphql",
    webSocketImpl: ObservedSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
}

/** What came of a subscription, and a way to wait for it. */
export interface Received<Item> {
  items: Item[];
  /** Resolves when so many items have come; rejects when the subscription ends before. */
  count(wanted: number): Promise<Item[]>;
  /** Resolves when one has come for which it holds. */
  first(holds: (item: Item) => boolean): Promise<Item>;
  /** Rejects or resolves with how the subscription ended. */
  ended: Promise<unknown>;
  close(): void;
}

/** Subscribes and keeps the items of the document's only field. */
export function subscribeTo<Item>(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): Received<Item> {
  const items: Item[] = [];
  const waiting = new Set<() => void>();
  const ended = Promise.withResolvers<unknown>();
  ended.promise.catch(() => undefined);
  const wake = (): void => waiting.forEach((look) => look());
  const close = client.subscribe<Record<string, Item>>(
    { query, variables },
    {
      next(result: ExecutionResult<Record<string, Item>>) {
        if (result.errors) throw new Error(JSON.stringify(result.errors));
        items.push(...Object.values(result.data ?? {}));
        wake();
      },
      error: (error) => ended.reject(error),
      complete: () => ended.resolve(undefined),
    },
  );
  const when = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const found = look();
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      ended.promise.then(() => reject(new Error("the subscription ended")), reject);
      check();
    });
  return {
    items,
    count: (wanted) => when(() => (items.length >= wanted ? items : undefined)),
    first: (holds) => when(() => items.find(holds)),
    ended: ended.promise,
    close,
  };
}
