import { ContradictoryTerms, EmptyBasis, TermNotFound } from "./terms.errors.js";
import type { TermPath } from "./terms.errors.js";
import type { Basis, Clause, ClauseOf, Terms } from "./terms.rules.js";
import { assertSelectors, assertUnique } from "./validate-bases.rules.js";
import { assertConsent, assertTiers } from "./validate-tiers.rules.js";

/**
 * Each clause by itself, and that what it names stands before it.
 * @throws TermIdTaken, TermNotFound, EmptyBasis, TiersHaveGap, TiersOverlap, TiersNotAscending,
 *   RateAboveOne, ContradictoryTerms
 */
export function assertClauses({ bases, clauses }: Terms): void {
  if (clauses.length === 0) throw new EmptyBasis("there are no clauses", ["clauses"]);
  assertUnique(
    clauses.map(({ id }) => id),
    (index) => ["clauses", index, "id"],
  );
  clauses.forEach((clause, index) => {
    const earlier = clauses.slice(0, index).map(({ id }) => id);
    const path = ["clauses", index];
    if ("basis" in clause) assertBasisOf(clause.basis, { bases, earlier, path });
    if ("of" in clause) assertOf(clause.of, earlier, [...path, "of"]);
    assertNumbers(clause, path);
  });
}

function assertBasisOf(
  id: string,
  { bases, earlier, path }: { bases: readonly Basis[]; earlier: string[]; path: TermPath },
): void {
  const basis = bases.find((each) => each.id === id);
  if (!basis) throw new TermNotFound("basis", id, [...path, "basis"]);
  for (const name of clausesIn(basis)) {
    if (!earlier.includes(name)) throw new TermNotFound("clause", name, [...path, "basis"]);
  }
}

/** The clauses whose figures a basis counts. */
export function clausesIn(basis: Basis): string[] {
  if (basis.kind !== "FREE") return [];
  return basis.steps.flatMap((step) => (step.of === "CLAUSES" ? step.clauses : []));
}

function assertOf(of: readonly string[], earlier: string[], path: TermPath): void {
  if (of.length === 0) throw new EmptyBasis("it is of no clause", path);
  assertUnique(of, (index) => [...path, index]);
  of.forEach((id, index) => {
    if (!earlier.includes(id)) throw new TermNotFound("clause", id, [...path, index]);
  });
}

function assertNumbers(clause: Clause, path: TermPath): void {
  switch (clause.kind) {
    case "REVENUE_SHARE":
      return assertShare(clause, path);
    case "PER_ITEM_FEE":
      return assertPrices(clause, path);
    case "SERVICE_CREDIT":
      return assertServiceCredit(clause, path);
    case "PERCENTAGE_FEE":
      return assertConsent([clause], clause.consentToRateAboveOne, () => [...path, "rate"]);
    case "ROLLING_RESERVE":
    case "VAT":
    case "WITHHOLDING":
      return assertConsent([clause], false, () => [...path, "rate"]);
    default:
  }
}

function assertShare(clause: ClauseOf<"REVENUE_SHARE">, path: TermPath): void {
  const { tiers, scheme, tierPeriod, consentToRateAboveOne } = clause;
  const at = [...path, "tiers"];
  assertTiers(tiers, scheme, at);
  assertConsent(tiers, consentToRateAboveOne, (index) => [...at, index, "rate"]);
  if (scheme === "FLAT" && tierPeriod === "QUARTER") throw flatQuarter(path);
}

function assertPrices({ prices, tierPeriod }: ClauseOf<"PER_ITEM_FEE">, path: TermPath): void {
  const list = [...path, "prices"];
  if (prices.length === 0) throw new EmptyBasis("no prices", list);
  assertUnique(
    prices.map(({ name }) => name),
    (index) => [...list, index, "name"],
  );
  prices.forEach(({ inputs, scheme, tiers }, index) => {
    assertSelectors(inputs, [...list, index, "inputs"]);
    assertTiers(tiers, scheme, [...list, index, "tiers"]);
  });
  if (tierPeriod === "QUARTER" && prices.every(({ scheme }) => scheme === "FLAT")) {
    throw flatQuarter(path);
  }
}

function flatQuarter(path: TermPath): ContradictoryTerms {
  const message = "What is flat has no tiers that a quarter could add up";
  return new ContradictoryTerms(message, [...path, "tierPeriod"]);
}

function assertServiceCredit(clause: ClauseOf<"SERVICE_CREDIT">, path: TermPath): void {
  const { inputs, tiers, consentToRateAboveOne } = clause;
  assertSelectors(inputs, [...path, "inputs"]);
  assertTiers(tiers, "VOLUME", [...path, "tiers"]);
  assertConsent(tiers, consentToRateAboveOne, (index) => [...path, "tiers", index, "rate"]);
}
