import type { VerifySession } from "./verify-session.queries.js";

/** Some blocks of a lane that follow a known one. */
export interface ChainPart {
  blocks: number;
  /** The last of them. */
  sequence: number;
  hash: string;
  /** The first that does not follow the one before it. */
  broken: { sequence: number; found: string; expected: string } | null;
}

const CHAIN = `
with part as (
  select sequence, previous_hash, hash, coalesce(lag(sequence) over w, $2::bigint) as before,
    coalesce(lag(hash) over w, decode($3, 'hex')) as hash_before
  from (select * from block where lane = $1 and sequence > $2 and sequence <= $4
    order by sequence limit $5) b
  window w as (order by sequence)
), broken as (
  select * from part where sequence <> before + 1 or previous_hash <> hash_before
  order by sequence limit 1
), last as (select * from part order by sequence desc limit 1)
select (select count(*) from part)::float8 as blocks, l.sequence::float8 as sequence,
  encode(l.hash, 'hex') as hash, k.sequence::float8 as broken,
  concat('sequence ', k.before + 1, ', previous_hash ', encode(k.hash_before, 'hex')) as expected,
  concat('sequence ', k.sequence, ', previous_hash ', encode(k.previous_hash, 'hex')) as found
from last l left join broken k on true`;

interface ChainRecord {
  blocks: number;
  sequence: number;
  hash: string;
  broken: number | null;
  expected: string;
  found: string;
}

/** The blocks of a lane after one, up to another, in their sequence; null where there are none. */
export async function readChain(
  on: VerifySession,
  after: { lane: number; sequence: number; hash: string },
  { upto, limit }: { upto: number; limit: number },
): Promise<ChainPart | null> {
  const values = [after.lane, after.sequence, after.hash, upto, limit];
  const { rows } = await on.query<ChainRecord>(CHAIN, values);
  const [row] = rows;
  if (!row) return null;
  const { blocks, sequence, hash, broken, expected, found } = row;
  return {
    blocks,
    sequence,
    hash,
    broken: broken === null ? null : { sequence: broken, expected, found },
  };
}

/** A block's hash; null where there is no such block. */
export async function readBlockHash(
  on: VerifySession,
  lane: number,
  sequence: number,
): Promise<string | null> {
  const { rows } = await on.query<{ hash: string }>(
    "select encode(hash, 'hex') as hash from block where lane = $1 and sequence = $2",
    [lane, sequence],
  );
  return rows[0]?.hash ?? null;
}

/** A lane's last block, and whether the lane's row says the same. */
export async function readLaneEnd(on: VerifySession, lane: number) {
  const { rows } = await on.query<{ head: string | null; last: string | null }>(
    `select
       (select concat('block ', sequence, ' with hash ', encode(hash, 'hex')) from lane
        where id = $1) as head,
       (select concat('block ', sequence, ' with hash ', encode(hash, 'hex')) from block
        where lane = $1 order by sequence desc limit 1) as last`,
    [lane],
  );
  return rows[0] ?? { head: null, last: null };
}
