import { checkAll, checkEach } from "./check-all.rules.js";
import { ContradictoryTerms, type TermPath } from "./terms.errors.js";
import type { Clause, ClauseKind, ClauseOf, Terms } from "./terms.rules.js";
import { isLineWise, roundingOf } from "./line.rules.js";
import { clausesIn } from "./validate-clauses.rules.js";

/** Clauses that fit their neighbours. @throws ContradictoryTerms */
export function assertConsistent(terms: Terms): void {
  checkEach(terms.clauses, (clause, index) => {
    const path = ["clauses", index];
    checkAll(
      () => assertLines(terms, clause, path),
      () => assertQuarter(terms, clause, path),
      () => "of" in clause && assertOfKinds(terms, clause, path),
      () => clause.kind === "CAP" && assertCap(terms, clause, path),
      () => isTax(clause) && assertTaxedOnce(terms, index),
    );
  });
}

function isTax({ kind }: Clause): boolean {
  return kind === "VAT" || kind === "WITHHOLDING";
}

/** What is rounded line by line must be known of a transaction when it is counted, for good. */
function assertLines(terms: Terms, clause: Clause, path: TermPath): void {
  if (roundingOf(terms, clause).per !== "LINE") return;
  const at = "rounding" in clause && clause.rounding ? [...path, "rounding", "per"] : path;
  if (!isLineWise(terms, clause)) {
    throw new ContradictoryTerms(
      "Its figure depends on more than each transaction: round it per PERIOD",
      at,
    );
  }
  if (terms.rateSource?.kind !== "PERIOD") return;
  const message = "A period's rate is not known line by line: round per PERIOD, or rate by day";
  throw new ContradictoryTerms(message, at);
}

/** Figures of other clauses are of one period; a quarter's input is of several. */
function assertQuarter({ bases }: Terms, clause: Clause, path: TermPath): void {
  if (clause.kind !== "REVENUE_SHARE" || clause.tierPeriod === "PERIOD") return;
  const basis = bases.find(({ id }) => id === clause.basis);
  if (!basis || clausesIn(basis).length === 0) return;
  const message = "Tiers over a quarter need a basis of transactions alone";
  throw new ContradictoryTerms(message, [...path, "tierPeriod"]);
}

const AFTER_EARNINGS: readonly ClauseKind[] = ["VAT", "WITHHOLDING", "ROLLING_RESERVE"];

/** What a kind cannot be of: no tax on a tax, no guarantee of what is held back. */
const NOT_OF: { readonly [K in ClauseKind]?: readonly ClauseKind[] } = {
  MINIMUM_GUARANTEE: AFTER_EARNINGS,
  CAP: AFTER_EARNINGS,
  SERVICE_CREDIT: AFTER_EARNINGS,
  VAT: AFTER_EARNINGS,
  WITHHOLDING: AFTER_EARNINGS,
  ROLLING_RESERVE: ["ROLLING_RESERVE"],
};

function assertOfKinds(terms: Terms, clause: Clause & { of: readonly string[] }, path: TermPath) {
  checkEach(clause.of, (id, index) => {
    const named = terms.clauses.find((each) => each.id === id);
    if (!named || !NOT_OF[clause.kind]?.includes(named.kind)) return;
    const message = `A ${clause.kind} cannot be of a ${named.kind}`;
    throw new ContradictoryTerms(message, [...path, "of", index]);
  });
}

/** A cap below what is guaranteed would give and take the same money. */
function assertCap({ clauses }: Terms, cap: ClauseOf<"CAP">, path: TermPath): void {
  for (const clause of clauses) {
    if (clause.kind !== "MINIMUM_GUARANTEE" || clause.beneficiary !== cap.beneficiary) continue;
    const both = cap.of.includes(clause.id) || clause.of.includes(cap.id);
    const same = clause.of.every((id) => cap.of.includes(id));
    if (!(both || same) || BigInt(cap.amountMinor) >= BigInt(clause.amountMinor)) continue;
    const message = `The cap is below the minimum that "${clause.id}" guarantees`;
    throw new ContradictoryTerms(message, [...path, "amountMinor"]);
  }
}

function assertTaxedOnce({ clauses }: Terms, index: number): void {
  const tax = clauses[index];
  if (!tax || !("of" in tax)) return;
  const others = clauses.slice(0, index).filter(({ kind }) => kind === tax.kind);
  checkEach(tax.of, (id, at) => {
    const twice = others.some((other) => "of" in other && other.of.includes(id));
    if (!twice) return;
    const message = `"${id}" has a ${tax.kind} already`;
    throw new ContradictoryTerms(message, ["clauses", index, "of", at]);
  });
}
