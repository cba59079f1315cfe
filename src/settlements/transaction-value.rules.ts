import { basisValue, traceInputs } from "./basis.rules.js";
import { add, decimal, times, ZERO, type Exact } from "./exact.rules.js";
import { figureAt, figureOf, lessFigure, type Figure } from "./figure.rules.js";
import { sumOf, type Fact } from "./input.rules.js";
import { basisOf, lineName, roundingOf, type LineClause } from "./line.rules.js";
import type { Standing } from "./standing.rules.js";
import type { Price, Terms } from "./terms.rules.js";
import { tieredValue } from "./tier.rules.js";
import type { Trace } from "./trace.rules.js";

/** What a value of transactions depends on besides them. */
export interface Surroundings {
  terms: Terms;
  figureOfClause: (clause: string) => Exact;
  trace: Trace;
}

/** Exactly what a clause makes of transactions, in minor units of the settlement currency. */
export function exactValue(
  clause: LineClause,
  facts: readonly Fact[],
  { terms, figureOfClause, trace }: Surroundings,
): Exact {
  if (clause.kind === "PER_ITEM_FEE") {
    return clause.prices.map((price) => priced(price, facts, trace)).reduce(add, ZERO);
  }
  const input = { facts, figureOf: figureOfClause, trace };
  const basis = basisValue(basisOf(terms, clause.basis), input);
  if (clause.kind === "PRINCIPAL") return basis;
  if (clause.kind === "REVENUE_SHARE") {
    const tiers = clause.tiers.map(({ from, to, rate }) => ({ from, to, factor: rate }));
    return tieredValue(basis, { scheme: clause.scheme, tiers }, trace);
  }
  const value = times(basis, decimal(clause.rate));
  trace({ is: "RATE", name: clause.basis, of: basis, rate: clause.rate, value });
  return value;
}

function priced(price: Price, facts: readonly Fact[], trace: Trace): Exact {
  const { inputs, measure, scheme, tiers } = price;
  traceInputs(inputs, { facts, trace });
  const quantity = sumOf(facts, inputs, measure);
  const factors = tiers.map(({ from, to, unitPriceMinor }) => ({
    from,
    to,
    factor: unitPriceMinor,
  }));
  return tieredValue(quantity, { scheme, tiers: factors }, trace);
}

/** A clause's figure on what stands: rounded as a whole, over its quarter, or line by line. */
export function transactionFigure(
  clause: LineClause,
  standing: Standing,
  surroundings: Surroundings,
): Figure {
  const { trace } = surroundings;
  const { facts, earlierFacts, terms } = standing;
  const rule = roundingOf(terms, clause);
  const valueOn = (on: readonly Fact[]): Exact => exactValue(clause, on, surroundings);
  if (rule.per === "LINE") return lineFigure(clause, standing, surroundings);
  if (!addsUpOverQuarter(clause)) return traced(valueOn(facts));
  const quarter = traced(valueOn([...earlierFacts, ...facts]));
  trace({ is: "LESS", name: "earlier in the quarter" });
  return lessFigure(quarter, traced(valueOn(earlierFacts)));

  function traced(exact: Exact): Figure {
    const figure = figureOf(exact, rule);
    trace({ is: "ROUNDED", exact, rule, amountMinor: figure.amountMinor });
    return figure;
  }
}

function addsUpOverQuarter(clause: LineClause): boolean {
  return "tierPeriod" in clause && clause.tierPeriod === "QUARTER";
}

/** The sum of lines cannot be had from other sums: it was kept, segment by segment. */
function lineFigure(clause: LineClause, standing: Standing, surroundings: Surroundings): Figure {
  const exact = exactValue(clause, standing.facts, surroundings);
  let [amountMinor, count] = [0n, 0n];
  for (const { totals } of standing.segments) {
    const lines = totals.get(lineName(clause));
    if (!lines) continue;
    amountMinor += lines.amountMinor;
    count += lines.count;
  }
  surroundings.trace({ is: "LINES", count, amountMinor });
  return figureAt(exact, amountMinor);
}
