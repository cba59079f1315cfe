import type { PositionState } from "../ledger/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, queryTotals, scopedTo, whenGiven } from "../shared/graphql/page.queries.js";
import type { Condition, SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";

/** A position by its contract and the first moment of its period, in milliseconds. */
export type PositionKey = Pick<PositionState, "contractId" | "periodStart">;

export interface PositionFilter {
  partnerId?: string | null;
  contractId?: string | null;
  currency?: string | null;
  /** Only these, where it is given. */
  periods?: readonly PositionKey[] | null;
}

interface PositionKeyRow extends PositionKey {
  startsAt: Date;
}

const ORDER: SortKey<PositionKeyRow>[] = [
  {
    column: "p.period_start",
    type: "timestamptz",
    value: (row) => row.startsAt.toISOString(),
  },
  { column: "p.contract_id", type: "uuid", value: (row) => row.contractId },
];

const FROM = "position p join contract c on c.id = p.contract_id";

/** A page of the positions that the credential may see, by the beginning of their periods. */
export function pageOfPositions(
  ctx: RequestContext,
  filter: PositionFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<PositionKey>> {
  const list = {
    name: "positions",
    select: `p.contract_id as "contractId", p.period_start as "startsAt",
      (extract(epoch from p.period_start) * 1000)::float8 as "periodStart"`,
    from: FROM,
    where: conditions(ctx, filter),
    order: ORDER,
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

function conditions(ctx: RequestContext, filter: PositionFilter): Condition[] {
  const { periods } = filter;
  const within = {
    sql: `(p.contract_id, p.period_start) in (
      select u.id, to_timestamp(u.start / 1000.0)
      from unnest(?::uuid[], ?::bigint[]) u (id, start))`,
    values: [
      periods?.map(({ contractId }) => contractId),
      periods?.map(({ periodStart }) => periodStart),
    ],
  };
  return [
    ...scopedTo("c.partner_id", ctx.scope),
    ...whenGiven("c.partner_id = ?::uuid", filter.partnerId),
    ...whenGiven("c.id = ?::uuid", filter.contractId),
    ...whenGiven("c.currency = ?", filter.currency),
    ...(periods ? [within] : []),
  ];
}

export interface PositionSumRow {
  currency: string;
  count: number;
  payableMinor: bigint;
}

/** What the positions of a list add up to, by currency. */
export function positionSums(
  ctx: RequestContext,
  filter: PositionFilter,
): Promise<PositionSumRow[]> {
  const select = `c.currency, count(*)::integer as count,
    sum(p.accrued_minor)::bigint as "payableMinor"`;
  const list = { select, from: FROM, where: conditions(ctx, filter), by: "c.currency" };
  return queryTotals(ctx.sql, list);
}

/** When a position was begun, by the clock of the hub that did; null where that is not known. */
export async function begunAt(
  { sql }: Pick<RequestContext, "sql">,
  { contractId, periodStart }: PositionKey,
): Promise<Date | null> {
  const [row] = await sql.rows<{ begunAt: Date | null }>(
    `select begun_at as "begunAt" from position
     where contract_id = $1 and period_start = to_timestamp($2::bigint / 1000.0)`,
    [contractId, periodStart],
  );
  return row?.begunAt ?? null;
}
