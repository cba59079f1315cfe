import { hubSecret } from "../access/index.js";
import type { Sql } from "../shared/database/sql.js";
import type { Vault } from "../vault/index.js";
import {
  insertStatementKey,
  statementKeys,
  type StatementKeyRow,
} from "./statement-key.queries.js";
import { publicKeyOf, statementKey } from "./statement-key.js";
import type { StatementKey, StatementPublicKey } from "./statement-key.js";

/** The key that signs now; the first is made when it is asked for first. */
export async function signingKey(vault: Vault, sql: Sql, now: Date): Promise<StatementKey> {
  const [newest = await addSigningKey(vault, sql, 1, now)] = await statementKeys(sql);
  return keyOf(vault, sql, newest.number, now);
}

/** All public keys, the newest first. */
export async function publicKeys(sql: Sql): Promise<StatementPublicKey[]> {
  return (await statementKeys(sql)).map(({ x }) => publicKeyOf(x));
}

/** Adds the signing key with a number, of whose secret half this hub's database keeps the seed. */
export async function addSigningKey(
  vault: Vault,
  sql: Sql,
  number: number,
  now: Date,
): Promise<StatementKeyRow> {
  const { publicKey } = await keyOf(vault, sql, number, now);
  const row = { number, id: publicKey.kid, x: publicKey.x, createdAt: now };
  await insertStatementKey(sql, row);
  return row;
}

async function keyOf(vault: Vault, sql: Sql, number: number, now: Date): Promise<StatementKey> {
  return statementKey(await hubSecret(vault, sql, `statements ${number}`, now));
}
