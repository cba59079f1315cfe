import type { Sql } from "../database/sql.js";
import type { Json } from "../tagged-json.js";

/** A command that was carried out under an idempotency key. */
export interface Claim {
  command: string;
  inputHash: Buffer;
  answer: Json;
}

/**
 * Takes the key until the transaction ends. A lock and not a row, so that the claim can be inserted
 * once, complete, into a table that nobody may update.
 */
export async function lockKey(sql: Sql, actorId: string, key: string): Promise<void> {
  await sql.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `command_claim ${actorId} ${key}`,
  ]);
}

/**
 * The claim of a key, after lockKey: a statement of its own, so that it sees what was committed.
 */
export async function findClaim(sql: Sql, actorId: string, key: string): Promise<Claim | null> {
  const [claim] = await sql.rows<Claim>(
    `select command, input_hash as "inputHash", answer from command_claim
     where actor_id = $1 and idempotency_key = $2`,
    [actorId, key],
  );
  return claim ?? null;
}

export async function insertClaim(
  sql: Sql,
  actorId: string,
  key: string,
  claim: Claim,
  at: Date,
): Promise<void> {
  await sql.rows(
    `insert into command_claim
       (actor_id, idempotency_key, command, input_hash, answer, claimed_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [actorId, key, claim.command, claim.inputHash, JSON.stringify(claim.answer), at],
  );
}
