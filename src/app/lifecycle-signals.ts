/** Two signals within this time are one: npm passes on the Ctrl-C that the terminal sent to all. */
const SAME_SIGNAL_MS = 1_000;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The wish of whoever runs the process to end it: first in order, then at once. */
export interface StopSignals {
  /** Aborts with the first signal. */
  first: AbortSignal;
  /** Aborts with the second, when it is meant. */
  second: AbortSignal;
  /** Lets the process end at signals as before. */
  dispose(): void;
}

/** Listens for SIGINT, SIGTERM and SIGHUP. */
export function listenForSignals(): StopSignals {
  const first = new AbortController();
  const second = new AbortController();
  let firstAtMs = 0;
  const receive = (signal: NodeJS.Signals): void => {
    const nowMs = performance.now();
    if (!first.signal.aborted) {
      firstAtMs = nowMs;
      first.abort(signal);
    } else if (nowMs - firstAtMs > SAME_SIGNAL_MS) second.abort(signal);
  };
  for (const signal of SIGNALS) process.on(signal, receive);
  return {
    first: first.signal,
    second: second.signal,
    dispose: () => SIGNALS.forEach((signal) => process.off(signal, receive)),
  };
}
