import pg from "pg";
import type { Sql } from "../shared/database/sql.js";
import { DomainError } from "../shared/errors.js";

/** Makes the monthly partitions from a moment's month on, as many as said, where they miss. */
export async function ensurePartitions(sql: Sql, from: Date, months: number): Promise<void> {
  await sql.rows("select ensure_partitions($1::timestamptz, $2::int)", [from, months]);
}

/** The months that are in the ledger, as "2026-07", the oldest first. */
export async function attachedMonths(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ month: string }>(
    "select to_char(m, 'YYYY-MM') as month from attached_months() m",
  );
  return rows.map((row) => row.month);
}

/** SQLSTATE of `detach_month`: the month is not the oldest, not over, not verified or rolled up. */
const NOT_DETACHABLE = "TU002";

export class MonthNotDetachable extends DomainError {
  constructor(month: string, why: string) {
    super("INVALID_INPUT", `The month ${month} cannot be detached: ${why}`);
  }
}

/** @throws MonthNotDetachable */
export async function detachPartitions(owner: Sql, month: string): Promise<void> {
  try {
    await owner.rows("select detach_month($1::date)", [`${month}-01`]);
  } catch (error) {
    const refused = error instanceof pg.DatabaseError && error.code === NOT_DETACHABLE;
    throw refused ? new MonthNotDetachable(month, error.message) : error;
  }
}
