import { randomBytes } from "node:crypto";
import type { Sql } from "../shared/database/sql.js";
import {
  countSealed,
  hasPlainRow,
  type Place,
  type Sealed,
  type SealedStore,
  type Vault,
} from "../vault/index.js";

const SECRET_BYTES = 32;

interface KeptSecret {
  name: string;
  /** As it was written before there were keys. */
  value: Buffer | null;
  sealed: Buffer | null;
}

/**
 * A random key that the hub made for itself under a name, the same for all nodes and for ever. Of
 * several that make it at once one wins, and all read that one. It is sealed where it is kept.
 */
export async function hubSecret(vault: Vault, sql: Sql, name: string, at: Date): Promise<Buffer> {
  const known = await keptSecret(sql, name);
  if (known) return opened(vault, sql, known);
  const { sealed, keyId } = await vault.seal(sql, "hub", placeOf(name), randomBytes(SECRET_BYTES));
  await sql.rows(
    `insert into hub_secret (name, sealed, key_id, created_at) values ($1, $2, $3, $4)
     on conflict (name) do nothing`,
    [name, sealed, keyId, at],
  );
  const made = await keptSecret(sql, name);
  if (!made) throw new Error(`The secret "${name}" could not be kept`);
  return opened(vault, sql, made);
}

async function keptSecret(sql: Sql, name: string): Promise<KeptSecret | null> {
  const [row] = await sql.rows<KeptSecret>(
    "select name, value, sealed from hub_secret where name = $1",
    [name],
  );
  return row ?? null;
}

async function opened(vault: Vault, sql: Sql, { name, value, sealed }: KeptSecret) {
  if (!sealed) return value ?? Buffer.alloc(0);
  const [secret] = await vault.open(sql, [{ place: placeOf(name), sealed }]);
  if (!secret) throw new Error(`The key of the secret "${name}" was destroyed`);
  return secret;
}

function placeOf(name: string): Place {
  return { table: "hub_secret", column: "sealed", row: name };
}

const TABLE = { table: "hub_secret", plain: "s.sealed is null" };

/** The hub's own secrets, as the vault seals them. */
export const hubSecretStore: SealedStore = {
  name: "secrets of the hub",
  count: (sql) => countSealed(sql, TABLE),
  hasPlain: (sql) => hasPlainRow(sql, TABLE),
  async sealSome(sql, vault, limit) {
    const rows = await sql.rows<KeptSecret>(
      `select name, value, sealed from hub_secret where sealed is null
       order by name limit $1 for update skip locked`,
      [limit],
    );
    return sealAll(sql, vault, rows);
  },
  async resealSome(sql, vault, keyIds, limit) {
    const rows = await sql.rows<KeptSecret>(
      `select name, value, sealed from hub_secret where key_id = any($1::uuid[])
       order by name limit $2 for update`,
      [keyIds, limit],
    );
    return sealAll(sql, vault, rows);
  },
};

async function sealAll(sql: Sql, vault: Vault, rows: readonly KeptSecret[]): Promise<number> {
  for (const row of rows) {
    const secret = await opened(vault, sql, row);
    await replace(sql, row.name, await vault.seal(sql, "hub", placeOf(row.name), secret));
  }
  return rows.length;
}

async function replace(sql: Sql, name: string, { sealed, keyId }: Sealed): Promise<void> {
  await sql.rows("update hub_secret set value = null, sealed = $2, key_id = $3 where name = $1", [
    name,
    sealed,
    keyId,
  ]);
}
