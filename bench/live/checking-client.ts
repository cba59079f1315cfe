import { WebSocket } from "ws";

/** Where to connect to, and what to watch. */
export interface CheckedWish {
  port: number;
  key: string;
  query: string;
  variables: Record<string, unknown>;
}

interface Change {
  fromVersion: string;
  version: string;
  transactionId: string;
  account: { id: string };
}

interface Item {
  cursor: string | null;
  complete?: boolean;
  balances?: { id: string; balance: { version: string } }[];
  changes?: Change[];
}

interface Message {
  type: string;
  payload?: { data?: { balances: Item } | null; errors?: unknown };
}

/** One subscriber that follows every version, over as many connections as it takes. */
export class CheckingClient {
  gaps = 0;
  duplicates = 0;
  snapshots = 0;
  readonly #versions = new Map<string, number>();
  #cursor: string | null = null;
  #socket: WebSocket | undefined;
  #first: PromiseWithResolvers<void> | undefined;
  /** Told of each change. */
  onChange: (change: Change) => void = () => undefined;

  /** Subscribes, behind its cursor if it has one; resolves with the first item that has one. */
  connect({ port, key, query, variables }: CheckedWish): Promise<void> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws");
    const first = (this.#first = Promise.withResolvers<void>());
    this.#socket = socket;
    const say = (message: object): void => socket.send(JSON.stringify(message));
    const payload = { query, variables: { ...variables, after: this.#cursor } };
    socket.on("open", () =>
      say({ type: "connection_init", payload: { authorization: `Bearer ${key}` } }),
    );
    socket.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      if (message.type === "connection_ack") say({ id: "1", type: "subscribe", payload });
      else if (message.type === "next") this.#take(message);
      else if (message.type === "error") first.reject(new Error(data.toString()));
    });
    socket.on("error", (error) => first.reject(error));
    return first.promise;
  }

  /** Drops the connection without a word. */
  cut(): void {
    this.#socket?.removeAllListeners();
    this.#socket?.on("error", () => undefined);
    this.#socket?.terminate();
  }

  #take({ payload }: Message): void {
    const item = payload?.data?.balances;
    if (!item) return this.#first?.reject(new Error(JSON.stringify(payload)));
    if (item.complete) this.snapshots += 1;
    for (const { id, balance } of item.balances ?? [])
      this.#versions.set(id, Number(balance.version));
    for (const change of item.changes ?? []) this.#step(change);
    if (item.cursor === null) return;
    this.#cursor = item.cursor;
    this.#first?.resolve();
  }

  #step(change: Change): void {
    const known = this.#versions.get(change.account.id) ?? 0;
    if (Number(change.fromVersion) > known) this.gaps += 1;
    if (Number(change.version) <= known) this.duplicates += 1;
    this.#versions.set(change.account.id, Number(change.version));
    this.onChange(change);
  }
}
