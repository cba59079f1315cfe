import { brought, clauseFigure, roundedFigure, signOf, type Moment } from "./clause-value.rules.js";
import { add, compare, least, negate, ratio, subtract, times, whole } from "./exact.rules.js";
import { ZERO, type Exact } from "./exact.rules.js";
import { figureAt, lessFigure, NO_FIGURE, type Figure } from "./figure.rules.js";
import { daysOf, standingAfter, type PeriodInputs, type Segment } from "./standing.rules.js";
import type { Clause, ClauseKind, ClauseOf } from "./terms.rules.js";
import { untraced, type Trace } from "./trace.rules.js";

/** One figure of a settlement: what a clause of a version came to. Minor units. */
export interface Component {
  clause: string;
  kind: ClauseKind | "RESERVE_RELEASE";
  version: number;
  currency: string;
  /** The clause's own figure, in favour of whom it is for. */
  amountMinor: bigint;
  /** What it does to the payable; zero for a tax that is only shown. */
  effectMinor: bigint;
  /** What the rounding account takes: the nearest minor unit would have been so much more. */
  residualMinor: bigint;
}

/** By clause: what the period's segments have come to, one after the other. */
export interface Running {
  figures: Map<string, Figure>;
  /** What the clauses that it is of brought the partner, in the segments that have it. */
  brought: Map<string, bigint>;
  /** What a guarantee has come to guarantee. */
  minimums: Map<string, Exact>;
}

export function nothingYet(): Running {
  return { figures: new Map(), brought: new Map(), minimums: new Map() };
}

/** A segment on its way: what was before it, and what its own clauses bring the partner. */
interface Place {
  inputs: PeriodInputs;
  index: number;
  segment: Segment;
  running: Running;
  effects: Map<string, bigint>;
  /** Before the segment; the first has nothing before it. */
  start: Moment | null;
  end: Moment;
  recoupable: ReadonlyMap<string, bigint>;
}

/**
 * What a segment comes to by its version's terms, clause by clause; `running` goes on by it.
 * @throws MissingExchangeRate
 */
export function segmentComponents(
  { inputs, index, running, recoupable }: Omit<Place, "segment" | "effects" | "start" | "end">,
  traceOf: (clause: string) => Trace,
): Component[] {
  const segment = inputs.segments[index];
  if (!segment) return [];
  const at = (count: number): Moment => momentAfter(count, segment, { inputs, running });
  const moments = { start: index === 0 ? null : at(index), end: at(index + 1) };
  const effects = new Map<string, bigint>();
  const place = { inputs, index, segment, running, recoupable, effects, ...moments };
  return segment.terms.clauses.map((clause) => componentOf(clause, place, traceOf(clause.id)));
}

function momentAfter(
  count: number,
  { terms }: Segment,
  { inputs, running }: Pick<Place, "inputs" | "running">,
): Moment {
  const figures = new Map([...running.figures].map(([id, figure]) => [id, figure.amountMinor]));
  return {
    standing: standingAfter(count, terms, inputs),
    wholeDays: { FULL: daysOf(inputs.segments), BY_DAY: inputs.periodDays },
    broughtMinor: 0n,
    figureOf: (id) => figures.get(id) ?? 0n,
    trace: untraced,
  };
}

function componentOf(clause: Clause, place: Place, trace: Trace): Component {
  const { segment, running, effects } = place;
  const before = running.figures.get(clause.id) ?? NO_FIGURE;
  const figure = figureIn(clause, place, trace);
  const { amountMinor, residualMinor } = figure;
  const sign = signOf(clause);
  effects.set(clause.id, sign * amountMinor);
  running.figures.set(clause.id, {
    amountMinor: before.amountMinor + amountMinor,
    residualMinor: before.residualMinor + residualMinor,
  });
  return {
    clause: clause.id,
    kind: clause.kind,
    version: segment.version,
    currency: segment.terms.currency,
    amountMinor,
    effectMinor: sign * amountMinor,
    residualMinor: sign * residualMinor,
  };
}

function figureIn(clause: Clause, place: Place, trace: Trace): Figure {
  const { start, running } = place;
  const before = running.brought.get(clause.id) ?? 0n;
  const after = before + broughtIn(clause, place, trace);
  running.brought.set(clause.id, after);
  const figureOf = (id: string): bigint => running.figures.get(id)?.amountMinor ?? 0n;
  const end = { ...place.end, broughtMinor: after, figureOf, trace };
  if (clause.kind === "MINIMUM_GUARANTEE") return guaranteeFigure(clause, place, end);
  const figure = clauseFigure(clause, end);
  if (!start) return figure;
  trace({ is: "LESS", name: "earlier in the period" });
  return lessFigure(figure, clauseFigure(clause, { ...start, broughtMinor: before, trace }));
}

/** What the clauses that a clause is of bring the partner in this segment. */
function broughtIn(clause: Clause, { effects }: Place, trace: Trace): bigint {
  if (!("of" in clause)) return 0n;
  let sum = 0n;
  for (const id of clause.of) {
    const amountMinor = effects.get(id) ?? 0n;
    trace({ is: "CLAUSE", clause: id, amountMinor });
    sum += amountMinor;
  }
  return sum;
}

/**
 * What the period owes by its guarantee as a whole, less what earlier segments gave: a guarantee is
 * for the period, and what it advanced early is earned back by what comes later.
 */
function guaranteeFigure(
  clause: ClauseOf<"MINIMUM_GUARANTEE">,
  place: Place,
  moment: Moment,
): Figure {
  const { running, recoupable } = place;
  const before = running.minimums.get(clause.id) ?? ZERO;
  const minimum = add(before, minimumIn(clause, place));
  running.minimums.set(clause.id, minimum);
  const earned = brought(clause.beneficiary, moment);
  moment.trace({ is: "AMOUNT", name: "guaranteed", value: minimum });
  const advanced = clause.recoupable ? (recoupable.get(clause.id) ?? 0n) : 0n;
  if (clause.recoupable) traceAmount("to be earned back", advanced);
  const over = subtract(earned, minimum);
  const value = compare(over, ZERO) <= 0 ? negate(over) : negate(least(whole(advanced), over));
  const figure = roundedFigure(clause, value, moment);
  const given = running.figures.get(clause.id) ?? NO_FIGURE;
  if (given.amountMinor !== 0n) traceAmount("given before", given.amountMinor);
  // Rounded to a unit, what is earned back could be more than what was advanced.
  const atLeast = figure.amountMinor < -advanced ? figureAt(value, -advanced) : figure;
  return lessFigure(atLeast, given);

  function traceAmount(name: string, amountMinor: bigint): void {
    moment.trace({ is: "AMOUNT", name, value: whole(amountMinor) });
  }
}

/** The part of the guaranteed amount that this segment's days have of the period. */
function minimumIn(clause: ClauseOf<"MINIMUM_GUARANTEE">, { segment, end }: Place): Exact {
  const part = ratio(BigInt(segment.days), BigInt(end.wholeDays[clause.proration]));
  return times(whole(BigInt(clause.amountMinor)), part);
}
