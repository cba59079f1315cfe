import { GENESIS_HASH } from "./chain.rules.js";
import type { InputTotal } from "./posting-model.rules.js";
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

/** A settlement position: as its row has it, or as it was recomputed. */
export interface StoredPosition {
  contractId: string;
  /** Milliseconds since the epoch. */
  periodStart: number;
  inputs: Map<string, InputTotal>;
  accruedMinor: bigint;
}

interface PositionRecord {
  contract_id: string;
  period_start: number;
  inputs: Record<string, [string, string]>;
  accrued_minor: bigint;
}

/** All positions: as they are, or as the last verification recomputed them. */
export async function readAllPositions(
  on: VerifySession,
  table: "position" | "verified_position",
): Promise<StoredPosition[]> {
  const { rows } = await on.query<PositionRecord>(
    `select contract_id, (extract(epoch from period_start) * 1000)::float8 as period_start, inputs,
       accrued_minor
     from ${table} order by contract_id, period_start`,
  );
  return rows.map((row) => ({
    contractId: row.contract_id,
    periodStart: row.period_start,
    inputs: inputsOf(row.inputs),
    accruedMinor: row.accrued_minor,
  }));
}

function inputsOf(inputs: PositionRecord["inputs"]): Map<string, InputTotal> {
  const totals = Object.entries(inputs).map(([name, [amount, count]]) => {
    return [name, { amountMinor: BigInt(amount), count: BigInt(count) }] as const;
  });
  return new Map(totals);
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

/** What months that are no longer attached counted towards settlements. */
export interface DetachedTotal {
  partnerId: string;
  currency: string;
  type: string;
  direction: "IN" | "OUT";
  /** Milliseconds since the epoch: a quarter of an hour in which all of it occurred. */
  occurredAt: number;
  amountMinor: bigint;
  count: bigint;
}

/** Of a part of the partners: those whose id comes after one. */
export async function readDetachedTotals(
  on: VerifySession,
  afterPartner: string,
  limit: number,
): Promise<DetachedTotal[]> {
  const { rows } = await on.query<DetachedTotal>(
    `select partner_id as "partnerId", currency, type, direction, sum(count)::bigint as count,
       (extract(epoch from quarter_hour) * 1000)::float8 as "occurredAt",
       sum(amount)::bigint as "amountMinor"
     from detached_total
     where partner_id in (select distinct partner_id from detached_total where partner_id > $1
       order by partner_id limit $2)
     group by partner_id, currency, type, direction, quarter_hour order by partner_id`,
    [afterPartner, limit],
  );
  return rows;
}

/** What was accrued in detached months, by account: credits less debits. */
export async function readDetachedAccruals(on: VerifySession): Promise<Map<string, bigint>> {
  const { rows } = await on.query<{ accountId: string; amount: bigint }>(
    `select account_id::text as "accountId", sum(amount)::bigint as amount
     from detached_accrual group by account_id`,
  );
  return new Map(rows.map(({ accountId, amount }) => [accountId, amount]));
}
