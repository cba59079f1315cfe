import { isLinear } from "./basis.rules.js";
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

/** Asked for with every transaction: terms never change. */
const lines = new WeakMap<Terms, LineClause[]>();

/** The clauses whose lines are rounded one by one. */
export function lineClauses(terms: Terms): readonly LineClause[] {
  const known = lines.get(terms);
  if (known) return known;
  const found = findLineClauses(terms);
  lines.set(terms, found);
  return found;
}

function findLineClauses(terms: Terms): LineClause[] {
  return terms.clauses.filter(
    (clause): clause is LineClause => roundingOf(terms, clause).per === "LINE",
  );
}

/** Under which name the sum of a clause's rounded lines is kept: never one of an input's. */
export function lineName({ id }: LineClause): string {
  return `line ${encodeURIComponent(id)}`;
}

/** A basis by its name, which validation has found. */
export function basisOf({ bases }: Terms, id: string): Basis {
  const basis = bases.find((each) => each.id === id);
  if (!basis) throw new Error(`Terms were not validated: there is no basis "${id}"`);
  return basis;
}
