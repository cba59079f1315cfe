import type { Sql } from "../shared/database/sql.js";
import type { ChainHead } from "./statement.rules.js";

/** Which transactions a statement was made from. */
export interface CountedTransactions {
  partnerId: string;
  /** The period in which they count. */
  periodStart: Date;
  /** Of the contract: the currencies that it counts, and the time for which it is agreed. */
  currencies: readonly string[];
  contractStartsAt: Date;
  contractEndsAt: Date | null;
  /** What is behind these came later. */
  heads: readonly ChainHead[];
  /**
   * Where the contract's statement before ends: what came behind that for earlier periods, which
   * were closed by then, is paid with this one. Null for a first statement.
   */
  priorHeads: readonly ChainHead[] | null;
  /** None was posted before; null where that is not known. */
  postedFrom: Date | null;
}

/** A place in the order in which they were posted. */
export interface LeafPlace {
  postedAt: Date | "-infinity";
  id: string;
}

export interface LeafRow {
  id: string;
  externalId: string;
  type: string;
  direction: string;
  amountMinor: bigint;
  currency: string;
  occurredAt: Date;
  postedAt: Date;
}

/** Before all of them. */
export function firstPlace({ postedFrom }: CountedTransactions): LeafPlace {
  return { postedAt: postedFrom ?? "-infinity", id: "00000000-0000-0000-0000-000000000000" };
}

const LEAVES = `
select t.id, t.external_id as "externalId", t.type, t.direction, t.amount_minor as "amountMinor",
  t.currency, t.occurred_at as "occurredAt", t.posted_at as "postedAt"
from transaction t
join unnest($6::smallint[], $7::bigint[]) h (lane, sequence)
  on h.lane = t.lane and t.block <= h.sequence
left join unnest($11::smallint[], $12::bigint[]) p (lane, sequence) on p.lane = t.lane
where t.partner_id = $1 and t.currency = any($3::text[])
  and (t.counted_in = $2
    or $11::smallint[] is not null and t.counted_in < $2 and t.block > coalesce(p.sequence, 0))
  and t.occurred_at >= $4 and ($5::timestamptz is null or t.occurred_at < $5)
  and (t.posted_at, t.id) >= ($8::timestamptz, $9::uuid)
order by t.posted_at, t.id limit $10`;

/** The transactions of a statement from a place on, in the order in which they were posted. */
export function leavesFrom(
  sql: Sql,
  of: CountedTransactions,
  from: LeafPlace,
  limit: number,
): Promise<LeafRow[]> {
  return sql.rows(LEAVES, [
    of.partnerId,
    of.periodStart,
    of.currencies,
    of.contractStartsAt,
    of.contractEndsAt,
    of.heads.map(({ lane }) => lane),
    of.heads.map(({ sequence }) => sequence),
    from.postedAt,
    from.id,
    limit,
    of.priorHeads?.map(({ lane }) => lane) ?? null,
    of.priorHeads?.map(({ sequence }) => sequence) ?? null,
  ]);
}

/** When a transaction was posted; null when there is none that the partner's statements have. */
export async function placeOfTransaction(
  sql: Sql,
  partnerId: string,
  id: string,
): Promise<LeafPlace | null> {
  const [row] = await sql.rows<{ postedAt: Date }>(
    `select posted_at as "postedAt" from transaction where id = $1 and partner_id = $2`,
    [id, partnerId],
  );
  return row ? { postedAt: row.postedAt, id } : null;
}
