import type { Readable } from "node:stream";
import { BodyBroken, BodyIdle, HubStopping } from "./ingestion.errors.js";

/** How long a client may send nothing, in the middle of a body. */
export const BODY_IDLE_MS = 60_000;
/** How long what a client still sends is thrown away, so that it gets to read why. */
export const LINGER_MS = 10_000;

export interface BodyReading {
  idleMs?: number;
  /** Aborts when the hub is stopping. */
  stop?: AbortSignal;
}

/**
 * The chunks of a request's body as they come. The time that the reader takes between two of them
 * does not count as the client's. Ending early leaves the body as it is: see `discardBody`.
 * @throws BodyIdle, BodyBroken, HubStopping
 */
export async function* readBody(
  body: Readable,
  { idleMs = BODY_IDLE_MS, stop }: BodyReading = {},
): AsyncGenerator<Uint8Array> {
  const reader = new BodyReader(body);
  const stopNow = (): void => reader.fail(new HubStopping());
  stop?.addEventListener("abort", stopNow, { once: true });
  try {
    for (;;) {
      if (stop?.aborted) throw new HubStopping();
      const chunk = await reader.next(idleMs);
      if (chunk === undefined) return;
      yield chunk;
    }
  } finally {
    stop?.removeEventListener("abort", stopNow);
    reader.detach();
  }
}

/**
 * Reads a body by its events: a stream's own iterator can only be ended together with the
 * connection, on which the reason is still to be sent.
 */
class BodyReader {
  /** What is waited for; settled or absent while nothing is. */
  private turn: PromiseWithResolvers<Uint8Array | undefined> | undefined;

  constructor(private readonly body: Readable) {
    body.pause();
    body.on("data", this.take).on("end", this.end).on("error", this.break).on("close", this.break);
  }

  /** The next chunk, or undefined at the end. */
  async next(idleMs: number): Promise<Uint8Array | undefined> {
    const turn = Promise.withResolvers<Uint8Array | undefined>();
    const { promise, reject, resolve } = turn;
    this.turn = turn;
    if (this.body.readableEnded) resolve(undefined);
    else if (this.body.destroyed) reject(new BodyBroken());
    const timer = setTimeout(() => reject(new BodyIdle(idleMs)), idleMs);
    this.body.resume();
    return promise.finally(() => clearTimeout(timer));
  }

  fail(error: Error): void {
    this.turn?.reject(error);
  }

  detach(): void {
    const { body } = this;
    body.off("data", this.take).off("end", this.end).off("close", this.break);
    // The listener for errors stays: one that comes now must not end the process.
    body.pause();
  }

  private readonly take = (chunk: Uint8Array): void => {
    this.body.pause();
    this.turn?.resolve(chunk);
  };

  private readonly end = (): void => this.turn?.resolve(undefined);

  private readonly break = (): void => this.turn?.reject(new BodyBroken());
}

/**
 * Throws away what is still sent, for a while, so that the client is not cut off in its sending.
 */
export function discardBody(body: Readable, lingerMs = LINGER_MS): void {
  if (body.readableEnded || body.destroyed) return;
  const timer = setTimeout(() => body.destroy(), lingerMs);
  body.once("close", () => clearTimeout(timer)).resume();
}
