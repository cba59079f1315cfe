import { setTimeout as wait } from "node:timers/promises";

/**
 * Runs work again and again with a pause between, until it is stopped. A run that fails is reported
 * and does not end the rest. `stop` waits for the run under way.
 */
export function periodically(
  pauseMs: number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const abort = new AbortController();
  const { signal } = abort;
  const loop = async () => {
    while (!signal.aborted) {
      await work().catch(onError);
      await wait(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    stop: () => {
      abort.abort();
      return running;
    },
  };
}
