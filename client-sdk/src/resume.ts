import { NetworkError, type TuttiError } from "./errors.js";
import { Drained, type LiveConnection } from "./live-connection.js";
import { pause, pauseMs, type RetryPolicy } from "./retry.js";

/** Keeps the place of a stream across restarts of the client. */
export interface CursorStore {
  load(): Promise<string | null> | string | null;
  /** Called when an item has been handled: the next one was asked for. */
  save(cursor: string): Promise<void> | void;
}

/** What every item of a live stream has. */
export interface LiveItem {
  readonly cursor: string | null;
}

export interface StreamOptions {
  /** Ends the stream. */
  signal?: AbortSignal;
  store?: CursorStore;
  /** Told of each reconnect: which attempt it is, and why. */
  onReconnect?: (reconnect: { attempt: number; cause: Error }) => void;
}

/** Silence for so long means that the connection is dead (schema/README.md). */
const SILENCE_LIMIT_MS = 30_000;
const RECONNECT: RetryPolicy = { attempts: Infinity, firstPauseMs: 100, longestPauseMs: 10_000 };

/** A jump in a stream that promises none: what is missing is fetched by resuming. */
export class GapDetected extends NetworkError {}

/** Not even a heartbeat came: the connection is taken for dead. */
export class HubSilent extends NetworkError {}

/**
 * The items of a live stream for as long as the caller takes them: over reconnects, each exactly
 * once as far as the cursor reaches. `check` throws GapDetected when an item does not continue the
 * one before. @throws TuttiError when coming back cannot help
 */
export async function* resumed<Item extends LiveItem>(
  connection: LiveConnection,
  open: (after: string | null) => AsyncGenerator<Item, void, undefined>,
  check: (item: Item) => void,
  { signal, store, onReconnect }: StreamOptions,
): AsyncGenerator<Item, void, undefined> {
  const place = new Place(store);
  await place.load();
  let attempt = 0;
  while (!signal?.aborted) {
    try {
      for await (const item of alive(connection, open(place.cursor), signal)) {
        check(item);
        attempt = 0;
        yield item;
        await place.handled(item);
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (!(error instanceof NetworkError)) throw error;
      attempt += 1;
      onReconnect?.({ attempt, cause: error });
      await pause(pauseAfter(error, attempt), signal).catch(() => undefined);
    }
  }
}

/** Where a stream stands: behind the last item that the caller has handled. */
class Place {
  cursor: string | null = null;

  constructor(private readonly store: CursorStore | undefined) {}

  async load(): Promise<void> {
    this.cursor = (await this.store?.load()) ?? null;
  }

  async handled({ cursor }: LiveItem): Promise<void> {
    if (cursor === null) return;
    this.cursor = cursor;
    await this.store?.save(cursor);
  }
}

function pauseAfter(error: TuttiError, attempt: number): number {
  return error instanceof Drained ? (error.retryAfterMs ?? 0) : pauseMs(attempt, RECONNECT);
}

/** Ends with the signal at once, and drops a connection that has been silent for too long. */
async function* alive<Item>(
  connection: LiveConnection,
  items: AsyncGenerator<Item, void, undefined>,
  signal?: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  const aborted = new Promise<"aborted">((resolve) => {
    signal?.addEventListener("abort", () => resolve("aborted"), { once: true });
  });
  try {
    for (;;) {
      const silence = timer(SILENCE_LIMIT_MS);
      const next = await Promise.race([items.next(), silence.over, aborted]);
      silence.clear();
      if (next === "aborted") return;
      if (next === "silence") {
        connection.terminate();
        throw new HubSilent("The hub has been silent for too long");
      }
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a generator that waits for its next message ends only with its socket.
    void items.return().catch(() => undefined);
  }
}

function timer(ms: number) {
  let clear = (): void => undefined;
  const over = new Promise<"silence">((resolve) => {
    const handle = setTimeout(() => resolve("silence"), ms);
    clear = () => clearTimeout(handle);
  });
  return { over, clear };
}
