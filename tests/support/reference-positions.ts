import type pg from "pg";
import type { World } from "./reference-pages.js";
import { earned, periodOf } from "./reference-terms.js";

interface TransactionRow {
  partnerId: string;
  kind: string;
  type: string;
  direction: "IN" | "OUT" | "NONE";
  amountMinor: bigint;
  occurredAt: number;
}

const TRANSACTIONS = `
  select partner_id as "partnerId", kind, type, direction, amount_minor as "amountMinor",
    (extract(epoch from coalesce((select o.occurred_at from transaction o where o.id = t.related_id
      and t.kind in ('REVERSAL', 'ROLLBACK')), occurred_at)) * 1000)::float8 as "occurredAt"
  from transaction t where currency = $1 and partner_id = $2
    and kind in ('TRANSFER', 'CAPTURE', 'REVERSAL', 'ROLLBACK') and amount_minor > 0`;

const ACCRUED = `
  select (extract(epoch from period_start) * 1000)::float8 as start, accrued_minor as accrued
  from position where contract_id = $1`;

const BACK = { IN: "OUT", OUT: "IN", NONE: "NONE" } as const;

/**
 * For each contract and period what was accrued, and what its terms give on all of its transactions
 * from the first one on. To be asked where every transaction of the partners accrues.
 */
export async function accruals(pool: pg.Pool, { contracts }: World) {
  const accrued: Record<string, bigint> = {};
  const recomputed: Record<string, bigint> = {};
  for (const contract of contracts) {
    const values = [contract.currency, contract.partnerId];
    const { rows } = await pool.query<TransactionRow>(TRANSACTIONS, values);
    for (const [start, ofPeriod] of Map.groupBy(rows, (row) =>
      periodOf(contract, row.occurredAt),
    )) {
      recomputed[`${contract.id}:${start}`] = earned(contract, totals(ofPeriod));
    }
    const { rows: positions } = await pool.query<{ start: number; accrued: bigint }>(ACCRUED, [
      contract.id,
    ]);
    for (const row of positions) accrued[`${contract.id}:${row.start}`] = row.accrued;
  }
  return { accrued, recomputed };
}

function totals(rows: readonly TransactionRow[]): Map<string, { amountMinor: bigint }> {
  const found = new Map<string, { amountMinor: bigint }>();
  for (const { kind, type, direction, amountMinor } of rows) {
    const undoes = kind === "REVERSAL" || kind === "ROLLBACK";
    const counts = kind === "TRANSFER" || kind === "CAPTURE" ? amountMinor : -amountMinor;
    const input = `${type}:${undoes ? BACK[direction] : direction}`;
    const before = found.get(input)?.amountMinor ?? 0n;
    if (undoes || counts > 0n) found.set(input, { amountMinor: before + counts });
  }
  return found;
}
