import { AVAILABLE_ON, type SettlementState } from "../settlements/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, queryTotals, scopedTo, whenGiven } from "../shared/graphql/page.queries.js";
import type { Condition } from "../shared/graphql/page.queries.js";
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
  periodFrom?: string | null;
  periodTo?: string | null;
  /** States of the settlement. */
  states?: readonly SettlementState[] | null;
  /** The day on which the settlement's money becomes available. */
  availableFrom?: string | null;
  availableTo?: string | null;
  /** Whether no later statement replaces it. */
  isCurrent?: boolean | null;
}

const FROM = "statement t join settlement s on s.id = t.settlement_id";
const CURRENT = "not exists (select from statement n where n.replaces_id = t.id) = ?";

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
    from: FROM,
    where: conditions(ctx, filter),
    // An id begins with the time at which it was made.
    order: [{ column: "t.id", type: "uuid", value: (row: StatementRow) => row.id }],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

function conditions(ctx: RequestContext, filter: StatementFilter): Condition[] {
  return [
    ...scopedTo("t.partner_id", ctx.scope),
    ...whenGiven("t.partner_id = ?::uuid", filter.partnerId),
    ...whenGiven("t.contract_id = ?::uuid", filter.contractId),
    ...whenGiven("t.settlement_id = ?::uuid", filter.settlementId),
    ...whenGiven("t.currency = ?", filter.currency),
    ...whenGiven("t.due_on >= ?::date", filter.dueFrom),
    ...whenGiven("t.due_on <= ?::date", filter.dueTo),
    ...whenGiven("t.last_day >= ?::date", filter.periodFrom),
    ...whenGiven("t.first_day <= ?::date", filter.periodTo),
    ...whenGiven("s.state = any(?::text[])", filter.states),
    ...whenGiven(`${AVAILABLE_ON} >= ?::date`, filter.availableFrom),
    ...whenGiven(`${AVAILABLE_ON} <= ?::date`, filter.availableTo),
    ...whenGiven(CURRENT, filter.isCurrent),
  ];
}

export interface StatementTotalRow {
  currency: string;
  count: number;
  dueMinor: bigint;
  transactions: bigint;
}

/** What the statements of a list add up to, by currency; those that are replaced do not count. */
export function statementTotals(
  ctx: RequestContext,
  filter: StatementFilter,
): Promise<StatementTotalRow[]> {
  const select = `t.currency, count(*)::integer as count, sum(t.due_minor)::bigint as "dueMinor",
    sum(t.transactions)::bigint as transactions`;
  const where = conditions(ctx, { ...filter, isCurrent: true });
  return queryTotals(ctx.sql, { select, from: FROM, where, by: "t.currency" });
}
