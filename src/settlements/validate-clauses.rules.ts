import { checkAll, checkEach } from "./check-all.rules.js";
import { ContradictoryTerms, EmptyBasis, TermNotFound } from "./terms.errors.js";
import type { TermPath } from "./terms.errors.js";
import type { Basis, Clause, ClauseOf, Price, Terms } from "./terms.rules.js";
import { assertSelectors, assertUnique } from "./validate-bases.rules.js";
import { assertConsent, assertTiers } from "./validate-tiers.rules.js";

/**
 * Each clause by itself, and that what it names stands before it.
 * @throws TermIdTaken, TermNotFound, EmptyBasis, TiersHaveGap, TiersOverlap, TiersNotAscending,
 *   RateAboveOne, ContradictoryTerms
 */
export function assertClauses({ bases, clauses }: Terms): void {
  if (clauses.length === 0) throw new EmptyBasis("there are no clauses", ["clauses"]);
  const ids = clauses.map(({ id }) => id);
  checkAll(
    () => assertUnique(ids, (index) => ["clauses", index, "id"]),
    () =>
      checkEach(clauses, (clause, index) => {
        assertClause(clause, { bases, earlier: ids.slice(0, index), path: ["clauses", index] });
      }),
  );
}

/** Where a clause stands: what it can name, and its path. */
interface Place {
  bases: readonly Basis[];
  earlier: string[];
  path: TermPath;
}

function assertClause(clause: Clause, place: Place): void {
  const { earlier, path } = place;
  checkAll(
    () => "basis" in clause && assertBasisOf(clause.basis, place),
    () => "of" in clause && assertOf(clause.of, earlier, [...path, "of"]),
    () => assertNumbers(clause, path),
  );
}

function assertBasisOf(id: string, { bases, earlier, path }: Place): void {
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
  checkEach(of, (id, index) => {
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
  checkAll(
    () => assertTiers(tiers, scheme, at),
    () => assertConsent(tiers, consentToRateAboveOne, (index) => [...at, index, "rate"]),
    () => assertNoFlatQuarter(scheme === "FLAT" && tierPeriod === "QUARTER", path),
  );
}

function assertPrices({ prices, tierPeriod }: ClauseOf<"PER_ITEM_FEE">, path: TermPath): void {
  const list = [...path, "prices"];
  if (prices.length === 0) throw new EmptyBasis("no prices", list);
  const names = prices.map(({ name }) => name);
  const flat = prices.every(({ scheme }) => scheme === "FLAT");
  checkAll(
    () => assertUnique(names, (index) => [...list, index, "name"]),
    () => checkEach(prices, (price, index) => assertPrice(price, [...list, index])),
    () => assertNoFlatQuarter(flat && tierPeriod === "QUARTER", path),
  );
}

function assertPrice({ inputs, scheme, tiers }: Price, path: TermPath): void {
  checkAll(
    () => assertSelectors(inputs, [...path, "inputs"]),
    () => assertTiers(tiers, scheme, [...path, "tiers"]),
  );
}

function assertNoFlatQuarter(flatQuarter: boolean, path: TermPath): void {
  if (!flatQuarter) return;
  const message = "What is flat has no tiers that a quarter could add up";
  throw new ContradictoryTerms(message, [...path, "tierPeriod"]);
}

function assertServiceCredit(clause: ClauseOf<"SERVICE_CREDIT">, path: TermPath): void {
  const { inputs, tiers, consentToRateAboveOne } = clause;
  const at = [...path, "tiers"];
  checkAll(
    () => assertSelectors(inputs, [...path, "inputs"]),
    () => assertTiers(tiers, "VOLUME", at),
    () => assertConsent(tiers, consentToRateAboveOne, (index) => [...at, index, "rate"]),
  );
}
