import type { Sql } from "./sql.js";

/** A question for rows: all of a selection, or those of it that changed since a moment. */
export interface RowsWish<Selection> {
  selection: Selection;
  /** A snapshot as Postgres writes it; null for all. */
  since: string | null;
}

/** A row, and when it was changed last. */
export interface FoundRow<Row> {
  row: Row;
  changedAt: Date;
}

/** The answers to several questions, all of one moment. */
export interface RowsRead<Row> {
  /** The snapshot that they were read in, as Postgres writes it. */
  moment: string;
  /** By the wish's place; null where there are more than are read. */
  found: (FoundRow<Row>[] | null)[];
}

/** How rows of a table are found whose `changed_in` names the transaction that wrote them. */
export interface ChangingTable {
  /** The table and its alias, such as `job j`. */
  from: string;
  alias: string;
  /** What is read of a row. */
  columns: string;
  /** The fields of a selection as columns of the record `w`, such as `partners uuid[]`. */
  selection: string;
  /** Whether a row belongs to the selection `w`, for ever: only by what never changes. */
  matches: string;
  /** Which of those all are told that a client begins with. */
  narrows: string;
}

/** Whether a row was changed by a transaction that the snapshot `w.since` had not seen. */
export function changedSince(alias: string): string {
  return `${alias}.changed_in >= pg_snapshot_xmin(w.since)
    and ${alias}.changed_in < pg_snapshot_xmax(pg_current_snapshot())
    and not pg_visible_in_snapshot(${alias}.changed_in, w.since)`;
}

/** The wishes as a relation `w`. */
export function wishesAs(selection: string): string {
  return `jsonb_to_recordset($1::jsonb) as w (n integer, since pg_snapshot, ${selection})`;
}

/** The wishes as the parameter that `wishesAs` reads. */
export function wishesParam(wishes: readonly RowsWish<object>[]): string {
  return JSON.stringify(wishes.map(({ selection, since }, n) => ({ n, since, ...selection })));
}

type Found<Row> = Row & { moment: string; n: number | null; changedAt: Date };

/**
 * Answers wishes with one statement, which sees all of them in one snapshot: what a later question
 * since this moment answers begins exactly where this one ends, in whatever order transactions
 * commit.
 * @param limit rows of one wish at the most
 */
export async function readChangedRows<Row extends object>(
  sql: Sql,
  table: ChangingTable,
  wishes: readonly RowsWish<object>[],
  limit: number,
): Promise<RowsRead<Row>> {
  const rows = await sql.rows<Found<Row>>(statementOf(table, limit), [wishesParam(wishes)]);
  const byWish = Map.groupBy(rows, ({ n }) => n);
  return {
    moment: rows[0]?.moment ?? "",
    found: wishes.map((_, n) => {
      const found = (byWish.get(n) ?? []).map((row) => ({ row, changedAt: row.changedAt }));
      return found.length > limit ? null : found;
    }),
  };
}

function statementOf(table: ChangingTable, limit: number): string {
  const { from, alias, columns, selection, matches, narrows } = table;
  const select = `select ${columns}, ${alias}.changed_at as "changedAt" from ${from}`;
  return `
select m.moment, f.* from (select pg_current_snapshot()::text as moment) m
left join (
  select w.n, r.* from ${wishesAs(selection)} cross join lateral (
    (${select} where w.since is null and ${matches} and ${narrows}
     order by ${alias}.id limit ${limit + 1})
    union all
    (${select} where ${changedSince(alias)} and ${matches}
     order by ${alias}.id limit ${limit + 1})
  ) r
) f on true`;
}
