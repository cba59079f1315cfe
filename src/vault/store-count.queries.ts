import type { Sql } from "../shared/database/sql.js";
import type { StoreCount } from "./sealed-store.js";

/** A table with sealed rows: `sealed`, `key_id`, and what was written before there were keys. */
export interface SealedTable {
  table: string;
  /** A condition that holds for a row which is not sealed. */
  plain: string;
}

/** How the rows of a table stand. */
export async function countSealed(sql: Sql, { table, plain }: SealedTable): Promise<StoreCount> {
  const [row] = await sql.rows<StoreCount>(
    `select count(*) filter (where k.id is not null and k.retired_at is null)::integer as sealed,
       count(*) filter (where k.retired_at is not null and k.wrapped is not null)::integer as stale,
       count(*) filter (where ${plain})::integer as plain
     from ${table} s left join data_key k on k.id = s.key_id`,
  );
  return row ?? { sealed: 0, stale: 0, plain: 0 };
}

/** Whether a table has a row that is not sealed. */
export async function hasPlainRow(sql: Sql, { table, plain }: SealedTable): Promise<boolean> {
  return (await sql.rows(`select from ${table} s where ${plain} limit 1`)).length > 0;
}
