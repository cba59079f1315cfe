import type { Sql } from "../shared/database/sql.js";

/** A position's columns of jsonb; amounts as decimal texts. */
export interface ExplainedPosition {
  periodStart: Date;
  version: bigint;
  segments: Record<string, Record<string, [amount: string, count: string]>>;
  recoupable: Record<string, string>;
  releases: [clause: string, heldIn: number, effect: string][];
  conditions: {
    days: [version: number, days: number][];
    periodDays: number;
    rates: Record<string, string>;
  } | null;
}

/** A contract's positions up to a period, in the order of time. */
export function positionsUpTo(
  sql: Sql,
  contractId: string,
  periodStart: Date,
): Promise<ExplainedPosition[]> {
  return sql.rows(
    `select period_start as "periodStart", version, segments, recoupable, releases, conditions
     from position where contract_id = $1 and period_start <= $2 order by period_start`,
    [contractId, periodStart],
  );
}
