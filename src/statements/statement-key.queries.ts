import type { Sql } from "../shared/database/sql.js";

/** A signing key's public half; the newest number signs. */
export interface StatementKeyRow {
  number: number;
  /** The thumbprint by which signatures name it. */
  id: string;
  /** The key's 32 bytes, in base64url. */
  x: string;
  createdAt: Date;
}

const COLUMNS = `number, id, x, created_at as "createdAt"`;

/** All keys, the newest first. */
export function statementKeys(sql: Sql): Promise<StatementKeyRow[]> {
  return sql.rows(`select ${COLUMNS} from statement_key order by number desc`);
}

/** Adds a key, unless another one took its number first. */
export async function insertStatementKey(sql: Sql, row: StatementKeyRow): Promise<void> {
  await sql.rows(
    `insert into statement_key (number, id, x, created_at) values ($1, $2, $3, $4)
     on conflict (number) do nothing`,
    [row.number, row.id, row.x, row.createdAt],
  );
}
