import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "./posting-read.queries.js";
import { GENESIS_HASH } from "./chain.rules.js";

/** A lane and the last link of its chain; the hash in hexadecimal. */
export interface LaneHead {
  lane: number;
  sequence: number;
  hash: string;
}

/** Lanes that all hubs on one database can have between them. */
export const MAX_LANES = 64;

/** First key of the advisory locks that lanes are claimed by. */
const LANE_LOCK = 7_481_001;

/**
 * Claims the first lane that no other connection holds, for as long as this one lasts.
 * @throws Error when all are taken
 */
export async function claimLane(on: Connection): Promise<LaneHead> {
  for (let lane = 0; lane < MAX_LANES; lane++) {
    const { rows } = await on.query<{ locked: boolean }>(
      "select pg_try_advisory_lock($1::int, $2::int) as locked",
      [LANE_LOCK, lane],
    );
    if (rows[0]?.locked) return headOf(on, lane);
  }
  throw new Error(`All ${MAX_LANES} posting lanes of this database are taken by other hubs`);
}

async function headOf(on: Connection, lane: number): Promise<LaneHead> {
  await on.query(
    "insert into lane (id, hash) values ($1, decode($2, 'hex')) on conflict do nothing",
    [lane, GENESIS_HASH],
  );
  const { rows } = await on.query<{ sequence: bigint; hash: string }>(
    "select sequence, encode(hash, 'hex') as hash from lane where id = $1",
    [lane],
  );
  const row = rows[0];
  if (!row) throw new Error(`Lane ${lane} has no row`);
  return { lane, sequence: Number(row.sequence), hash: row.hash };
}

/** Whether a block was committed: asked when the answer to its commit was lost. */
export async function isCommitted(
  on: Connection,
  block: { lane: number; sequence: number; hash: string },
): Promise<boolean> {
  const { rows } = await on.query(
    "select 1 from block where lane = $1 and sequence = $2 and hash = decode($3, 'hex')",
    [block.lane, block.sequence, block.hash],
  );
  return rows.length > 0;
}

/**
 * Settings of a lane's session: statements are planned once, and arrays are joined to tables in
 * their own order, which is what keeps row locks in the order of account numbers.
 */
export async function prepareSession(on: Connection): Promise<void> {
  await on.query(
    "set plan_cache_mode = force_generic_plan; set enable_hashjoin = off; set enable_mergejoin " +
      "= off; " +
      "set enable_seqscan = off; set jit = off; set lock_timeout = '10s'",
  );
}

/** The sequence of a lane's last committed block; 0 where there is none. */
export async function committedSequence(sql: Sql, lane: number): Promise<number> {
  const [row] = await sql.rows<{ sequence: bigint }>("select sequence from lane where id = $1", [
    lane,
  ]);
  return Number(row?.sequence ?? 0);
}
