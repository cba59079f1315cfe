import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { CONTRACT_COLUMNS, type ContractRow } from "./contract.queries.js";

export interface ContractFilter {
  partnerId?: string | null;
  currency?: string | null;
  inForceOn?: string | null;
}

export type ContractOrderField = "STARTS_AT" | "CREATED_AT";

const ID: SortKey<ContractRow> = { column: "c.id", type: "uuid", value: (row) => row.id };
const ORDERS: Record<ContractOrderField, SortKey<ContractRow>[]> = {
  STARTS_AT: [
    { column: "c.starts_at", type: "timestamptz", value: (row) => row.startsAt.toISOString() },
    ID,
  ],
  // An id begins with the time at which it was made.
  CREATED_AT: [ID],
};

/** A page of the contracts that the credential may see. */
export function pageOfContracts(
  ctx: RequestContext,
  filter: ContractFilter,
  order: { field: ContractOrderField; direction: OrderDirection },
  page: PageArgs,
): Promise<Connection<ContractRow>> {
  const list = {
    name: "contracts",
    select: CONTRACT_COLUMNS,
    from: "contract c",
    where: [
      ...scopedTo("c.partner_id", ctx.scope),
      ...whenGiven("c.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("c.currency = ?", filter.currency),
      ...whenGiven(
        "daterange(c.effective_from, c.effective_to, '[]') @> ?::date",
        filter.inForceOn,
      ),
    ],
    order: ORDERS[order.field],
    direction: order.direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
