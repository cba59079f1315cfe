import { ItemFrame } from "../../src/live/live-frame.js";
import type { LiveHub } from "../../src/live/live-hub.js";
import { LiveItem, TransactionsPostedItem } from "../../src/live/live-item.js";
import type { Place } from "../../src/live/live-place.js";
import { parsePositions } from "../../src/live/positions.rules.js";

/** What a client of `transactions` has been told, over all of its connections. */
export class TransactionLedger {
  /** In the order in which they came. */
  readonly ids: string[] = [];
  readonly breaks: string[] = [];
  cursor: string | null = null;
  readonly #known = new Set<string>();
  #open: string[] = [];

  /** Ids of an item count when a cursor has come behind them, as a client would keep them. */
  take(item: LiveItem): void {
    if (item instanceof TransactionsPostedItem) {
      this.#open.push(...item.transactions.map(({ id }) => id));
    }
    if (item.cursor === null) return;
    this.cursor = item.cursor;
    for (const id of this.#open.splice(0)) {
      if (this.#known.has(id)) this.breaks.push(`${id} came twice`);
      this.#known.add(id);
      this.ids.push(id);
    }
  }

  /** The client crashed: what it had not kept is gone. */
  forgetOpen(): void {
    this.#open = [];
  }
}

export interface TransactionStream {
  full(isFull: boolean): void;
  close(): void;
}

let streams = 0;

/** A `transactions` subscription to the core itself, which goes on where the client stands. */
export async function openTransactions(
  live: LiveHub,
  client: TransactionLedger,
  options: { partnerIds?: string[] | null; key?: string; onEnd?: () => void } = {},
): Promise<TransactionStream> {
  const { partnerIds = null, key = `stream ${streams++}` } = options;
  const state = { isFull: false, isClosed: false, drained: [] as (() => void)[] };
  const { cursor } = client;
  client.forgetOpen();
  const opened = await live.transactions.open({
    key,
    partnerIds,
    stream: { epoch: live.epoch, cursorAt: (place: Place) => place.text },
    after:
      cursor === null
        ? null
        : { kind: "stream", epoch: live.epoch, positions: parsePositions(cursor) },
    render: (item) => new ItemFrame(item),
    outlet: {
      get isFull() {
        return state.isFull;
      },
      send({ result }) {
        if (!(result instanceof LiveItem)) throw new Error("not an item");
        if (state.isClosed) client.breaks.push("told after the end");
        client.take(result);
      },
      onceDrained: (callback) => void state.drained.push(callback),
      fail: (error) => {
        if (options.onEnd) options.onEnd();
        else client.breaks.push(`ended by ${String(error)}`);
      },
    },
  });
  return {
    full(isFull) {
      state.isFull = isFull;
      if (!isFull) for (const callback of state.drained.splice(0)) callback();
    },
    close() {
      state.isClosed = true;
      opened.close();
    },
  };
}
