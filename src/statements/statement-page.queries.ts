import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { STATEMENT_COLUMNS, type StatementRow } from "./statement.queries.js";

export interface StatementFilter {
  partnerId?: string | null;
  contractId?: string | null;
  settlementId?: string | null;
  currency?: string | null;
  dueFrom?: string | null;
  dueTo?: string | null;
}

/** A page of the statements that the credential may see, by the time at which they were made. */
export function pageOfStatements(
  ctx: RequestContext,
  filter: StatementFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<StatementRow>> {
  const list = {
    name: "statements",
    select: STATEMENT_COLUMNS,
    from: "statement t",
    where: [
      ...scopedTo("t.partner_id", ctx.scope),
      ...whenGiven("t.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("t.contract_id = ?::uuid", filter.contractId),
      ...whenGiven("t.settlement_id = ?::uuid", filter.settlementId),
      ...whenGiven("t.currency = ?", filter.currency),
      ...whenGiven("t.due_on >= ?::date", filter.dueFrom),
      ...whenGiven("t.due_on <= ?::date", filter.dueTo),
    ],
    // An id begins with the time at which it was made.
    order: [{ column: "t.id", type: "uuid", value: (row: StatementRow) => row.id }],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
