import { DomainError } from "../shared/errors.js";
import { positionKey } from "./accrual-model.rules.js";
import type { AccruedFigure, InputTotal, PositionState } from "./accrual-model.rules.js";
import type { Segments, TermsBook } from "./accrual-model.rules.js";
import type { Direction } from "./posting-model.rules.js";
import type { Suspect } from "./verify-checks.rules.js";
import { judgePosition } from "./verify-judgement.rules.js";
import { orderOf } from "./verify-checks.rules.js";

/** A transaction as its row has it, with what it needs to count. */
export interface CountedRow {
  id: string;
  partnerId: string | null;
  kind: string;
  type: string;
  direction: string;
  currency: string;
  amountMinor: bigint;
  /** Milliseconds since the epoch: of what it undoes, where that is another. */
  countedAt: number;
  /** Start of the period in which it counts, in milliseconds; null for none. */
  countedIn: number | null;
}

/** What a transaction, or many alike, counts towards a settlement. */
export interface Contribution {
  partnerId: string | null;
  currency: string;
  type: string;
  direction: Direction;
  occurredAt: number;
  countedIn: number;
  amountMinor: bigint;
  count: bigint;
  /** How many such there are. */
  times: bigint;
}

/** The totals of a position, summed up. */
interface Sum {
  contractId: string;
  periodStart: number;
  segments: Map<number, Map<string, InputTotal>>;
}

/** A position as it was recomputed before. */
export type VerifiedPosition = Sum & { accrued: ReadonlyMap<string, AccruedFigure> };

const OPPOSITE: Record<string, Direction> = { IN: "OUT", OUT: "IN", NONE: "NONE" };

/**
 * What a transaction counts: a reversal takes away what its original added. One undone in parts
 * counts until the last of it is undone, which `completes` says.
 */
export function contributionOf(t: CountedRow, completes: boolean): Contribution | null {
  const { partnerId, currency, type, countedAt, countedIn, amountMinor, kind } = t;
  if (countedIn === null) return null;
  const direction = t.direction as Direction;
  const common = { partnerId, currency, type, occurredAt: countedAt, countedIn, times: 1n };
  if (kind !== "REVERSAL" && kind !== "ROLLBACK") {
    return { ...common, direction, amountMinor, count: 1n };
  }
  const undone = OPPOSITE[direction] ?? direction;
  return { ...common, direction: undone, amountMinor: -amountMinor, count: completes ? -1n : 0n };
}

/** The settlement positions of all contracts, recomputed from nothing but transactions. */
export class Recomputation {
  private readonly sums = new Map<string, Sum>();
  /** Credits less debits of accruals, by account. */
  private readonly accrued = new Map<string, bigint>();
  /** What positions had accrued when they were verified before, by account. */
  private readonly begun = new Map<string, bigint>();
  private readonly astray: Suspect[] = [];

  constructor(private readonly terms: Pick<TermsBook, "countedPlace" | "periodOf">) {}

  /** Begins with positions that were recomputed before. */
  begin(positions: readonly VerifiedPosition[]): void {
    for (const { contractId, periodStart, segments, accrued } of positions) {
      this.sums.set(positionKey(contractId, periodStart), { contractId, periodStart, segments });
      const accruedMinor = [...accrued.values()].reduce((sum, each) => sum + each.effectMinor, 0n);
      this.addFigures(this.begun, { contractId, periodStart, accrued, accruedMinor });
    }
  }

  /** Counts a transaction; `row` is what a fault of its place would name. */
  add(contribution: Contribution | null, row: { table: string; row: string }): void {
    if (!contribution) return;
    try {
      if (this.addTo(contribution)) return;
      this.goesAstray(contribution, row, "no period of a contract");
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.goesAstray(contribution, row, error.message);
    }
  }

  private addTo(contribution: Contribution): boolean {
    const place = this.terms.countedPlace(contribution);
    if (!place) return false;
    const { contractId, periodStart } = place.period;
    const key = positionKey(contractId, periodStart);
    const sum = this.sums.get(key) ?? { contractId, periodStart, segments: new Map() };
    this.sums.set(key, sum);
    const totals = sum.segments.get(place.segment) ?? new Map<string, InputTotal>();
    sum.segments.set(place.segment, totals);
    const { times } = contribution;
    for (const [name, { amountMinor, count }] of place.additionsOf(contribution)) {
      const total = totals.get(name) ?? { amountMinor: 0n, count: 0n };
      total.amountMinor += amountMinor * times;
      total.count += count * times;
      totals.set(name, total);
    }
    return true;
  }

  private goesAstray({ countedIn }: Contribution, at: { table: string; row: string }, why: string) {
    const expected = `counted_in of a period of the partner's contract (${why})`;
    const found = `counted_in ${new Date(countedIn).toISOString()}`;
    this.astray.push({ check: "counted-in", ...at, order: at.row, expected, found });
  }

  /** Counts a transfer with the code of accruals. */
  addAccrual(move: { debit: string; credit: string; amountMinor: bigint }): void {
    this.addAccrued(move.debit, -move.amountMinor);
    this.addAccrued(move.credit, move.amountMinor);
  }

  addAccrued(accountId: string, amount: bigint): void {
    addTo(this.accrued, accountId, amount);
  }

  /** Compares all positions with what they ought to be. */
  check(positions: readonly PositionState[]): Suspect[] {
    const expected = new Map<string, bigint>();
    for (const position of positions) this.addFigures(expected, position);
    const suspects = this.recomputed(positions).flatMap(({ suspects: found }) => found);
    return [...this.astray, ...suspects, ...this.checkAccounts(expected)];
  }

  /** All positions as they ought to be, contract by contract, each after those it rests on. */
  private recomputed(positions: readonly PositionState[]) {
    const stored = new Map(positions.map((p) => [positionKey(p.contractId, p.periodStart), p]));
    const all = new Map(
      [...stored, ...this.sums].map(([key, { contractId, periodStart }]) => {
        return [key, { key, contractId, periodStart }] as const;
      }),
    );
    const byContract = Map.groupBy(all.values(), ({ contractId }) => contractId);
    return [...byContract.values()].flatMap((ofContract) => {
      const earlier: PositionState[] = [];
      const inTime = ofContract.toSorted((a, b) => a.periodStart - b.periodStart);
      return inTime.map(({ key, contractId, periodStart }) => {
        const segments: Segments = this.sums.get(key)?.segments ?? new Map();
        const period = this.terms.periodOf(contractId, periodStart);
        const place = { contractId, periodStart, segments };
        const judged = judgePosition(place, { period, stored: stored.get(key), earlier });
        earlier.push(judged.position);
        return judged;
      });
    });
  }

  private addFigures(
    to: Map<string, bigint>,
    position: Pick<PositionState, "contractId" | "periodStart" | "accrued" | "accruedMinor">,
  ): void {
    const { contractId, periodStart, accrued, accruedMinor } = position;
    const period = this.terms.periodOf(contractId, periodStart);
    if (period) addTo(to, period.payable, accruedMinor);
    for (const { account, effectMinor, residualMinor } of accrued.values()) {
      addTo(to, account, -effectMinor - residualMinor);
      if (period) addTo(to, period.rounding, residualMinor);
    }
  }

  /** What the positions came to, since the beginning, was posted to the accounts that carry it. */
  private checkAccounts(expected: ReadonlyMap<string, bigint>): Suspect[] {
    const accounts = new Set([...expected.keys(), ...this.accrued.keys()]);
    return [...accounts].flatMap((accountId): Suspect[] => {
      const came = (expected.get(accountId) ?? 0n) - (this.begun.get(accountId) ?? 0n);
      const found = this.accrued.get(accountId) ?? 0n;
      if (found === came) return [];
      return [
        {
          check: "payable",
          table: "account",
          row: `id ${accountId}`,
          order: orderOf(BigInt(accountId)),
          expected: `accruals of ${came}, as its positions have`,
          found: `accruals of ${found}`,
        },
      ];
    });
  }

  /** All positions as they ought to be, to go on from another time. */
  positions(positions: readonly PositionState[]): PositionState[] {
    return this.recomputed(positions).map(({ position }) => position);
  }
}

function addTo(sums: Map<string, bigint>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}
