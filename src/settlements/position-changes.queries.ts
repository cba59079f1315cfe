import type { PositionState } from "../ledger/index.js";
import {
  changedSince,
  wishesAs,
  wishesParam,
  type RowsWish,
} from "../shared/database/changed-rows.queries.js";
import type { Sql } from "../shared/database/sql.js";
import { POSITION_COLUMNS, stateOf, type PositionRow } from "./open-position.queries.js";

/** Which positions are watched; null stands for any. */
export interface PositionSelection {
  partners: readonly string[] | null;
  contracts: readonly string[] | null;
  /** Periods that begin on this day or later. */
  from: string | null;
}

/** A position, and whether it is one that was asked for or only one that such a one builds on. */
export interface ReadPosition {
  n: number;
  state: PositionState;
  isFound: boolean;
  changedAt: Date;
}

interface Row extends PositionRow {
  moment: string;
  n: number | null;
  isFound: boolean;
  changedAt: Date;
}

/** Which contracts have a position that is found, and then all positions of these. */
const POSITIONS = `
select m.moment, f.* from (select pg_current_snapshot()::text as moment) m
left join (
  select w.n, r.* from ${wishesAs('partners uuid[], contracts uuid[], "from" date')}
  cross join lateral (
    select a.* from (
      select ${POSITION_COLUMNS}, p.changed_at as "changedAt", h.found as "isFound",
        bool_or(h.found) over (partition by p.contract_id) as of_contract
      from contract c join position p on p.contract_id = c.id
      cross join lateral (select
        (w."from" is null or p.period_start >= w."from"::timestamp at time zone c.time_zone)
        and (w.since is null or (${changedSince("p")})) as found) h
      where (w.partners is null or c.partner_id = any(w.partners))
        and (w.contracts is null or c.id = any(w.contracts))
    ) a where a.of_contract
    order by a."contractId", a."periodStart" limit $2
  ) r
) f on true`;

/**
 * Reads positions, or those that changed since a moment, each contract's in the order of time and
 * with the others of its contract. @param limit rows of one wish at the most
 */
export async function readPositionChanges(
  sql: Sql,
  wishes: readonly RowsWish<PositionSelection>[],
  limit: number,
): Promise<{ moment: string; positions: ReadPosition[] }> {
  const rows = await sql.rows<Row>(POSITIONS, [wishesParam(wishes), limit]);
  const positions = rows.flatMap((row) => {
    const { n, isFound, changedAt } = row;
    return n === null ? [] : [{ n, isFound, changedAt, state: stateOf(row) }];
  });
  return { moment: rows[0]?.moment ?? "", positions };
}
