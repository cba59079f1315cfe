import { BodyIdle, HubStopping } from "./ingestion.errors.js";

/** How long a client may send nothing, in the middle of a body. */
export const BODY_IDLE_MS = 60_000;

export interface BodyReading {
  idleMs?: number;
  /** Aborts when the hub is stopping. */
  stop?: AbortSignal;
}

type Step = IteratorResult<Uint8Array>;

/**
 * The chunks of a request's body as they come. The time that the reader takes between two of them
 * does not count as the client's.
 * @throws BodyIdle, HubStopping
 */
export async function* readBody(
  body: AsyncIterable<Uint8Array>,
  { idleMs = BODY_IDLE_MS, stop }: BodyReading = {},
): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  let fail: (error: unknown) => void = () => undefined;
  const stopNow = (): void => fail(new HubStopping());
  stop?.addEventListener("abort", stopNow, { once: true });
  try {
    for (;;) {
      if (stop?.aborted) throw new HubStopping();
      const { promise, resolve, reject } = Promise.withResolvers<Step>();
      fail = reject;
      const timer = setTimeout(() => reject(new BodyIdle(idleMs)), idleMs);
      chunks.next().then(resolve, reject);
      const step = await promise.finally(() => clearTimeout(timer));
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    stop?.removeEventListener("abort", stopNow);
  }
}
