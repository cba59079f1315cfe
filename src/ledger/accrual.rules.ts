import { MAX_AMOUNT_MINOR } from "../shared/money.js";
import { OutOfRange, TooManyInputs } from "./ledger.errors.js";
import type { Posted } from "./posting-operations.rules.js";
import type { PostingWork } from "./posting-work.rules.js";
import { positionKey } from "./posting-model.rules.js";
import type {
  AccrualInput,
  AccrualTerms,
  InputTotal,
  PositionState,
} from "./posting-model.rules.js";

/** What is owed under terms for the totals of a period, in minor units; negative is owed to us. */
export type Settle = (terms: AccrualTerms, inputs: ReadonlyMap<string, InputTotal>) => bigint;

/** The code of the ledger's own transfers of what is earned. */
export const ACCRUAL_CODE = "ACCRUAL";

/** A position counts at most so many transaction types, each in both directions. */
export const MAX_POSITION_INPUTS = 200;

/** The accruals of a batch: which positions moved, under which terms, and what moved them last. */
export type Accruals = Map<string, { input: AccrualInput; causeId: string; occurredAt: number }>;

/** Adds what an item came to to its position's totals. @throws TooManyInputs, OutOfRange */
export function accumulate(work: PostingWork, input: AccrualInput, { counts }: Posted): void {
  const key = positionKey(input.contractId, input.periodStart);
  const position = work.position(key) ?? emptyPosition(input);
  const name = `${counts.type}:${counts.direction}`;
  const before = position.inputs.get(name) ?? { amountMinor: 0n, count: 0n };
  const inputs = new Map(position.inputs);
  const amountMinor = before.amountMinor + counts.amountMinor;
  inputs.set(name, { amountMinor, count: before.count + counts.count });
  if (totalOf(inputs) > MAX_AMOUNT_MINOR) throw new OutOfRange(input.payable);
  if (inputs.size > MAX_POSITION_INPUTS) throw new TooManyInputs(MAX_POSITION_INPUTS);
  work.set(work.positions, key, { ...position, inputs });
}

function totalOf(inputs: ReadonlyMap<string, InputTotal>): bigint {
  let total = 0n;
  for (const { amountMinor } of inputs.values()) {
    total += amountMinor < 0n ? -amountMinor : amountMinor;
  }
  return total;
}

function emptyPosition({ contractId, periodStart }: AccrualInput): PositionState {
  return { contractId, periodStart, version: 0, isNew: true, inputs: new Map(), accruedMinor: 0n };
}

/**
 * Posts, for each position that the batch moved, the difference between what its terms give on the
 * new totals and what was accrued before: after any commit the payable equals a full recomputation.
 * @throws OutOfRange, BelowFloor
 */
export function postAccruals(work: PostingWork, accruals: Accruals, settle: Settle): void {
  for (const [key, { input, causeId, occurredAt }] of accruals) {
    const position = work.position(key);
    if (!position) continue;
    const payable = settle(input.terms, position.inputs);
    const difference = payable - position.accruedMinor;
    const next = { ...position, accruedMinor: payable, version: work.versionBefore(key) + 1 };
    work.set(work.positions, key, next);
    if (difference === 0n) continue;
    const [debit, credit] =
      difference > 0n ? [input.expense, input.payable] : [input.payable, input.expense];
    const amountMinor = difference > 0n ? difference : -difference;
    work.transfer(
      { transactionId: causeId, kind: "POST", code: ACCRUAL_CODE, debit, credit, amountMinor },
      occurredAt,
      { amount: amountMinor, pending: 0n },
    );
  }
}
