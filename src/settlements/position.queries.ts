import type { Sql } from "../shared/database/sql.js";
import type { FrozenComponent, SettlementRow } from "./settlement.queries.js";

/** What a position has come to. */
export interface FrozenPosition {
  version: bigint;
  accruedMinor: bigint;
  components: FrozenComponent[];
}

interface PositionRow {
  version: bigint;
  accruedMinor: bigint;
  accrued: Record<string, [effect: string, residual: string, account: string]>;
}

/** Reads a position and keeps it from changing until the command ends; one without is zero. */
export async function lockPosition(
  sql: Sql,
  { contractId, periodStart }: Pick<SettlementRow, "contractId" | "periodStart">,
): Promise<FrozenPosition> {
  const [row] = await sql.rows<PositionRow>(
    `select version, accrued_minor as "accruedMinor", accrued from position
     where contract_id = $1 and period_start = $2 for update`,
    [contractId, periodStart],
  );
  if (!row) return { version: 0n, accruedMinor: 0n, components: [] };
  const { version, accruedMinor, accrued } = row;
  const components = Object.entries(accrued).map(([key, figure]) => componentOf(key, figure));
  return { version, accruedMinor, components };
}

/** A key is the version and the clause, or `release` and the clause. */
function componentOf(
  key: string,
  [effectMinor, residualMinor]: PositionRow["accrued"][string],
): FrozenComponent {
  const at = key.indexOf(":");
  const part = key.slice(0, at);
  const version = part === "release" ? null : Number(part);
  return { clause: key.slice(at + 1), version, effectMinor, residualMinor };
}
