import {
  readChangedRows,
  type ChangingTable,
  type RowsRead,
  type RowsWish,
} from "../shared/database/changed-rows.queries.js";
import type { Sql } from "../shared/database/sql.js";
import { JOB_COLUMNS, type JobRow } from "./job.queries.js";
import type { JobKindName, JobState } from "./job.rules.js";

/** Which jobs are watched; null stands for any. */
export interface JobSelection {
  partners: readonly string[] | null;
  kinds: readonly JobKindName[] | null;
  /** Of what a client begins with only these; it is told of every change. */
  states: readonly JobState[] | null;
}

const TABLE: ChangingTable = {
  from: "job j",
  alias: "j",
  columns: JOB_COLUMNS,
  selection: "partners uuid[], kinds text[], states text[]",
  matches: `(w.partners is null or j.partner_id = any(w.partners))
    and (w.kinds is null or j.kind = any(w.kinds))`,
  narrows: "(w.states is null or j.state = any(w.states))",
};

/** Reads jobs, or those that changed since a moment. @param limit of one wish */
export function readJobChanges(
  sql: Sql,
  wishes: readonly RowsWish<JobSelection>[],
  limit: number,
): Promise<RowsRead<JobRow>> {
  return readChangedRows(sql, TABLE, wishes, limit);
}
