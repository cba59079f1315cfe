import type { OpenStream } from "./balance-streams.js";

/**
 * What graphql-ws is given for a subscription whose frames are written past it: a stream that stays
 * pending until the client or the hub ends it.
 */
export class PendingSubscription implements AsyncIterableIterator<never> {
  readonly #end = Promise.withResolvers<IteratorResult<never>>();
  #stream: OpenStream | undefined;
  #isEnded = false;

  constructor() {
    // It may fail before anybody asks for its next item, and then it waits for being asked.
    this.#end.promise.catch(() => undefined);
  }

  /** Gives it the stream to close at its end; closes it at once where the end came first. */
  begin(stream: OpenStream): void {
    this.#stream = stream;
    if (this.#isEnded) stream.close();
  }

  /** Ends it with an error, of which the client is told. */
  fail(error: unknown): void {
    this.#close();
    this.#end.reject(Object(error));
  }

  #close(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#stream?.close();
  }

  next(): Promise<IteratorResult<never>> {
    return this.#end.promise;
  }

  return(): Promise<IteratorResult<never>> {
    this.#close();
    this.#end.resolve({ done: true, value: undefined });
    return this.#end.promise;
  }

  throw(): Promise<IteratorResult<never>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
