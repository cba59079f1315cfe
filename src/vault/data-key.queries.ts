import type { Sql } from "../shared/database/sql.js";

/** A data key as it is kept. */
export interface DataKeyRow {
  id: string;
  subject: string;
  wrappedBy: string;
  /** Null once it is destroyed. */
  wrapped: Buffer | null;
}

const COLUMNS = `k.id, k.subject, k.wrapped_by as "wrappedBy", k.wrapped`;

/**
 * The key that seals for a subject now. It is locked, so that it is not taken out of use before
 * what it seals is committed.
 */
export async function activeDataKey(sql: Sql, subject: string): Promise<DataKeyRow | null> {
  const [row] = await sql.rows<DataKeyRow>(
    `select ${COLUMNS} from data_key k where k.subject = $1 and k.retired_at is null for share`,
    [subject],
  );
  return row ?? null;
}

/** Keeps a new key, unless another one seals for the subject. */
export async function insertDataKey(
  sql: Sql,
  { id, subject, wrappedBy, wrapped }: DataKeyRow,
  at: Date,
): Promise<void> {
  await sql.rows(
    `insert into data_key (id, subject, wrapped_by, wrapped, created_at)
     values ($1, $2, $3, $4, $5) on conflict (subject) where retired_at is null do nothing`,
    [id, subject, wrappedBy, wrapped, at],
  );
}

export function dataKeysById(sql: Sql, ids: readonly string[]): Promise<DataKeyRow[]> {
  return sql.rows(`select ${COLUMNS} from data_key k where k.id = any($1::uuid[])`, [ids]);
}

/** Takes the keys of subjects out of use; what is sealed from now on takes new ones. */
export async function retireDataKeys(
  sql: Sql,
  subjects: readonly string[] | null,
  at: Date,
): Promise<number> {
  const rows = await sql.rows(
    `update data_key set retired_at = $2
     where retired_at is null and subject <> 'index'
       and ($1::text[] is null or subject = any($1)) returning id`,
    [subjects, at],
  );
  return rows.length;
}

/** Destroys all keys of a subject: nothing that they sealed can be read any more. */
export async function destroyDataKeys(sql: Sql, subject: string, at: Date): Promise<number> {
  const rows = await sql.rows(
    `update data_key set wrapped = null, destroyed_at = $2, retired_at = coalesce(retired_at, $2)
     where subject = $1 and wrapped is not null returning id`,
    [subject, at],
  );
  return rows.length;
}

/** The keys that wrap, with how many data keys each has wrapped. */
export function wrappingKeys(sql: Sql): Promise<{ wrappedBy: string; dataKeys: number }[]> {
  return sql.rows(
    `select wrapped_by as "wrappedBy", count(*)::integer as "dataKeys" from data_key
     where wrapped is not null group by wrapped_by order by wrapped_by`,
  );
}

/** Data keys that another key than the current one has wrapped. */
export function keysToRewrap(sql: Sql, currentId: string, limit: number): Promise<DataKeyRow[]> {
  return sql.rows(
    `select ${COLUMNS} from data_key k where k.wrapped is not null and k.wrapped_by <> $1
     order by k.id limit $2`,
    [currentId, limit],
  );
}

/** Keeps a data key as another key wrapped it, unless it was destroyed meanwhile. */
export async function rewrapDataKey(
  sql: Sql,
  { id, wrappedBy, wrapped }: DataKeyRow,
  before: Buffer,
): Promise<void> {
  await sql.rows(
    "update data_key set wrapped_by = $2, wrapped = $3 where id = $1 and wrapped = $4",
    [id, wrappedBy, wrapped, before],
  );
}

/** Whether keys were taken out of use whose rows may still be sealed with them. */
export async function hasRetiredKeys(sql: Sql): Promise<boolean> {
  const rows = await sql.rows(
    "select from data_key where retired_at is not null and wrapped is not null limit 1",
  );
  return rows.length > 0;
}

/** The keys that were taken out of use and are not destroyed. */
export async function retiredKeyIds(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    "select id from data_key where retired_at is not null and wrapped is not null",
  );
  return rows.map(({ id }) => id);
}

/** Destroys keys that were taken out of use, when nothing is sealed with them any more. */
export async function destroyKeys(sql: Sql, ids: readonly string[], at: Date): Promise<void> {
  await sql.rows(
    `update data_key set wrapped = null, destroyed_at = $2
     where id = any($1::uuid[]) and wrapped is not null and retired_at is not null`,
    [ids, at],
  );
}
