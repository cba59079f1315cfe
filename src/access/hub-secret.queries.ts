import { randomBytes } from "node:crypto";
import type { Sql } from "../shared/database/sql.js";

const SECRET_BYTES = 32;

/**
 * A random key that the hub made for itself under a name, the same for all nodes and for ever. Of
 * several that make it at once one wins, and all read that one.
 */
export async function hubSecret(sql: Sql, name: string, at: Date): Promise<Buffer> {
  await sql.rows(
    `insert into hub_secret (name, value, created_at) values ($1, $2, $3)
     on conflict (name) do nothing`,
    [name, randomBytes(SECRET_BYTES), at],
  );
  const [row] = await sql.rows<{ value: Buffer }>("select value from hub_secret where name = $1", [
    name,
  ]);
  if (!row) throw new Error(`The secret "${name}" could not be kept`);
  return row.value;
}
