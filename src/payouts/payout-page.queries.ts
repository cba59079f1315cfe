import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { PAYOUT_COLUMNS, type PayoutRow, type PayoutState } from "./payout.queries.js";

export interface PayoutFilter {
  states?: readonly PayoutState[] | null;
  partnerId?: string | null;
  payoutRunId?: string | null;
  currency?: string | null;
  dueFrom?: string | null;
  dueTo?: string | null;
}

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
    from: "payout p",
    where: [
      ...scopedTo("p.partner_id", ctx.scope),
      ...whenGiven("p.state = any(?::text[])", filter.states),
      ...whenGiven("p.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("p.run_id = ?::uuid", filter.payoutRunId),
      ...whenGiven("p.currency = ?", filter.currency),
      ...whenGiven("p.due_on >= ?::date", filter.dueFrom),
      ...whenGiven("p.due_on <= ?::date", filter.dueTo),
    ],
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
