import type { CanonicalDocument, CanonicalTransaction } from "../../src/ingestion/index.js";

/** What was done to a payment, as the break that must come of it says it. */
export type Planted = "MISSING_THEIRS" | "DUPLICATE" | "AMOUNT" | "DAY" | "MISSING_OURS";

const KINDS: readonly Planted[] = ["MISSING_THEIRS", "DUPLICATE", "AMOUNT", "DAY", "MISSING_OURS"];
const ONE_IN = 100;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse("2026-01-05T00:00:00Z");
/** Days over which the payments are spread, and by how many the late ones are late. */
export const DAYS = 20;
const LATE_DAYS = 30;

/** Every hundredth payment is damaged, one way after the other. */
export function plantedAt(n: number): Planted | null {
  if (n % ONE_IN !== 0) return null;
  return KINDS[(n / ONE_IN) % KINDS.length] ?? null;
}

export function referenceOf(n: number): string {
  return `PAY-${n}`;
}

/** Lines of a statement by their day: payments 1 to `count` as the partner states them. */
export function statedDays(count: number): Map<string, CanonicalTransaction[]> {
  const days = new Map<string, CanonicalTransaction[]>();
  for (let n = 1; n <= count; n++) {
    for (const line of linesOf(n)) {
      const day = line.valueDate ?? "";
      const lines = days.get(day) ?? [];
      lines.push({ ...line, position: lines.length + 1, externalId: `${day}/${lines.length + 1}` });
      days.set(day, lines);
    }
  }
  return days;
}

function linesOf(n: number): CanonicalTransaction[] {
  const planted = plantedAt(n);
  if (planted === "MISSING_THEIRS") return [];
  const occurredAt = occurredAtOf(n, planted === "DAY" ? LATE_DAYS : 0);
  const line: CanonicalTransaction = {
    externalId: "",
    position: 0,
    occurredAt,
    valueDate: occurredAt.toISOString().slice(0, 10),
    amountMinor: BigInt(1_000 + (n % 9_000)) + (planted === "AMOUNT" ? 37n : 0n),
    currency: "EUR",
    direction: "IN",
    type: "payment",
    reference: referenceOf(n),
    isReversal: false,
    account: "BENCH",
  };
  return planted === "DUPLICATE" ? [line, { ...line }] : [line];
}

function occurredAtOf(n: number, lateDays: number): Date {
  return new Date(FIRST_DAY + ((n % DAYS) + lateDays) * DAY_MS + (n % 80_000) * 1_000);
}

/** Payments as the server itself makes transactions of them, with blocks of a thousand. */
export const FILL = `
insert into transaction (id, partner_id, external_id, kind, type, direction, amount_minor, currency,
  occurred_at, posted_at, lane, block, reference)
select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '70008000' ||
    lpad(to_hex(n), 12, '0'))::uuid, $1, 'PAY-' || n, 'RECORD', 'payment', 'IN', 1000 + n % 9000,
  'EUR', $3::timestamptz + make_interval(days => (n % ${DAYS})::int, secs => n % 80000), now(), 0,
  (n - 1) / 1000 + 1, 'PAY-' || n
from generate_series(1, $2::bigint) n
where not (n % ${ONE_IN} = 0 and (n / ${ONE_IN}) % ${KINDS.length} = 4)`;
export const FILL_FROM = new Date(FIRST_DAY).toISOString();

/** A day's statement as an adapter would hand it over. */
export function statementOf(day: string, lines: CanonicalTransaction[]): CanonicalDocument {
  return {
    documentId: day,
    format: "bench",
    createdAt: new Date(`${day}T23:00:00Z`),
    entryCount: lines.length,
    transactions: lines,
    statements: [],
    controlTotals: [],
    unposted: [],
  };
}
