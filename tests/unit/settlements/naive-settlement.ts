import type { Clause, RoundingRule, Terms } from "../../../src/settlements/terms.rules.js";
import { Fraction, fraction, larger, smaller } from "./fraction.js";
import { basisOver, factorAt, selected, tiered, type NaiveTransaction } from "./naive-basis.js";

/** A version with the days on which it applies and everything that occurred on them. */
export interface NaiveSegment {
  terms: Terms;
  days: number;
  transactions: readonly NaiveTransaction[];
}

export interface NaivePeriod {
  segments: readonly NaiveSegment[];
  periodDays: number;
  /** What occurred in the quarter before the period. */
  earlier: readonly NaiveTransaction[];
  recoupable: ReadonlyMap<string, bigint>;
}

/** What one clause came to in one segment. */
export interface NaiveFigure {
  segment: number;
  clause: string;
  /** 1 where it raises the payable, -1 where it lowers it, 0 where it leaves it. */
  sign: bigint;
  amountMinor: bigint;
  effectMinor: bigint;
  /** What it would have been to the nearest minor unit, whatever the terms say of rounding. */
  nearestMinor: bigint;
}

/**
 * A period settled the long way: from the list of all transactions, clause by clause and segment by
 * segment, each figure from everything that happened up to the end of the segment less everything
 * up to its start. Nothing is kept but the figures that were found.
 */
export function settleNaively(period: NaivePeriod): NaiveFigure[] {
  const found: NaiveFigure[] = [];
  period.segments.forEach(({ terms }, segment) => {
    for (const clause of terms.clauses) {
      const figure = (what: What): bigint => figureIn(period, { segment, clause, found, what });
      const [amountMinor, nearestMinor] = [figure("amountMinor"), figure("nearestMinor")];
      const sign = signOf(clause);
      const effectMinor = sign * amountMinor;
      found.push({ segment, clause: clause.id, sign, amountMinor, effectMinor, nearestMinor });
    }
  });
  return found;
}

type What = "amountMinor" | "nearestMinor";

const NEAREST: RoundingRule = { mode: "HALF_EVEN", per: "PERIOD", unitMinor: "1" };

function figureIn(period: NaivePeriod, asked: Omit<Question, "end">): bigint {
  const { segment, clause, found, what } = asked;
  const upTo = (end: number): bigint => figureUpTo(period, { ...asked, end });
  if (clause.kind !== "MINIMUM_GUARANTEE") return upTo(segment + 1) - upTo(segment);
  const given = found.filter((each) => each.clause === clause.id);
  return given.reduce((rest, each) => rest - each[what], upTo(segment + 1));
}

interface Question {
  /** The segment whose terms are asked, and how many segments count. */
  segment: number;
  end: number;
  clause: Clause;
  found: readonly NaiveFigure[];
  what: What;
}

function figureUpTo(period: NaivePeriod, question: Question): bigint {
  const { segment, end, clause, found } = question;
  const { terms } = period.segments[segment] as NaiveSegment;
  const counted = period.segments.slice(0, end);
  const rule = question.what === "nearestMinor" ? NEAREST : ruleOf(terms, clause);
  const figureOf = (id: string): bigint =>
    sumOf(
      found.filter((each) => each.clause === id && each.segment < end),
      "amountMinor",
    );
  const over = (transactions: readonly NaiveTransaction[]): bigint =>
    roundBy(rule, valueOver(terms, clause, transactions, figureOf));
  const until = counted.flatMap(({ transactions }) => transactions);
  if (rule.per === "LINE") return until.reduce((sum, line) => sum + over([line]), 0n);
  if ("tierPeriod" in clause && clause.tierPeriod === "QUARTER") {
    return over([...period.earlier, ...until]) - over(period.earlier);
  }
  if (isOfTransactions(clause)) return over(until);
  const value = roundBy(rule, derived(period, question, until));
  if (clause.kind !== "MINIMUM_GUARANTEE" || rule === NEAREST || value >= 0n) return value;
  const advanced = period.recoupable.get(clause.id) ?? 0n;
  return value < -advanced ? -advanced : value;
}

function isOfTransactions({ kind }: Clause): boolean {
  return ["REVENUE_SHARE", "PERCENTAGE_FEE", "PRINCIPAL", "PER_ITEM_FEE"].includes(kind);
}

function valueOver(
  terms: Terms,
  clause: Clause,
  transactions: readonly NaiveTransaction[],
  figureOf: (id: string) => bigint,
): Fraction {
  if (clause.kind === "PER_ITEM_FEE") {
    return clause.prices
      .map(({ inputs, measure, scheme, tiers }) => {
        const prices = tiers.map((tier) => [tier.from, tier.to, tier.unitPriceMinor] as const);
        return tiered(selected(terms, transactions, inputs, measure), scheme, prices);
      })
      .reduce((sum, value) => sum.plus(value), fraction(0));
  }
  if (!("basis" in clause)) return fraction(0);
  const basis = basisOver(terms, clause.basis, transactions, figureOf);
  if (clause.kind === "PRINCIPAL") return basis;
  if (clause.kind === "PERCENTAGE_FEE") return basis.times(Fraction.of(clause.rate));
  const rates = clause.tiers.map(({ from, to, rate }) => [from, to, rate] as const);
  return tiered(basis, clause.scheme, rates);
}

function derived(
  period: NaivePeriod,
  { end, clause, segment, found }: Question,
  until: readonly NaiveTransaction[],
): Fraction {
  const { terms } = period.segments[segment] as NaiveSegment;
  const brought = fraction(broughtUpTo(period, end, clause, found));
  const owed = fraction(0).minus(brought);
  const nothing = fraction(0);
  switch (clause.kind) {
    case "FIXED_FEE":
      return amountFor(period, clause, period.segments.slice(0, end));
    case "MINIMUM_GUARANTEE": {
      const minimum = period.segments
        .slice(0, end)
        .map((each) => ({ each, same: each.terms.clauses.find(({ id }) => id === clause.id) }))
        .map(({ each, same }) => (same ? amountFor(period, same, [each]) : nothing))
        .reduce((sum, part) => sum.plus(part), nothing);
      const earned = clause.beneficiary === "PARTNER" ? brought : owed;
      if (earned.isBelow(minimum)) return minimum.minus(earned);
      const advanced = clause.recoupable ? (period.recoupable.get(clause.id) ?? 0n) : 0n;
      return nothing.minus(smaller(fraction(advanced), earned.minus(minimum)));
    }
    case "CAP": {
      const earned = clause.beneficiary === "PARTNER" ? brought : owed;
      return larger(earned.minus(Fraction.of(clause.amountMinor)), nothing);
    }
    case "ROLLING_RESERVE":
      return larger(clause.heldBy === "PLATFORM" ? brought : owed, nothing).times(
        Fraction.of(clause.rate),
      );
    case "VAT": {
      const rate = Fraction.of(clause.rate);
      const part = clause.bornBy === "PLATFORM" ? rate : rate.over(rate.plus(fraction(1)));
      return brought.times(part);
    }
    case "WITHHOLDING":
      return larger(brought, nothing).times(Fraction.of(clause.rate));
    case "SERVICE_CREDIT": {
      const measured = selected(terms, until, clause.inputs, clause.measure);
      const tiers = clause.tiers.map(({ from, to, rate }) => [from, to, rate] as const);
      const base = larger(clause.beneficiary === "PLATFORM" ? brought : owed, nothing);
      return base.times(Fraction.of(factorAt(measured, tiers)));
    }
    default:
      return nothing;
  }
}

/** The part of an amount of a period that the days of some segments have. */
function amountFor(
  { segments, periodDays }: NaivePeriod,
  clause: Clause,
  some: readonly NaiveSegment[],
): Fraction {
  if (!("amountMinor" in clause) || !("proration" in clause)) return fraction(0);
  const days = (of: readonly NaiveSegment[]): number =>
    of.reduce((sum, each) => sum + each.days, 0);
  const whole = clause.proration === "FULL" ? days(segments) : periodDays;
  return Fraction.of(clause.amountMinor).times(new Fraction(BigInt(days(some)), BigInt(whole)));
}

/** What the clauses that a clause is of brought the partner, wherever it stood beside them. */
function broughtUpTo(
  { segments }: NaivePeriod,
  end: number,
  clause: Clause,
  found: readonly NaiveFigure[],
): bigint {
  let sum = 0n;
  segments.slice(0, end).forEach(({ terms }, segment) => {
    const same = terms.clauses.find(({ id }) => id === clause.id);
    if (!same || !("of" in same)) return;
    const named = found.filter((each) => each.segment === segment && same.of.includes(each.clause));
    sum += sumOf(named, "effectMinor");
  });
  return sum;
}

function sumOf(figures: readonly NaiveFigure[], what: "amountMinor" | "effectMinor"): bigint {
  return figures.reduce((sum, figure) => sum + figure[what], 0n);
}

function ruleOf(terms: Terms, clause: Clause): RoundingRule {
  if ("rounding" in clause && clause.rounding) return clause.rounding;
  return isOfTransactions(clause) ? terms.rounding : { ...terms.rounding, per: "PERIOD" };
}

function roundBy({ mode, unitMinor }: RoundingRule, value: Fraction): bigint {
  return value.round(mode, BigInt(unitMinor));
}

function signOf(clause: Clause): bigint {
  switch (clause.kind) {
    case "WITHHOLDING":
      return -1n;
    case "VAT":
      return clause.bornBy === clause.remittedBy ? 0n : clause.bornBy === "PLATFORM" ? 1n : -1n;
    case "ROLLING_RESERVE":
      return clause.heldBy === "PLATFORM" ? -1n : 1n;
    case "CAP":
      return clause.beneficiary === "PARTNER" ? -1n : 1n;
    default:
      return clause.beneficiary === "PARTNER" ? 1n : -1n;
  }
}
