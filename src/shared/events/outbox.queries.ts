import type { Sql } from "../database/sql.js";
import type { Json } from "../tagged-json.js";

/** A fact as the outbox keeps it. */
export interface OutboxRow {
  id: string;
  name: string;
  body: Json;
}

/** Puts facts into the outbox, in the transaction that makes them true. */
export async function insertOutbox(sql: Sql, rows: readonly OutboxRow[], at: Date): Promise<void> {
  await sql.rows(
    `insert into outbox_event (id, name, body, recorded_at)
     select id, name, body::jsonb, $4 from unnest($1::uuid[], $2::text[], $3::text[])
       as fact (id, name, body)`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.name),
      rows.map((row) => JSON.stringify(row.body)),
      at,
    ],
  );
}

/** Forgets facts that were told. */
export async function deleteOutbox(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.rows("delete from outbox_event where id = any($1::uuid[])", [ids]);
}

/** Takes facts that nobody told within the grace time, oldest first; another hub takes others. */
export function takeLeftOver(sql: Sql, before: Date, limit: number): Promise<OutboxRow[]> {
  return sql.rows<OutboxRow>(
    `delete from outbox_event where id in (
       select id from outbox_event where recorded_at < $1
       order by id limit $2 for update skip locked)
     returning id, name, body`,
    [before, limit],
  );
}
