import { RetentionTooShort } from "./retention.errors.js";

/** What is kept for a time and then removed. */
export const RETENTION_KINDS = [
  "TRANSACTION_RECORDS",
  "AUDIT_TRAIL",
  "RAW_DOCUMENTS",
  "WEBHOOK_MESSAGES",
  "COMMAND_ANSWERS",
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** Five years, with their leap days: 전자금융거래법 시행령 제12조. */
const FIVE_YEARS_DAYS = 1_827;
const DAY_MS = 86_400_000;

/** How long each kind is kept unless told otherwise, and at the least, in days. */
export const RETENTION: Record<RetentionKind, { days: number; minimumDays: number }> = {
  TRANSACTION_RECORDS: { days: FIVE_YEARS_DAYS, minimumDays: FIVE_YEARS_DAYS },
  AUDIT_TRAIL: { days: FIVE_YEARS_DAYS, minimumDays: FIVE_YEARS_DAYS },
  RAW_DOCUMENTS: { days: FIVE_YEARS_DAYS, minimumDays: 365 },
  WEBHOOK_MESSAGES: { days: 90, minimumDays: 7 },
  COMMAND_ANSWERS: { days: 365, minimumDays: 30 },
};

/** The kinds that the job removes by itself; months of the ledger are taken out by the owner. */
export const REMOVED_BY_JOB = RETENTION_KINDS.filter((kind) => kind !== "TRANSACTION_RECORDS");

/** Before which moment, the beginning of a day, a kind is not kept any more. */
export function cutoffOf(days: number, now: Date): Date {
  return new Date((Math.floor(now.getTime() / DAY_MS) - days) * DAY_MS);
}

/** @throws RetentionTooShort */
export function assertDays(kind: RetentionKind, days: number): void {
  const { minimumDays } = RETENTION[kind];
  if (!Number.isInteger(days) || days < minimumDays) throw new RetentionTooShort(minimumDays);
}
