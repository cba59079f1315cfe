/**
 * A result on its way to any number of clients; what only some of them need is made once, when it
 * is needed.
 */
export class LiveFrame {
  #json: Buffer | undefined;

  constructor(readonly result: unknown) {}

  /** The result as JSON. */
  get json(): Buffer {
    this.#json ??= Buffer.from(JSON.stringify(this.result));
    return this.#json;
  }

  /** How much of a queue it takes. */
  get bytes(): number {
    return this.json.length;
  }
}

/** An item that is not executed here, for a reader in this process. */
export class ItemFrame extends LiveFrame {
  override get bytes(): number {
    return 0;
  }
}

/** Where a subscription's results go. */
export interface Outlet {
  /** Whether the client does not keep up: what is sent now only waits longer. */
  readonly isFull: boolean;
  send(frame: LiveFrame): void;
  /** Calls back once when it is no longer full. */
  onceDrained(callback: () => void): void;
  /** Tells the client why the subscription ends, and ends it. */
  fail(error: unknown): void;
}

/** Makes a frame of an item: executes the subscription's document on it. */
export type Render = (item: object) => LiveFrame | Promise<LiveFrame>;
