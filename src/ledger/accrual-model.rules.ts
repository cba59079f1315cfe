/*
 * What the ledger needs to know of settlements: which position a transaction counts in, what it
 * adds there, and what a position then comes to. Settlements answer; the ledger posts the answer.
 */

/** The decimal text of an account's number. */
export type AccountId = string;
export type Direction = "IN" | "OUT" | "NONE";

export interface InputTotal {
  amountMinor: bigint;
  count: bigint;
}

/** Sums by the name of what was summed; the names are the settlements' own. */
export type InputTotals = ReadonlyMap<string, InputTotal>;

/** By number of the contract's version: what was counted in its part of a period. */
export type Segments = ReadonlyMap<number, InputTotals>;

/** What a transaction adds: negative where it undoes another, whose type and direction it has. */
export interface Counted {
  type: string;
  direction: Direction;
  currency: string;
  amountMinor: bigint;
  /** 1; or -1 where nothing is left of what is undone, 0 where a part of it is. */
  count: bigint;
  /** The world's time, in milliseconds; of what is undone, where another is. */
  occurredAt: number;
}

/** What decides where a transaction counts. */
export interface Countable {
  partnerId: string | null;
  currency: string;
  /** The world's time, in milliseconds since the epoch. */
  occurredAt: number;
  /** Where what is undone counted: the start of that period, in milliseconds. */
  countedIn?: number | null;
}

/** One figure of a position, and the account that is the other side of it. Minor units. */
export interface AccruedFigure {
  /** What it does to the payable: positive is owed to the partner. */
  effectMinor: bigint;
  /** What its account has more of, because the rounding account takes it. */
  residualMinor: bigint;
  account: AccountId;
}

/** What a period takes in of a reserve that an earlier one held back. */
export interface ReleaseRecord {
  clause: string;
  /** Start of the period that held it back, in milliseconds since the epoch. */
  heldIn: number;
  effectMinor: bigint;
}

/** What besides its totals a position was settled with. */
export interface PositionConditions {
  /** The contract's version counter at that time: it grows with every change to its terms. */
  contract: number;
  /** The days of the period on which each version of the terms applies. */
  days: readonly (readonly [version: number, days: number])[];
  /** Days of a whole period of the cycle. */
  periodDays: number;
  /** Published rates that hold for all of the period, by currency. */
  rates: Readonly<Record<string, string>>;
}

/** What a settlement position is made of. */
export interface PositionStanding {
  readonly contractId: string;
  /** Start of the settlement period, in milliseconds since the epoch. */
  readonly periodStart: number;
  readonly segments: Segments;
  readonly releases: readonly ReleaseRecord[];
  readonly conditions: PositionConditions | null;
}

/** What a position comes to. */
export interface SettledPosition {
  /** By component; those of zero are left out. */
  accrued: ReadonlyMap<string, AccruedFigure>;
  /** The sum of all effects: positive is owed to the partner. */
  payableMinor: bigint;
  /** By clause: what guarantees have advanced and not earned back, for the periods that follow. */
  recoupable: ReadonlyMap<string, bigint>;
  conditions: PositionConditions;
}

export interface PositionState extends PositionStanding {
  /** Counts the commits that changed it. */
  readonly version: number;
  readonly isNew: boolean;
  readonly accrued: ReadonlyMap<string, AccruedFigure>;
  readonly accruedMinor: bigint;
  readonly recoupable: ReadonlyMap<string, bigint>;
}

/** The positions of a contract whose periods depend on each other. */
export interface ChainState {
  /** The sum of their versions. */
  readonly version: number;
  /**
   * What its row had when it was read: two hubs cannot extend it side by side. Differs from the
   * version where the contract's periods did not always depend on each other.
   */
  readonly stored: number;
  /** Starts of the periods that have a position, ascending. */
  readonly periods: readonly number[];
}

/**
 * How far a change reaches: its own period, the later ones of the quarter, or all that follow.
 */
export type AccrualReach = "PERIOD" | "QUARTER" | "FOLLOWING";

/** A period of a contract. */
export interface AccrualPeriod {
  readonly contractId: string;
  readonly periodStart: number;
  readonly reach: AccrualReach;
  /** The quarter that it belongs to: periods of one quarter have the same name. */
  readonly quarter: string;
  readonly currency: string;
  readonly payable: AccountId;
  readonly rounding: AccountId;
  /** All accounts that settling it may post to. */
  readonly accounts: readonly AccountId[];
  /**
   * What it comes to by all that it has counted. `earlier` are the contract's earlier positions,
   * ascending, where its reach goes beyond the period.
   * @param as by the contract and the rates as they are now, or as it was last settled
   * @throws DomainError where a rate of exchange is missing
   */
  settle(
    standing: PositionStanding,
    earlier: readonly PositionState[],
    as?: "NOW" | "BEFORE",
  ): SettledPosition;
  /** What a reserve's clause has held back, by what it did to the payable. */
  heldBack(position: Pick<PositionState, "accrued">, clause: string): bigint;
  /** Why it cannot have been settled under such conditions, if so. */
  faultOf(conditions: PositionConditions): string | null;
}

/** Where a transaction counts: the part of a period in which one version of the terms applies. */
export interface AccrualPlace {
  readonly period: AccrualPeriod;
  /** The number of the version. */
  readonly segment: number;
  /** @throws DomainError where a rate of exchange is missing */
  additionsOf(counted: Counted): InputTotals;
}

/** The contracts of all partners as of a revision. */
export interface TermsBook {
  readonly revision: bigint;
  /**
   * Where a transaction that is posted now counts; null where no contract counts it.
   * @throws DomainError where it falls between the periods of a contract
   */
  accrualOf(countable: Countable): AccrualPlace | null;
  /** Where a transaction counted that was posted before, in the period that it then was in. */
  countedPlace(countable: Countable & { countedIn: number }): AccrualPlace | null;
  /** The period of a contract that begins at a moment; null where none does. */
  periodOf(contractId: string, periodStart: number): AccrualPeriod | null;
}

/** Under which name a position is kept in memory. */
export function positionKey(contractId: string, periodStart: number): string {
  return `${contractId}:${periodStart}`;
}
