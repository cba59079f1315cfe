import type { Settle } from "./accrual.rules.js";
import type { ChainedTransaction } from "./chain.rules.js";
import { positionKey } from "./posting-model.rules.js";
import type { AccrualInput, InputTotal, PostingItem, TermsBook } from "./posting-model.rules.js";
import type { Suspect } from "./verify-checks.rules.js";
import { orderOf } from "./verify-checks.rules.js";

/** What a transaction, or many alike, counts towards a settlement. */
export interface Contribution {
  partnerId: string | null;
  currency: string;
  type: string;
  direction: string;
  occurredAt: number;
  amountMinor: bigint;
  count: bigint;
}

interface Position {
  contractId: string;
  periodStart: number;
  inputs: Map<string, InputTotal>;
  accruedMinor: bigint;
}

interface Sum extends Position {
  /** How it accrues; null while no transaction was added to it. */
  input: AccrualInput | null;
}

const OPPOSITE: Record<string, string> = { IN: "OUT", OUT: "IN" };

/**
 * What a transaction counts: a reversal takes away what its original added. One undone in parts
 * counts until the last of it is undone, which `completes` says.
 */
export function contributionOf(t: ChainedTransaction, completes: boolean): Contribution | null {
  const { partnerId, currency, type, occurredAt, amountMinor, direction, kind } = t;
  const counts = kind !== "HOLD" && kind !== "VOID" && amountMinor > 0n && direction !== "NONE";
  if (!counts || partnerId === null) return null;
  const common = { partnerId, currency, type, occurredAt };
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

  constructor(private readonly terms: Pick<TermsBook, "accrualOf">) {}

  /** Begins with positions that were recomputed before. */
  begin(positions: readonly Position[]): void {
    for (const position of positions) {
      const { contractId, periodStart, accruedMinor } = position;
      const inputs = new Map(position.inputs);
      this.sums.set(positionKey(contractId, periodStart), {
        contractId,
        periodStart,
        inputs,
        accruedMinor,
        input: null,
      });
    }
  }

  add(contribution: Contribution | null): void {
    const input = contribution && this.terms.accrualOf(itemLike(contribution));
    if (!input) return;
    const { contractId, periodStart } = input;
    const key = positionKey(contractId, periodStart);
    const known = this.sums.get(key);
    const sum = known ?? { contractId, periodStart, inputs: new Map(), accruedMinor: 0n, input };
    sum.input = input;
    this.sums.set(key, sum);
    const name = `${contribution.type}:${contribution.direction}`;
    const before = sum.inputs.get(name) ?? { amountMinor: 0n, count: 0n };
    sum.inputs.set(name, {
      amountMinor: before.amountMinor + contribution.amountMinor,
      count: before.count + contribution.count,
    });
  }

  /** Counts a transfer with the code of accruals. */
  addAccrual(move: { debit: string; credit: string; amountMinor: bigint }): void {
    this.addAccrued(move.debit, -move.amountMinor);
    this.addAccrued(move.credit, move.amountMinor);
  }

  addAccrued(accountId: string, amount: bigint): void {
    this.accrued.set(accountId, (this.accrued.get(accountId) ?? 0n) + amount);
  }

  /** Compares all positions with what they ought to be. */
  check(positions: readonly Position[], settle: Settle): Suspect[] {
    const stored = new Map(positions.map((p) => [positionKey(p.contractId, p.periodStart), p]));
    const keys = new Set([...stored.keys(), ...this.sums.keys()]);
    const suspects = [...keys].flatMap((key) => this.checkOne(key, stored.get(key), settle));
    return [...suspects, ...this.checkPayables(stored)];
  }

  private checkOne(key: string, stored: Position | undefined, settle: Settle): Suspect[] {
    const sum = this.sums.get(key);
    const { contractId, periodStart } = stored ?? sum ?? NO_POSITION;
    const at = { table: "position", row: rowOf(contractId, periodStart), order: key };
    const inputs = inputsText(sum?.inputs);
    const accrued = `accrued_minor ${sum ? accruedOf(sum, settle) : 0n}`;
    const hasInputs = inputsText(stored?.inputs);
    const hasAccrued = `accrued_minor ${stored?.accruedMinor ?? 0n}`;
    const suspects: Suspect[] = [
      { check: "position-inputs", ...at, expected: inputs, found: hasInputs },
      { check: "position-accrued", ...at, expected: accrued, found: hasAccrued },
    ];
    return suspects.filter(({ expected, found }) => expected !== found);
  }

  /** What the positions of an account came to, since the beginning, was posted to it. */
  private checkPayables(stored: Map<string, Position>): Suspect[] {
    const payables = new Map<string, bigint>();
    for (const [key, { input, accruedMinor }] of this.sums) {
      if (!input) continue;
      const came = (stored.get(key)?.accruedMinor ?? 0n) - accruedMinor;
      payables.set(input.payable, (payables.get(input.payable) ?? 0n) + came);
    }
    return [...payables].flatMap(([accountId, expected]): Suspect[] => {
      const found = this.accrued.get(accountId) ?? 0n;
      if (found === expected) return [];
      return [
        {
          check: "payable",
          table: "account",
          row: `id ${accountId}`,
          order: orderOf(BigInt(accountId)),
          expected: `accruals of ${expected}, as its positions have`,
          found: `accruals of ${found}`,
        },
      ];
    });
  }

  /** All positions as they ought to be, to go on from another time. */
  positions(settle: Settle): Position[] {
    return [...this.sums.values()].map((sum) => {
      const { contractId, periodStart, inputs } = sum;
      return { contractId, periodStart, inputs, accruedMinor: accruedOf(sum, settle) };
    });
  }
}

/** A position that nothing was added to has kept what was recomputed before. */
function accruedOf({ input, inputs, accruedMinor }: Sum, settle: Settle): bigint {
  return input ? settle(input.terms, inputs) : accruedMinor;
}

const NO_POSITION = { contractId: "", periodStart: 0 };

function rowOf(contractId: string, periodStart: number): string {
  return `contract_id ${contractId}, period_start ${new Date(periodStart).toISOString()}`;
}

/** What has no direction counts towards no settlement, and is kept in a position all the same. */
function inputsText(inputs: ReadonlyMap<string, InputTotal> = new Map()): string {
  const counted = [...inputs].filter(
    ([name, { amountMinor, count }]) =>
      !name.endsWith(":NONE") && (amountMinor !== 0n || count !== 0n),
  );
  const texts = counted.map(
    ([name, { amountMinor, count }]) => `${name} ${amountMinor} (${count})`,
  );
  return `inputs ${texts.toSorted().join(", ") || "of nothing"}`;
}

function itemLike({ amountMinor, ...contribution }: Contribution): PostingItem {
  return {
    ...contribution,
    direction: contribution.direction === "IN" ? "IN" : "OUT",
    amountMinor: amountMinor < 0n ? -amountMinor : amountMinor,
    externalId: "",
    identityKey: "",
    contentHash: "",
    counterparty: null,
    reference: null,
    documentId: null,
    details: null,
    operation: { kind: "TRANSFER", legs: [] },
    accrues: true,
  };
}
