import { differencesOf, magnitude, type FieldDifference, type OpenItem } from "./item.rules.js";

export type BreakKind = "MISMATCHED" | "MISSING_OURS" | "MISSING_THEIRS" | "DUPLICATE";

/** A difference that needs a person. */
export interface FoundBreak {
  kind: BreakKind;
  ours: OpenItem | null;
  theirs: OpenItem | null;
  fields: FieldDifference[];
}

/** So many days apart, the same reference still means the same payment. */
const MAX_DAYS_LATE = 45;
/** With another amount as well, so many days apart at the most. */
const ALTERED_DAYS = 3;

/**
 * What of items that have waited long enough is a break, and of which kind: what was matched before
 * is a duplicate; what the other side has with other figures is mismatched; the rest is missing.
 */
export function judgeItems(ours: readonly OpenItem[], theirs: readonly OpenItem[]): FoundBreak[] {
  const due = (items: readonly OpenItem[]): OpenItem[] => items.filter(({ isDue }) => isDue);
  const [ourDue, theirDue] = [due(ours), due(theirs)];
  const once = (items: OpenItem[]): OpenItem[] => items.filter(({ isRepeated }) => !isRepeated);
  const pairs = mismatches(once(ourDue), once(theirDue));
  const paired = new Set(pairs.flatMap((pair) => [pair.ours, pair.theirs]));
  const alone = [...ourDue, ...theirDue].filter((item) => !paired.has(item) && !item.isBroken);
  return [...pairs, ...alone.map(alonebreak)];
}

function alonebreak(item: OpenItem): FoundBreak {
  const isOurs = item.side === "OURS";
  const missing = isOurs ? "MISSING_THEIRS" : "MISSING_OURS";
  const kind = item.isRepeated ? "DUPLICATE" : missing;
  return { kind, ours: isOurs ? item : null, theirs: isOurs ? null : item, fields: [] };
}

function mismatches(ours: readonly OpenItem[], theirs: readonly OpenItem[]): FoundBreak[] {
  const taken = new Set<OpenItem>();
  const found: FoundBreak[] = [];
  for (const [key, isSame] of [
    [linkKey, isSamePayment],
    [figureKey, isSameFigure],
  ] as const) {
    const lines = Map.groupBy(theirs, key);
    for (const item of ours) {
      if (taken.has(item) || key(item) === "") continue;
      const open = (lines.get(key(item)) ?? []).filter((line) => !taken.has(line));
      const best = open.filter((line) => isSame(item, line)).toSorted(closerTo(item))[0];
      if (!best) continue;
      taken.add(item).add(best);
      const fields = differencesOf(item, best);
      found.push({ kind: "MISMATCHED", ours: item, theirs: best, fields });
    }
  }
  return found;
}

function linkKey({ link }: OpenItem): string {
  return link;
}

function figureKey({ currency, amountMinor, day }: OpenItem): string {
  return `${currency} ${amountMinor} ${day}`;
}

/** The same reference; the amount or the day may differ, not both by much. */
function isSamePayment(ours: OpenItem, theirs: OpenItem): boolean {
  const days = Math.abs(ours.day - theirs.day);
  const isSameAmount = ours.amountMinor === theirs.amountMinor && ours.currency === theirs.currency;
  return isSameAmount ? days <= MAX_DAYS_LATE : days <= ALTERED_DAYS;
}

/** The same figures on the same day, with the same other side: then the reference is wrong. */
function isSameFigure(ours: OpenItem, theirs: OpenItem): boolean {
  return ours.counterparty !== "" && ours.counterparty === theirs.counterparty;
}

function closerTo(item: OpenItem): (left: OpenItem, right: OpenItem) => number {
  return (left, right) => {
    const [one, other] = [left, right].map(({ amountMinor }) =>
      magnitude(amountMinor - item.amountMinor),
    ) as [bigint, bigint];
    if (one !== other) return one < other ? -1 : 1;
    const days = Math.abs(left.day - item.day) - Math.abs(right.day - item.day);
    return days || (left.id < right.id ? -1 : 1);
  };
}
