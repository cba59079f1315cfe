import type { AccrualPeriod, PositionConditions, PositionStanding } from "../ledger/index.js";
import type { AccrualReach, PositionState, SettledPosition } from "../ledger/index.js";
import { addTotals, NO_TOTALS } from "./accumulate.rules.js";
import type { AccruingContract } from "./accruing-contract.rules.js";
import type { Rates, Totals } from "./input.rules.js";
import type { Period } from "./period.rules.js";
import { ACCOUNT_ROLES } from "./position-account.rules.js";
import { effectOf, figuresOf } from "./position-figure.rules.js";
import { settlePeriod, type Carried } from "./settle-terms.rules.js";
import type { EarlierPeriod, PeriodInputs } from "./standing.rules.js";
import type { Terms } from "./terms.rules.js";
import { versionSpans, type VersionSpan } from "./version.rules.js";

/** What a period needs to know of its contract's others. */
export interface Siblings {
  readonly contract: AccruingContract;
  readonly reach: AccrualReach;
  quarterOf(periodStart: number): string | null;
  /** What one unit of each currency is worth in a period, as far as that is published. */
  ratesOf(period: Period): Readonly<Record<string, string>>;
  /** Whether a currency's rate was published for a period. */
  wasRate(period: Period, currency: string, rate: string): boolean;
}

/** A contract's period as the posting core settles it. */
export class PositionPeriod implements AccrualPeriod {
  readonly contractId: string;
  readonly periodStart: number;
  readonly reach: AccrualReach;
  readonly quarter: string;
  readonly currency: string;
  readonly payable: string;
  readonly rounding: string;
  readonly accounts: readonly string[];
  readonly spans: readonly VersionSpan[];
  private readonly rest: Omit<PositionConditions, "rates">;

  constructor(
    readonly period: Period,
    private readonly siblings: Siblings,
  ) {
    const { contract, reach } = siblings;
    this.contractId = contract.id;
    this.periodStart = period.startsAt.getTime();
    this.reach = reach;
    this.quarter = period.quarter;
    this.currency = contract.currency;
    this.payable = contract.accounts.payable;
    this.rounding = contract.accounts.rounding;
    this.accounts = ACCOUNT_ROLES.map((role) => contract.accounts[role]);
    this.spans = versionSpans(contract.terms, period);
    const days = this.spans.map((span) => [span.version.number, span.days] as const);
    this.rest = { contract: contract.version, days, periodDays: period.wholeDays };
  }

  /** @throws MissingExchangeRate */
  settle(
    standing: PositionStanding,
    earlier: readonly PositionState[],
    as: "NOW" | "BEFORE" = "NOW",
  ): SettledPosition {
    const conditions = (as === "BEFORE" && standing.conditions) || this.conditions();
    const inputs = this.inputs(standing, earlier, conditions);
    const settled = settlePeriod(inputs, carriedTo(standing, earlier));
    const accrued = figuresOf(settled.components, this.siblings.contract.accounts);
    const recoupable = new Map([...settled.recoupable].filter(([, amount]) => amount !== 0n));
    return { accrued, payableMinor: settled.payableMinor, recoupable, conditions };
  }

  /** Under which conditions it is settled now. */
  conditions(): PositionConditions {
    return { ...this.rest, rates: this.siblings.ratesOf(this.period) };
  }

  /** What the figures of a position are made of. */
  inputs(
    { segments }: Pick<PositionStanding, "segments">,
    earlier: readonly PositionState[],
    { days, periodDays, rates }: PositionConditions,
  ): PeriodInputs {
    return {
      segments: days.map(([version, count]) => ({
        version,
        terms: this.termsOf(version),
        days: count,
        totals: segments.get(version) ?? NO_TOTALS,
      })),
      periodDays,
      rates: ratesIn(rates),
      quarter: this.reach === "PERIOD" ? [] : this.quarterBefore(earlier),
    };
  }

  private termsOf(version: number): Terms {
    const { versions } = this.siblings.contract.terms;
    const found = versions.find(({ number }) => number === version) ?? versions[0];
    if (!found) throw new Error(`Contract ${this.contractId} has no version`);
    return found.terms;
  }

  private quarterBefore(earlier: readonly PositionState[]): EarlierPeriod[] {
    return earlier
      .filter(({ periodStart }) => this.siblings.quarterOf(periodStart) === this.quarter)
      .map(({ segments, conditions }) => ({
        totals: [...segments.values()].reduce<Totals>(addTotals, NO_TOTALS),
        rates: ratesIn(conditions?.rates ?? {}),
      }));
  }

  heldBack({ accrued }: Pick<PositionState, "accrued">, clause: string): bigint {
    return effectOf(accrued, clause);
  }

  faultOf({ contract, days, periodDays, rates }: PositionConditions): string | null {
    const { version } = this.siblings.contract;
    if (contract > version)
      return `the contract has been changed ${contract} times, not ${version}`;
    // Settled before the contract was changed last, it had other days; it will be settled anew.
    const same = contract < version || JSON.stringify(days) === JSON.stringify(this.rest.days);
    if (!same || periodDays !== this.rest.periodDays) {
      return `the period's days by version are ${JSON.stringify(this.rest.days)}`;
    }
    const unknown = Object.entries(rates).find(
      ([currency, rate]) => !this.siblings.wasRate(this.period, currency, rate),
    );
    return unknown ? `no rate of ${unknown[1]} was published for ${unknown[0]}` : null;
  }
}

/** What earlier positions and released reserves leave to one. */
export function carriedTo(
  { releases }: Pick<PositionStanding, "releases">,
  earlier: readonly PositionState[],
): Carried {
  return {
    recoupable: earlier.at(-1)?.recoupable ?? new Map(),
    releases: releases.map(({ clause, heldIn, effectMinor }) => ({
      clause,
      heldIn: new Date(heldIn).toISOString(),
      effectMinor,
    })),
    broughtForwardMinor: 0n,
  };
}

function ratesIn(rates: Readonly<Record<string, string>>): Rates {
  return new Map(Object.entries(rates));
}
