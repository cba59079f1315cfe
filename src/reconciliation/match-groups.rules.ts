import { magnitude, type FieldDifference, type OpenItem, type FoundMatch } from "./item.rules.js";
import { toleranceOf } from "./match-pairs.rules.js";
import type { MatchRule } from "./policy.rules.js";

/** Items of which a part may make up an amount; of more only all together do. */
const MAX_SUBSET_ITEMS = 12;

/** Matches of more than one item on a side, as a rule allows them. */
export function groupMatches(
  ours: readonly OpenItem[],
  theirs: readonly OpenItem[],
  rule: MatchRule,
): FoundMatch[] {
  if (rule.kind === "NET_BY_DAY") return netMatches(ours, theirs, rule);
  const isOneLine = rule.kind === "ONE_TO_MANY";
  const [ones, many] = isOneLine ? [theirs, ours] : [ours, theirs];
  const parts = Map.groupBy(many, (item) => groupKey(item, rule));
  const taken = new Set<OpenItem>();
  const found: FoundMatch[] = [];
  for (const one of ones) {
    const key = groupKey(one, rule);
    const free = (parts.get(key) ?? []).filter((item) => !taken.has(item) && near(one, item, rule));
    const chosen = isKey(key) ? partsOf(one, free, rule) : [];
    if (chosen.length === 0) continue;
    for (const item of chosen) taken.add(item);
    found.push(isOneLine ? matchOf(chosen, [one], rule) : matchOf([one], chosen, rule));
  }
  return found;
}

/** A batch shares its reference; where references do not count, its counterparty. */
function groupKey({ currency, link, counterparty }: OpenItem, rule: MatchRule): string {
  return `${currency} ${rule.link === "ANY" ? counterparty : link}`;
}

/** Items without reference or counterparty have nothing in common. */
function isKey(key: string): boolean {
  return key.indexOf(" ") < key.length - 1;
}

function near(one: OpenItem, item: OpenItem, { days }: MatchRule): boolean {
  return Math.abs(one.day - item.day) <= days;
}

/** The items that together make up an amount: all of them, else the first part that does. */
function partsOf(one: OpenItem, items: readonly OpenItem[], rule: MatchRule): OpenItem[] {
  const tolerance = toleranceOf(one.amountMinor, rule);
  if (items.length < 2) return [];
  if (magnitude(sumOf(items) - one.amountMinor) <= tolerance) return [...items];
  if (items.length > MAX_SUBSET_ITEMS) return [];
  return subset(items, one.amountMinor, tolerance);
}

/** At most 2^12 subsets are tried, those of the earlier items first. */
function subset(items: readonly OpenItem[], amountMinor: bigint, tolerance: bigint): OpenItem[] {
  for (let mask = 3; mask < 1 << items.length; mask++) {
    const chosen = items.filter((_, index) => (mask >> index) & 1);
    if (chosen.length < 2) continue;
    if (magnitude(sumOf(chosen) - amountMinor) <= tolerance) return chosen;
  }
  return [];
}

/** Whole days whose items come to the same on both sides. */
function netMatches(
  ours: readonly OpenItem[],
  theirs: readonly OpenItem[],
  rule: MatchRule,
): FoundMatch[] {
  const lines = Map.groupBy(theirs, dayKey);
  return [...Map.groupBy(ours, dayKey)].flatMap(([key, items]): FoundMatch[] => {
    const same = lines.get(key) ?? [];
    const net = sumOf(items);
    if (same.length === 0) return [];
    return magnitude(sumOf(same) - net) <= toleranceOf(net, rule)
      ? [matchOf(items, same, rule)]
      : [];
  });
}

function dayKey({ currency, day }: OpenItem): string {
  return `${currency} ${day}`;
}

function sumOf(items: readonly OpenItem[]): bigint {
  return items.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

function matchOf(ours: OpenItem[], theirs: OpenItem[], { name }: MatchRule): FoundMatch {
  const [we, they] = [sumOf(ours), sumOf(theirs)];
  const difference = String(they - we);
  const differences: FieldDifference[] =
    we === they ? [] : [{ field: "amount", ours: String(we), theirs: String(they), difference }];
  const state = differences.length === 0 ? "MATCHED" : "MATCHED_WITH_TOLERANCE";
  return { rule: name, state, ours, theirs, differences };
}
