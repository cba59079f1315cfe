import { createHash } from "node:crypto";
import { isLinear, stepsOf } from "./basis.rules.js";
import type { Basis, Clause, RoundingRule, Terms } from "./terms.rules.js";

/** A clause whose figure comes from transactions alone, so that it may be rounded line by line. */
export type LineClause = Extract<Clause, { kind: (typeof LINE_KINDS)[number] }>;

export const LINE_KINDS = ["REVENUE_SHARE", "PERCENTAGE_FEE", "PRINCIPAL", "PER_ITEM_FEE"] as const;

/** How a clause's figure is rounded: by its own rule or the contract's, sums always as a whole. */
export function roundingOf(terms: Terms, clause: Clause): RoundingRule {
  const own = "rounding" in clause ? clause.rounding : null;
  if (own) return own;
  const ofTransactions = LINE_KINDS.some((kind) => kind === clause.kind);
  const per = ofTransactions ? terms.rounding.per : "PERIOD";
  return { ...terms.rounding, per };
}

/** Whether what a clause brings is the sum of what each transaction brings. */
export function isLineWise(terms: Terms, clause: Clause): boolean {
  switch (clause.kind) {
    case "REVENUE_SHARE":
      return clause.scheme === "FLAT" && isLinear(basisOf(terms, clause.basis));
    case "PERCENTAGE_FEE":
    case "PRINCIPAL":
      return isLinear(basisOf(terms, clause.basis));
    case "PER_ITEM_FEE":
      return clause.prices.every(({ scheme }) => scheme === "FLAT");
    default:
      return false;
  }
}

/** A clause whose lines are rounded one by one, and under which name their sum is kept. */
export interface KeptLine {
  clause: LineClause;
  /** The same for clauses that make the same of every transaction, in whichever version. */
  key: string;
}

/** Terms do not change, and this is asked for every transaction. */
const kept = new WeakMap<Terms, readonly KeptLine[]>();

/** The clauses whose lines are rounded one by one. */
export function keptLines(terms: Terms): readonly KeptLine[] {
  const known = kept.get(terms);
  if (known) return known;
  const lines = terms.clauses
    .filter((clause): clause is LineClause => roundingOf(terms, clause).per === "LINE")
    .map((clause) => ({ clause, key: lineKey(terms, clause) }));
  kept.set(terms, lines);
  return lines;
}

function lineKey(terms: Terms, clause: LineClause): string {
  const { currency, rateSource } = terms;
  const what = [currency, rateSource, roundingOf(terms, clause), ...whatCounts(terms, clause)];
  return `line ${createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 32)}`;
}

function whatCounts(terms: Terms, clause: LineClause): unknown[] {
  switch (clause.kind) {
    case "PER_ITEM_FEE":
      return ["ITEMS", clause.prices.map(({ inputs, tiers }) => [inputs, tiers])];
    case "REVENUE_SHARE":
      return [stepsOf(basisOf(terms, clause.basis)), clause.tiers[0]?.rate];
    case "PERCENTAGE_FEE":
      return [stepsOf(basisOf(terms, clause.basis)), clause.rate];
    case "PRINCIPAL":
      return [stepsOf(basisOf(terms, clause.basis)), "1"];
  }
}

/** A basis by its name, which validation has found. */
export function basisOf({ bases }: Terms, id: string): Basis {
  const basis = bases.find((each) => each.id === id);
  if (!basis) throw new Error(`Terms were not validated: there is no basis "${id}"`);
  return basis;
}
