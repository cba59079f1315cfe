/** One side of money that has no counterpart yet: a transaction of ours, or a line of theirs. */
export interface OpenItem {
  id: string;
  side: "OURS" | "THEIRS";
  account: string;
  currency: string;
  /** With its sign: what comes in to us is positive, in minor units. */
  amountMinor: bigint;
  /** Milliseconds since the epoch. */
  occurredAt: number;
  /** The day on which it counts, in days since the epoch. */
  day: number;
  /** The reference that both sides share, empty where there is none. */
  link: string;
  counterparty: string;
  /** Of a reversal: our transaction that it undoes. */
  relatedId: string | null;
  /** The statement in which their line stands. */
  statementId: string | null;
  /** Whether it has waited long enough. */
  isDue: boolean;
  /** Whether the same was matched before: day, amount, currency and reference. */
  isRepeated: boolean;
  /** Whether it is in a break already. */
  isBroken: boolean;
}

export const FIELDS = [
  "amount",
  "currency",
  "day",
  "reference",
  "counterparty",
  "opening",
  "closing",
  "turnover",
] as const;
export type DifferingField = (typeof FIELDS)[number];

/** A field in which both sides differ, and by how much: minor units or days; null for texts. */
export interface FieldDifference {
  field: DifferingField;
  ours: string;
  theirs: string;
  difference: string | null;
}

/** Items of both sides that belong together. */
export interface FoundMatch {
  rule: string;
  state: "MATCHED" | "MATCHED_WITH_TOLERANCE" | "MISMATCHED" | "RESOLVED";
  ours: OpenItem[];
  theirs: OpenItem[];
  differences: FieldDifference[];
}

const DAY_MS = 86_400_000;

/** A calendar day in days since the epoch. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** A day since the epoch as YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A number without its sign. */
export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** The fields in which a line and a transaction differ. */
export function differencesOf(ours: OpenItem, theirs: OpenItem): FieldDifference[] {
  const amount = theirs.amountMinor - ours.amountMinor;
  const days = theirs.day - ours.day;
  return [
    ...differing("amount", ours.amountMinor, theirs.amountMinor, String(amount)),
    ...differing("currency", ours.currency, theirs.currency, null),
    ...differing("day", dayText(ours.day), dayText(theirs.day), String(days)),
    ...differing("reference", ours.link, theirs.link, null),
  ];
}

function differing<T extends string | bigint>(
  field: DifferingField,
  ours: T,
  theirs: T,
  difference: string | null,
): FieldDifference[] {
  if (ours === theirs) return [];
  return [{ field, ours: String(ours), theirs: String(theirs), difference }];
}

/** The order in which items are looked at, the same whatever the order of their arrival. */
export function inOrder(items: readonly OpenItem[]): OpenItem[] {
  return items.toSorted(
    (left, right) =>
      left.day - right.day ||
      left.occurredAt - right.occurredAt ||
      (left.id < right.id ? -1 : left.id > right.id ? 1 : 0),
  );
}
