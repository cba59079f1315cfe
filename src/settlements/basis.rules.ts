import { add, compare, decimal, least, most, subtract, times } from "./exact.rules.js";
import { ZERO, type Exact } from "./exact.rules.js";
import { selects, sumOf, type Fact } from "./input.rules.js";
import type { Basis, BasisStep, Effect, Selector } from "./terms.rules.js";
import type { Trace } from "./trace.rules.js";

/** What a basis is evaluated on. */
export interface BasisInput {
  facts: readonly Fact[];
  /** What an earlier clause came to. */
  figureOf: (clause: string) => Exact;
  trace: Trace;
}

/** What a basis comes to, exactly, in minor units of the settlement currency. */
export function basisValue(basis: Basis, input: BasisInput): Exact {
  let standing = ZERO;
  for (const step of stepsOf(basis)) {
    const asked = stepValue(step, standing, input);
    const limit = limitOf(step, standing);
    const value = limit === null ? asked : least(asked, limit);
    standing = step.effect === "ADD" ? add(standing, value) : subtract(standing, value);
    const { name, effect } = step;
    input.trace({ is: "STEP", name, effect, value, limit, standing });
  }
  return basis.whenNegative === "ZERO" ? most(standing, ZERO) : standing;
}

function stepValue(step: BasisStep, standing: Exact, input: BasisInput): Exact {
  switch (step.of) {
    case "INPUTS":
      traceInputs(step.inputs, input);
      return sumOf(input.facts, step.inputs, "AMOUNT");
    case "RATE":
      return times(standing, decimal(step.rate));
    case "CLAUSES":
      return step.clauses.map(input.figureOf).reduce(add, ZERO);
  }
}

/** Notes each total that selectors count. */
export function traceInputs(
  selectors: readonly Selector[],
  { facts, trace }: Pick<BasisInput, "facts" | "trace">,
): void {
  for (const selector of selectors) {
    for (const fact of facts) {
      if (!selects(selector, fact)) continue;
      const { input, amountMinor, count, worth } = fact;
      trace({ is: "INPUT", input, effect: selector.effect, amountMinor, count, worth });
    }
  }
}

/** A deduction with a limit takes no more than that part of what stands, and gives nothing. */
function limitOf({ atMostRate }: BasisStep, standing: Exact): Exact | null {
  if (atMostRate === null) return null;
  return compare(standing, ZERO) < 0 ? ZERO : times(standing, decimal(atMostRate));
}

/** The steps that a basis stands for, in order. */
export function stepsOf(basis: Basis): readonly BasisStep[] {
  if (basis.kind === "FREE") return basis.steps;
  const deductions = basis.kind === "NGR" ? basis.deductions : [];
  const some = { types: basis.types, except: deductions } as const;
  const stakes = inputStep("stakes", "ADD", [{ effect: "ADD", ...some, direction: "IN" }]);
  if (basis.kind === "TURNOVER") return [stakes];
  const payouts = inputStep("payouts", "DEDUCT", [{ effect: "ADD", ...some, direction: "OUT" }]);
  return [stakes, payouts, ...deductions.map(deductionStep)];
}

/** What was given away counts against the basis, what came back of it counts for it. */
function deductionStep(type: string): BasisStep {
  const only = { types: [type], except: [] } as const;
  return inputStep(type, "DEDUCT", [
    { effect: "ADD", ...only, direction: "OUT" },
    { effect: "ADD", ...only, direction: "NONE" },
    { effect: "DEDUCT", ...only, direction: "IN" },
  ]);
}

function inputStep(name: string, effect: Effect, inputs: readonly Selector[]): BasisStep {
  return { name, effect, atMostRate: null, of: "INPUTS", inputs };
}

/** Whether the value of a sum of transactions is always the sum of their values. */
export function isLinear(basis: Basis): boolean {
  if (basis.whenNegative === "ZERO") return false;
  return stepsOf(basis).every((step) => step.of !== "CLAUSES" && step.atMostRate === null);
}
