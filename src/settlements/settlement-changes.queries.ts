import {
  readChangedRows,
  type ChangingTable,
  type RowsRead,
  type RowsWish,
} from "../shared/database/changed-rows.queries.js";
import type { Sql } from "../shared/database/sql.js";
import { SETTLEMENT_COLUMNS, type SettlementRow } from "./settlement.queries.js";
import type { SettlementState } from "./settlement-state.rules.js";

/** Which settlements are watched; null stands for any. */
export interface SettlementSelection {
  partners: readonly string[] | null;
  contract: string | null;
  /** Periods that begin on this day or later. */
  from: string | null;
  /** Of what a client begins with only these; it is told of every change. */
  states: readonly SettlementState[] | null;
}

const TABLE: ChangingTable = {
  from: "settlement s",
  alias: "s",
  columns: SETTLEMENT_COLUMNS,
  selection: `partners uuid[], contract uuid, "from" date, states text[]`,
  matches: `(w.partners is null or s.partner_id = any(w.partners))
    and (w.contract is null or s.contract_id = w.contract)
    and (w."from" is null or s.first_day >= w."from")`,
  narrows: "(w.states is null or s.state = any(w.states))",
};

/** Reads settlements, or those that changed since a moment. @param limit of one wish */
export function readSettlementChanges(
  sql: Sql,
  wishes: readonly RowsWish<SettlementSelection>[],
  limit: number,
): Promise<RowsRead<SettlementRow>> {
  return readChangedRows(sql, TABLE, wishes, limit);
}
