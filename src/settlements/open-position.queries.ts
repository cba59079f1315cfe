import { readPositionJson, type PositionJson, type PositionState } from "../ledger/index.js";
import type { Sql } from "../shared/database/sql.js";

export const POSITION_COLUMNS = `p.contract_id as "contractId", p.version, p.segments, p.accrued,
  p.accrued_minor as "accruedMinor", p.recoupable, p.releases, p.conditions,
  (extract(epoch from p.period_start) * 1000)::float8 as "periodStart"`;

/** A position as it is read. */
export type PositionRow = PositionJson &
  Pick<PositionState, "contractId" | "periodStart" | "accruedMinor"> & { version: bigint };

/** All positions of some contracts, each contract's in the order of time. */
export async function positionsOf(
  sql: Sql,
  contractIds: readonly string[],
): Promise<PositionState[]> {
  const rows = await sql.rows<PositionRow>(
    `select ${POSITION_COLUMNS} from position p where p.contract_id = any($1::uuid[])
     order by p.contract_id, p.period_start`,
    [contractIds],
  );
  return rows.map(stateOf);
}

/** The positions of periods that are not closed: of one contract, or of all. */
export async function openPositions(sql: Sql, contractId: string | null): Promise<PositionState[]> {
  const rows = await sql.rows<PositionRow>(
    `select ${POSITION_COLUMNS} from position p left join closed_period c
       on c.contract_id = p.contract_id and c.period_start = p.period_start
         and c.reopened_at is null
     where c.contract_id is null and ($1::uuid is null or p.contract_id = $1)`,
    [contractId],
  );
  return rows.map(stateOf);
}

export function stateOf(row: PositionRow): PositionState {
  return { ...row, ...readPositionJson(row), version: Number(row.version), isNew: false };
}
