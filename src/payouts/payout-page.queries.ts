import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, queryTotals, scopedTo, whenGiven } from "../shared/graphql/page.queries.js";
import type { Condition, SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { PAYOUT_COLUMNS, RUN_COLUMNS } from "./payout.queries.js";
import type { PayoutRow, PayoutRunRow, PayoutState } from "./payout.queries.js";

export interface PayoutFilter {
  states?: readonly PayoutState[] | null;
  partnerId?: string | null;
  payoutRunId?: string | null;
  currency?: string | null;
  dueFrom?: string | null;
  dueTo?: string | null;
  /** The day on which the bank pays. */
  availableFrom?: string | null;
  availableTo?: string | null;
}

const FROM = "payout p join payout_run r on r.id = p.run_id";

const ID: SortKey<PayoutRow> = { column: "p.id", type: "uuid", value: (row) => row.id };

/** A page of the payouts that the credential may see, the newest first. */
export function pageOfPayouts(
  ctx: RequestContext,
  filter: PayoutFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<PayoutRow>> {
  const list = {
    name: "payouts",
    select: PAYOUT_COLUMNS,
    from: FROM,
    where: conditions(ctx, filter),
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

function conditions(ctx: RequestContext, filter: PayoutFilter): Condition[] {
  return [
    ...scopedTo("p.partner_id", ctx.scope),
    ...whenGiven("p.state = any(?::text[])", filter.states),
    ...whenGiven("p.partner_id = ?::uuid", filter.partnerId),
    ...whenGiven("p.run_id = ?::uuid", filter.payoutRunId),
    ...whenGiven("p.currency = ?", filter.currency),
    ...whenGiven("p.due_on >= ?::date", filter.dueFrom),
    ...whenGiven("p.due_on <= ?::date", filter.dueTo),
    ...whenGiven("r.execute_on >= ?::date", filter.availableFrom),
    ...whenGiven("r.execute_on <= ?::date", filter.availableTo),
  ];
}

export interface PayoutRunFilter {
  currency?: string | null;
  executeFrom?: string | null;
  executeTo?: string | null;
  /** Whether the bank has not told of all payouts yet. */
  isOpen?: boolean | null;
}

const OPEN = "exists (select from payout p where p.run_id = r.id and p.state = 'IN_PAYOUT') = ?";

/** A page of the payout runs, by when they were made; none for a credential of some partners. */
export function pageOfRuns(
  ctx: RequestContext,
  filter: PayoutRunFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<PayoutRunRow>> {
  const list = {
    name: "payoutRuns",
    select: RUN_COLUMNS,
    from: "payout_run r",
    where: [
      { sql: "?::uuid[] is null", values: [ctx.scope] },
      ...whenGiven("r.currency = ?", filter.currency),
      ...whenGiven("r.execute_on >= ?::date", filter.executeFrom),
      ...whenGiven("r.execute_on <= ?::date", filter.executeTo),
      ...whenGiven(OPEN, filter.isOpen),
    ],
    order: [{ column: "r.id", type: "uuid", value: (row: PayoutRunRow) => row.id }],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

export interface PayoutTotalRow {
  currency: string;
  count: number;
  amountMinor: bigint;
}

/** What the payouts of a list add up to, by currency. */
export function payoutTotals(ctx: RequestContext, filter: PayoutFilter): Promise<PayoutTotalRow[]> {
  const select = `p.currency, count(*)::integer as count,
    sum(p.amount_minor)::bigint as "amountMinor"`;
  const list = { select, from: FROM, where: conditions(ctx, filter), by: "p.currency" };
  return queryTotals(ctx.sql, list);
}
