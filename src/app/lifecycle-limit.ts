import type { Log } from "../shared/log.js";

/**
 * Waits for work of a shutdown, but no longer than the limit: what comes after it must have its
 * turn. Failures are logged, and are no reason to stop stopping.
 */
export async function within(
  limitMs: number,
  what: string,
  log: Log,
  work: Promise<unknown>,
): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    log.warn({ limitMs }, `${what} took too long and was cut off`);
    late.resolve();
  }, limitMs);
  const done = work.catch((err: unknown) => log.error({ err }, `${what} failed`));
  await Promise.race([done, late.promise]);
  clearTimeout(timer);
}
