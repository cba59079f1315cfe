import type { Sql } from "../shared/database/sql.js";

/** For each lane its last block that was read, as JSON keeps it. */
export type FeedPositions = Readonly<Record<string, number>>;

/** Locks the feed until the transaction ends: one hub at a time matches. */
export async function lockFeed(sql: Sql): Promise<FeedPositions> {
  const [row] = await sql.rows<{ positions: FeedPositions }>(
    "select positions from reconciliation_feed for update",
  );
  return row?.positions ?? {};
}

/** Compiling these statements takes longer than they do. */
export async function withoutCompiling(sql: Sql): Promise<void> {
  await sql.rows("select set_config('jit', 'off', true)");
}

/** Whether the ledger's log goes on behind what was read; nothing is locked. */
export async function isFeedBehind(sql: Sql): Promise<boolean> {
  const [row] = await sql.rows<{ behind: boolean }>(
    `select exists (select from lane l
       where l.sequence > coalesce((f.positions->>l.id::text)::bigint, 0)) as behind
     from reconciliation_feed f`,
  );
  return row?.behind ?? false;
}

/** A block of the log. */
export interface FedBlock {
  lane: number;
  sequence: number;
  firstId: string;
  lastId: string;
  transactions: number;
}

/** Blocks of one lane that one step reads. */
const BLOCKS_PER_LANE = 1_000;

/** The next blocks of all lanes, each lane's in its order. */
export async function nextBlocks(sql: Sql, from: FeedPositions): Promise<FedBlock[]> {
  const rows = await sql.rows<Omit<FedBlock, "sequence"> & { sequence: bigint }>(
    `select b.lane, b.sequence, b.first_id as "firstId", b.last_id as "lastId", b.transactions
     from lane l cross join lateral (
       select * from block x where x.lane = l.id
         and x.sequence > coalesce(($1::jsonb->>l.id::text)::bigint, 0)
       order by x.sequence limit ${BLOCKS_PER_LANE}) b
     order by b.lane, b.sequence`,
    [JSON.stringify(from)],
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

/** The partners whose transactions are followed. */
export async function followedPartners(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    "select partner_id as id from reconciliation_policy where follows_ledger",
  );
  return rows.map(({ id }) => id);
}

/** Sets the feed at the end of the log, for as long as nobody is followed. */
export async function skipToEnd(sql: Sql): Promise<void> {
  await sql.rows(
    `update reconciliation_feed set positions =
       (select coalesce(jsonb_object_agg(id, sequence), '{}') from lane)`,
  );
}

/** Sets the feed behind blocks, with what they brought in the same commit. */
export async function keepPositions(sql: Sql, positions: FeedPositions): Promise<void> {
  await sql.rows("update reconciliation_feed set positions = $1", [JSON.stringify(positions)]);
}
