import { traceInputs } from "./basis.rules.js";
import { decimal, most, ratio, subtract, times, whole, ZERO, type Exact } from "./exact.rules.js";
import { figureOf, type Figure } from "./figure.rules.js";
import { sumOf } from "./input.rules.js";
import { roundingOf, type LineClause } from "./line.rules.js";
import type { Standing } from "./standing.rules.js";
import type { Clause, ClauseOf, Party } from "./terms.rules.js";
import { reachedTier } from "./tier.rules.js";
import type { Trace } from "./trace.rules.js";
import { transactionFigure } from "./transaction-value.rules.js";

/** What a clause is evaluated on: all that stands at a moment of the period. Minor units. */
export interface Moment {
  standing: Standing;
  /** The days by which an amount of the period is divided, by its proration. */
  wholeDays: { FULL: number; BY_DAY: number };
  /** What the clauses that it is of have brought the partner, since it stands beside them. */
  broughtMinor: bigint;
  /** What an earlier clause has come to. */
  figureOf: (clause: string) => bigint;
  trace: Trace;
}

/** A clause whose figure at two moments tells what came between them. */
export type SteadyClause = Exclude<Clause, { kind: "MINIMUM_GUARANTEE" }>;

/** What a clause comes to on all that stands, rounded as it says. */
export function clauseFigure(clause: SteadyClause, moment: Moment): Figure {
  const { standing, trace } = moment;
  const { terms } = standing;
  switch (clause.kind) {
    case "REVENUE_SHARE":
    case "PERCENTAGE_FEE":
    case "PRINCIPAL":
    case "PER_ITEM_FEE": {
      const figureOfClause = (id: string): Exact => named(id, moment);
      return transactionFigure(clause, standing, { terms, figureOfClause, trace });
    }
    default:
      return roundedFigure(clause, valueOf(clause, moment), moment);
  }
}

/** An exact value rounded as its clause says. */
export function roundedFigure(clause: Clause, exact: Exact, moment: Moment): Figure {
  const rule = roundingOf(moment.standing.terms, clause);
  const figure = figureOf(exact, rule);
  moment.trace({ is: "ROUNDED", exact, rule, amountMinor: figure.amountMinor });
  return figure;
}

function named(id: string, { figureOf: figureNamed, trace }: Moment): Exact {
  const amountMinor = figureNamed(id);
  trace({ is: "CLAUSE", clause: id, amountMinor });
  return whole(amountMinor);
}

type Derived = Exclude<SteadyClause, LineClause>;

function valueOf(clause: Derived, moment: Moment): Exact {
  switch (clause.kind) {
    case "FIXED_FEE":
      return fixed(clause, moment);
    case "CAP":
      return beyondCap(clause, moment);
    case "ROLLING_RESERVE":
      return rated("reserve", aboveZero(brought(otherSide(clause.heldBy), moment)), clause, moment);
    case "VAT":
      return vat(clause, moment);
    case "WITHHOLDING":
      return rated("withholding", aboveZero(brought("PARTNER", moment)), clause, moment);
    case "SERVICE_CREDIT":
      return serviceCredit(clause, moment);
  }
}

/** As much of the amount as the days so far have earned. */
function fixed(clause: ClauseOf<"FIXED_FEE">, moment: Moment): Exact {
  const { standing, wholeDays, trace } = moment;
  const part = ratio(BigInt(standing.elapsedDays), BigInt(wholeDays[clause.proration]));
  const value = times(whole(BigInt(clause.amountMinor)), part);
  trace({ is: "AMOUNT", name: "fee", value });
  return value;
}

function beyondCap({ amountMinor, beneficiary }: ClauseOf<"CAP">, moment: Moment): Exact {
  const cap = whole(BigInt(amountMinor));
  moment.trace({ is: "AMOUNT", name: "cap", value: cap });
  return aboveZero(subtract(brought(beneficiary, moment), cap));
}

/** On top of a price without it, or the part of a price that contains it. */
function vat(clause: ClauseOf<"VAT">, moment: Moment): Exact {
  const base = brought("PARTNER", moment);
  if (clause.bornBy === "PLATFORM") return rated("VAT on top", base, clause, moment);
  const { n, d } = decimal(clause.rate);
  const value = times(base, ratio(n, d + n));
  moment.trace({ is: "RATE", name: "VAT contained", of: base, rate: clause.rate, value });
  return value;
}

function serviceCredit(clause: ClauseOf<"SERVICE_CREDIT">, moment: Moment): Exact {
  const { inputs, measure, tiers, beneficiary } = clause;
  const { facts } = moment.standing;
  traceInputs(inputs, { facts, trace: moment.trace });
  const reached = reachedTier(sumOf(facts, inputs, measure), tiers);
  return rated("credit", aboveZero(brought(otherSide(beneficiary), moment)), reached, moment);
}

function rated(name: string, of: Exact, { rate }: { rate: string }, { trace }: Moment): Exact {
  const value = times(of, decimal(rate));
  trace({ is: "RATE", name, of, rate, value });
  return value;
}

/** What the clauses that a clause is of bring one side. */
export function brought(side: Party, { broughtMinor }: Moment): Exact {
  return whole(side === "PARTNER" ? broughtMinor : -broughtMinor);
}

function aboveZero(value: Exact): Exact {
  return most(value, ZERO);
}

function otherSide(side: Party): Party {
  return side === "PARTNER" ? "PLATFORM" : "PARTNER";
}

/** What a clause's figure does to the payable: 1 raises it, -1 lowers it, 0 leaves it. */
export function signOf(clause: Clause): bigint {
  switch (clause.kind) {
    case "CAP":
      return clause.beneficiary === "PARTNER" ? -1n : 1n;
    case "ROLLING_RESERVE":
      return clause.heldBy === "PARTNER" ? 1n : -1n;
    case "VAT":
      if (clause.bornBy === clause.remittedBy) return 0n;
      return clause.remittedBy === "PARTNER" ? 1n : -1n;
    case "WITHHOLDING":
      return -1n;
    default:
      return clause.beneficiary === "PARTNER" ? 1n : -1n;
  }
}
