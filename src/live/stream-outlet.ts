import type { LiveFrame, Outlet } from "./live-frame.js";

/** Results that may wait in a stream before its reader counts as not keeping up. */
const ROOM = 8;

/**
 * An outlet that is read as a stream: for server-sent events, and for whoever executes items by
 * itself. Ending it never waits for an item.
 */
export class StreamOutlet implements Outlet, AsyncIterableIterator<unknown> {
  #queue: LiveFrame[] = [];
  #reader: PromiseWithResolvers<IteratorResult<unknown>> | undefined;
  #drained: (() => void)[] = [];
  #error: unknown;
  #hasFailed = false;
  #isDone = false;
  /** Ends the subscription behind the stream. */
  onEnd: () => void = () => undefined;

  get isFull(): boolean {
    return this.#queue.length >= ROOM;
  }

  send(frame: LiveFrame): void {
    if (this.#isDone) return;
    if (!this.#reader) return void this.#queue.push(frame);
    this.#reader.resolve({ done: false, value: frame.result });
    this.#reader = undefined;
  }

  onceDrained(callback: () => void): void {
    if (this.isFull) this.#drained.push(callback);
    else queueMicrotask(callback);
  }

  fail(error: unknown): void {
    if (this.#isDone) return;
    this.#error = error;
    this.#hasFailed = true;
    this.#reader?.reject(this.#takeError());
    this.#reader = undefined;
  }

  #takeError(): unknown {
    this.#hasFailed = false;
    this.#end();
    return this.#error;
  }

  next(): Promise<IteratorResult<unknown>> {
    const frame = this.#queue.shift();
    if (frame) {
      if (!this.isFull) for (const callback of this.#drained.splice(0)) queueMicrotask(callback);
      return Promise.resolve({ done: false, value: frame.result });
    }
    // The reason is whatever ended the stream, as it was given.
    if (this.#hasFailed) return Promise.reject(Object(this.#takeError()));
    if (this.#isDone) return Promise.resolve({ done: true, value: undefined });
    this.#reader = Promise.withResolvers();
    return this.#reader.promise;
  }

  return(): Promise<IteratorResult<unknown>> {
    this.#queue = [];
    this.#end();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(): Promise<IteratorResult<unknown>> {
    return this.return();
  }

  #end(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#drained = [];
    this.#reader?.resolve({ done: true, value: undefined });
    this.#reader = undefined;
    this.onEnd();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
