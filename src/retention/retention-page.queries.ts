import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { HOLD_COLUMNS, type RetentionHoldRow } from "./retention.queries.js";

const ID: SortKey<RetentionHoldRow> = { column: "h.id", type: "uuid", value: (row) => row.id };

/** A page of the holds, by the time at which they were placed. */
export function pageOfHolds(
  ctx: RequestContext,
  filter: { partnerId?: string | null; inForce?: boolean | null },
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<RetentionHoldRow>> {
  const list = {
    name: "retentionHolds",
    select: HOLD_COLUMNS,
    from: "retention_hold h",
    where: [
      ...scopedTo("h.partner_id", ctx.scope),
      ...whenGiven("h.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("(h.released_at is null) = ?", filter.inForce),
    ],
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
