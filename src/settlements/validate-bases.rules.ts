import { checkAll, checkEach } from "./check-all.rules.js";
import { ContradictoryTerms, EmptyBasis, RateAboveOne, TermIdTaken } from "./terms.errors.js";
import type { TermPath } from "./terms.errors.js";
import type { Basis, BasisStep, Selector } from "./terms.rules.js";
import { isAboveOne } from "./validate-tiers.rules.js";

/** @throws TermIdTaken, EmptyBasis, RateAboveOne, ContradictoryTerms */
export function assertBases(bases: readonly Basis[]): void {
  const ids = bases.map(({ id }) => id);
  checkAll(
    () => assertUnique(ids, (index) => ["bases", index, "id"]),
    () => checkEach(bases, (basis, index) => assertBasis(basis, ["bases", index])),
  );
}

/** @throws TermIdTaken */
export function assertUnique(ids: readonly string[], pathOf: (index: number) => TermPath): void {
  checkEach(ids, (id, index) => {
    if (ids.indexOf(id) !== index) throw new TermIdTaken(id, pathOf(index));
  });
}

function assertBasis(basis: Basis, path: TermPath): void {
  if (basis.kind === "FREE") return assertSteps(basis.steps, [...path, "steps"]);
  if (basis.types?.length === 0) throw new EmptyBasis("no types", [...path, "types"]);
  if (basis.kind !== "NGR") return;
  const { deductions } = basis;
  const at = [...path, "deductions"];
  if (deductions.length === 0) {
    throw new ContradictoryTerms("Without deductions the basis is GGR", at);
  }
  assertUnique(deductions, (index) => [...at, index]);
  if (basis.types?.every((type) => deductions.includes(type))) {
    throw new EmptyBasis("all types are deductions", [...path, "types"]);
  }
}

function assertSteps(steps: readonly BasisStep[], path: TermPath): void {
  const [first] = steps;
  if (!first) throw new EmptyBasis("it has no steps", path);
  if (first.of === "RATE") throw new EmptyBasis("a rate of nothing", [...path, 0]);
  checkEach(steps, (step, index) => assertStep(step, [...path, index]));
}

function assertStep(step: BasisStep, path: TermPath): void {
  if (step.of === "INPUTS") assertSelectors(step.inputs, [...path, "inputs"]);
  if (step.of === "RATE" && isAboveOne(step.rate)) {
    throw new RateAboveOne(step.rate, [...path, "rate"]);
  }
  if (step.of === "CLAUSES" && step.clauses.length === 0) {
    throw new EmptyBasis("no clauses", [...path, "clauses"]);
  }
  if (step.atMostRate === null) return;
  const at = [...path, "atMostRate"];
  if (step.effect === "ADD" || step.of === "RATE") {
    throw new ContradictoryTerms("Only a deduction of inputs or clauses has a limit", at);
  }
  if (isAboveOne(step.atMostRate)) throw new RateAboveOne(step.atMostRate, at);
}

/** @throws EmptyBasis */
export function assertSelectors(selectors: readonly Selector[], path: TermPath): void {
  if (selectors.length === 0) throw new EmptyBasis("no transactions are named", path);
  checkEach(selectors, ({ types, except }, index) => {
    if (types === null || types.some((type) => !except.includes(type))) return;
    throw new EmptyBasis("no types are left", [...path, index, "types"]);
  });
}
