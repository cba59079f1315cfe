import { differencesOf, magnitude, type OpenItem, type FoundMatch } from "./item.rules.js";
import type { MatchRule } from "./policy.rules.js";
import { similarityPercent } from "./similarity.rules.js";

/** Lines that one transaction is compared with. */
const MAX_CANDIDATES = 50;

interface Candidate {
  ours: OpenItem;
  theirs: OpenItem;
  amountApart: bigint;
  daysApart: number;
  timeApart: number;
  similarity: number;
}

/**
 * Pairs of one transaction and one line that a rule allows, the closest first: by amount, day,
 * reference and time, in that order.
 */
export function pairMatches(
  ours: readonly OpenItem[],
  theirs: readonly OpenItem[],
  rule: MatchRule,
): FoundMatch[] {
  const lines = rule.link === "EXACT" ? byLink(theirs) : byAmount(theirs);
  const candidates = ours.flatMap((item) => candidatesOf(item, lines(item, rule), rule));
  const taken = new Set<OpenItem>();
  const found: FoundMatch[] = [];
  for (const candidate of candidates.toSorted(closer)) {
    if (taken.has(candidate.ours) || taken.has(candidate.theirs)) continue;
    taken.add(candidate.ours).add(candidate.theirs);
    found.push(matchOf(candidate, rule));
  }
  return found;
}

/** By how much an amount may differ under a rule, in minor units. */
export function toleranceOf(amountMinor: bigint, rule: MatchRule): bigint {
  const part = (magnitude(amountMinor) * BigInt(rule.toleranceBasisPoints)) / 10_000n;
  return part > rule.tolerance ? part : rule.tolerance;
}

type Finder = (item: OpenItem, rule: MatchRule) => readonly OpenItem[];

function byLink(theirs: readonly OpenItem[]): Finder {
  const lines = Map.groupBy(theirs, ({ currency, link }) => `${currency} ${link}`);
  return ({ currency, link }) => lines.get(`${currency} ${link}`) ?? [];
}

function byAmount(theirs: readonly OpenItem[]): Finder {
  const lines = theirs.toSorted((left, right) => compare(left.amountMinor, right.amountMinor));
  return (item, rule) => {
    const tolerance = toleranceOf(item.amountMinor, rule);
    const found: OpenItem[] = [];
    const highest = item.amountMinor + tolerance;
    for (let at = firstAtLeast(lines, item.amountMinor - tolerance); at < lines.length; at++) {
      const line = lines[at];
      if (!line || line.amountMinor > highest) break;
      if (line.currency === item.currency) found.push(line);
    }
    return found;
  };
}

function firstAtLeast(sorted: readonly OpenItem[], amountMinor: bigint): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.amountMinor ?? 0n) < amountMinor) low = middle + 1;
    else high = middle;
  }
  return low;
}

function candidatesOf(ours: OpenItem, lines: readonly OpenItem[], rule: MatchRule): Candidate[] {
  const tolerance = toleranceOf(ours.amountMinor, rule);
  const near = lines.filter(
    (theirs) =>
      magnitude(theirs.amountMinor - ours.amountMinor) <= tolerance &&
      Math.abs(theirs.day - ours.day) <= rule.days,
  );
  return near
    .map((theirs) => candidateOf(ours, theirs, rule))
    .filter(({ similarity }) => similarity >= neededSimilarity(rule))
    .toSorted(closer)
    .slice(0, MAX_CANDIDATES);
}

function neededSimilarity({ link, similarityPercent: percent }: MatchRule): number {
  return link === "SIMILAR" ? percent : 0;
}

function candidateOf(ours: OpenItem, theirs: OpenItem, { link }: MatchRule): Candidate {
  return {
    ours,
    theirs,
    amountApart: magnitude(theirs.amountMinor - ours.amountMinor),
    daysApart: Math.abs(theirs.day - ours.day),
    timeApart: Math.abs(theirs.occurredAt - ours.occurredAt),
    similarity: link === "EXACT" ? 100 : similarityPercent(ours.link, theirs.link),
  };
}

function closer(left: Candidate, right: Candidate): number {
  return (
    compare(left.amountApart, right.amountApart) ||
    left.daysApart - right.daysApart ||
    right.similarity - left.similarity ||
    left.timeApart - right.timeApart ||
    compare(left.ours.id, right.ours.id) ||
    compare(left.theirs.id, right.theirs.id)
  );
}

function compare<T extends bigint | string>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function matchOf({ ours, theirs }: Candidate, { name }: MatchRule): FoundMatch {
  const differences = differencesOf(ours, theirs);
  const state = differences.length === 0 ? "MATCHED" : "MATCHED_WITH_TOLERANCE";
  return { rule: name, state, ours: [ours], theirs: [theirs], differences };
}
