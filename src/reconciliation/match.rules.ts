import { inOrder, type FoundMatch, type OpenItem } from "./item.rules.js";
import { groupMatches } from "./match-groups.rules.js";
import { pairMatches } from "./match-pairs.rules.js";
import type { MatchRule } from "./policy.rules.js";

export interface Matching {
  found: FoundMatch[];
  ours: OpenItem[];
  theirs: OpenItem[];
}

/**
 * Matches open items by rules, in their order: what one rule takes the next does not see. The
 * result depends on the items alone, not on the order in which they came.
 */
export function matchItems(
  ours: readonly OpenItem[],
  theirs: readonly OpenItem[],
  rules: readonly MatchRule[],
): Matching {
  let matching: Matching = { found: [], ours: inOrder(ours), theirs: inOrder(theirs) };
  matching = without(matching, undone(matching.ours));
  for (const rule of rules) {
    const { ours: left, theirs: right } = matching;
    const isPair = rule.kind === "ONE_TO_ONE";
    matching = without(matching, (isPair ? pairMatches : groupMatches)(left, right, rule));
  }
  return matching;
}

function without(matching: Matching, found: readonly FoundMatch[]): Matching {
  if (found.length === 0) return matching;
  const taken = new Set(found.flatMap((one) => [...one.ours, ...one.theirs]));
  return {
    found: [...matching.found, ...found],
    ours: matching.ours.filter((item) => !taken.has(item)),
    theirs: matching.theirs.filter((item) => !taken.has(item)),
  };
}

/** A transaction that we took back whole before the partner listed either needs no line. */
function undone(ours: readonly OpenItem[]): FoundMatch[] {
  const byId = new Map(ours.map((item) => [item.id, item]));
  return ours.flatMap((item): FoundMatch[] => {
    const original = item.relatedId === null ? undefined : byId.get(item.relatedId);
    if (!original || original.amountMinor + item.amountMinor !== 0n || !item.isDue) return [];
    const rule = "taken back";
    return [{ rule, state: "MATCHED", ours: [original, item], theirs: [], differences: [] }];
  });
}
