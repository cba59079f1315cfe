import type { AccrualPeriod, TermsBook } from "./accrual-model.rules.js";
import { SettlementPeriodNotFound } from "./ledger.errors.js";
import { rowOf } from "./posting-operations.rules.js";
import type { Posted } from "./posting-operations.rules.js";
import type { Operation, PostingItem } from "./posting-model.rules.js";
import type { PostingWork } from "./posting-work.rules.js";

type Settle = Extract<Operation, { kind: "SETTLE" }>;

/**
 * Has a position settled anew without anything counted: it is opened, takes in reserves that are
 * released, or what else its figures are made of. @throws SettlementPeriodNotFound
 */
export function settlePosition(
  work: PostingWork,
  item: PostingItem,
  { contractId, periodStart, releases }: Settle,
  terms: Pick<TermsBook, "periodOf">,
): Posted {
  const periodAt = (start: number): AccrualPeriod => {
    const period = terms.periodOf(contractId, start);
    if (!period) throw new SettlementPeriodNotFound(contractId, start);
    return period;
  };
  const period = periodAt(periodStart);
  const row = rowOf(work.newId(), item);
  for (const { clause, heldIn } of releases)
    work.positions.release(period, clause, periodAt(heldIn));
  work.positions.note({ period, transactionId: row.id, occurredAt: item.occurredAt });
  return { row, counts: { ...NOTHING, type: item.type } };
}

const NOTHING = { direction: "NONE", amountMinor: 0n, count: 0n } as const;
