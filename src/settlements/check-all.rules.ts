import { DomainError, reasonsOf, SeveralRefusals } from "../shared/errors.js";

/** So many reasons are told at once; a caller who gets as many has enough to do. */
export const MAX_REASONS = 100;

/**
 * What all readings give; whichever refuse, the others are still tried, so that all reasons are
 * told at once.
 * @throws DomainError, the only reason or SeveralRefusals
 */
export function readAll<T>(readings: readonly (() => T)[]): T[] {
  const values: T[] = [];
  const reasons: DomainError[] = [];
  for (const read of readings) {
    try {
      values.push(read());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      reasons.push(...reasonsOf(error));
    }
  }
  assertNone(reasons.slice(0, MAX_REASONS));
  return values;
}

function assertNone([first, second, ...more]: readonly DomainError[]): void {
  if (!first) return;
  throw second ? new SeveralRefusals([first, second, ...more]) : first;
}

/** @throws as `readAll` */
export function checkAll(...checks: readonly (() => void)[]): void {
  readAll(checks);
}

/** @throws as `readAll` */
export function checkEach<T>(items: readonly T[], check: (item: T, index: number) => void): void {
  readAll(items.map((item, index) => () => check(item, index)));
}
