import { NetworkError, RefusedError, TimeoutError } from "./errors.js";

/** How a call that may safely be repeated is repeated. */
export interface RetryPolicy {
  /** Attempts in all, the first included. */
  attempts: number;
  /** The longest first pause; it doubles with each attempt. Milliseconds. */
  firstPauseMs: number;
  longestPauseMs: number;
  /**
   * A hub that asks for a longer pause is not waited for: its refusal is thrown. A minute unless
   * given. Milliseconds.
   */
  longestRetryAfterMs?: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 5, firstPauseMs: 100, longestPauseMs: 5_000 };

const LONGEST_RETRY_AFTER_MS = 60_000;

const PASSING = new Set(["OVERLOADED", "RATE_LIMITED"]);

/** Whether the very same call may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof RefusedError) return PASSING.has(error.code);
  return error instanceof NetworkError || error instanceof TimeoutError;
}

/**
 * Calls until it succeeds, fails for good, or the attempts are used up. Pauses are random between
 * zero and their bound ("full jitter"), so that clients that failed together do not return
 * together.
 */
export async function withRetry<T>(
  call: () => Promise<T>,
  policy: RetryPolicy,
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= policy.attempts || !isPassing(error)) throw error;
      const longest = policy.longestRetryAfterMs ?? LONGEST_RETRY_AFTER_MS;
      if (askedPauseMs(error) > longest) throw error;
      await pause(pauseMs(attempt, policy, error), signal);
    }
  }
}

/** Milliseconds before the attempt after this one. */
export function pauseMs(attempt: number, policy: RetryPolicy, error?: unknown): number {
  const bound = Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** (attempt - 1));
  return askedPauseMs(error) + Math.random() * bound;
}

function askedPauseMs(error: unknown): number {
  const says = error instanceof RefusedError || error instanceof NetworkError;
  return says ? Math.max(error.retryAfterMs ?? 0, 0) : 0;
}

/** Waits, unless the signal ends it first. @throws the signal's reason */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, ms);
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    function done() {
      signal?.removeEventListener("abort", abort);
      resolve();
    }
    signal?.addEventListener("abort", abort, { once: true });
  });
}
