import { GENESIS_HASH } from "./chain.rules.js";
import type { VerifySession } from "./verify-session.queries.js";

/** A lane as it was when a verification began. */
export interface LaneCut {
  lane: number;
  /** The last block by the lane's own row; null where there is none. */
  head: { sequence: number; hash: string } | null;
  /** Up to where an earlier verification went: nothing where it was the first. */
  verified: { sequence: number; hash: string };
}

const LANES = `
with recursive found as (
  (select lane from block order by lane limit 1)
  union all
  select (select b.lane from block b where b.lane > f.lane order by b.lane limit 1)
  from found f where f.lane is not null
)
select id as lane, l.sequence, encode(l.hash, 'hex') as hash, v.sequence as "verifiedSequence",
  encode(v.hash, 'hex') as "verifiedHash"
from (select lane from found where lane is not null union select id from lane
  union select lane from verified_block) n (id)
left join lane l using (id) left join verified_block v on v.lane = n.id order by n.id`;

interface LaneRecord {
  lane: number;
  sequence: bigint | null;
  hash: string | null;
  verifiedSequence: bigint | null;
  verifiedHash: string | null;
}

/** All lanes that have a row, a block or were verified before. */
export async function readLanes(on: VerifySession): Promise<LaneCut[]> {
  const { rows } = await on.query<LaneRecord>(LANES);
  return rows.map(({ lane, sequence, hash, verifiedSequence, verifiedHash }) => ({
    lane,
    head: sequence === null || hash === null ? null : { sequence: Number(sequence), hash },
    verified: { sequence: Number(verifiedSequence ?? 0n), hash: verifiedHash ?? GENESIS_HASH },
  }));
}

/** From which ids and which time on rows are attached: all, where nothing was ever detached. */
export interface Attached {
  fromId: string;
  /** Null where nothing was ever detached. */
  since: Date | null;
  months: Date[];
}

/** Which months are part of the ledger. */
export async function readAttached(on: VerifySession): Promise<Attached> {
  const { rows } = await on.query<{ month: Date }>(
    "select m::timestamp at time zone 'UTC' as month from attached_months() m",
  );
  const { rows: detached } = await on.query<{ since: Date | null; fromId: string | null }>(
    `select max(month)::timestamp at time zone 'UTC' + interval '1 month' as since,
       month_floor(max(month)::timestamp at time zone 'UTC' + interval '1 month') as "fromId"
     from detached_month`,
  );
  const { since = null, fromId = null } = detached[0] ?? {};
  return { since, fromId: fromId ?? LOWEST_ID, months: rows.map((row) => row.month) };
}

export const LOWEST_ID = "00000000-0000-0000-0000-000000000000";
export const HIGHEST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";
