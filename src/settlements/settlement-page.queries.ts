import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, queryTotals, scopedTo, whenGiven } from "../shared/graphql/page.queries.js";
import type { Condition, SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { AVAILABLE_ON, SETTLEMENT_COLUMNS, type SettlementRow } from "./settlement.queries.js";
import type { SettlementState } from "./settlement-state.rules.js";
import { TRANSITION_COLUMNS, type TransitionRow } from "./settlement-transition.queries.js";

export interface SettlementFilter {
  states?: readonly SettlementState[] | null;
  partnerId?: string | null;
  contractId?: string | null;
  currency?: string | null;
  periodFrom?: string | null;
  periodTo?: string | null;
  dueFrom?: string | null;
  dueTo?: string | null;
  availableFrom?: string | null;
  availableTo?: string | null;
}

export type SettlementOrderField = "PERIOD" | "DUE_ON" | "CREATED_AT";

const ID: SortKey<SettlementRow> = { column: "s.id", type: "uuid", value: (row) => row.id };
const ORDERS: Record<SettlementOrderField, SortKey<SettlementRow>[]> = {
  PERIOD: [
    {
      column: "s.period_start",
      type: "timestamptz",
      value: (row) => row.periodStart.toISOString(),
    },
    ID,
  ],
  DUE_ON: [{ column: "s.due_on", type: "date", value: (row) => row.dueOn }, ID],
  CREATED_AT: [ID],
};

/** A page of the settlements that the credential may see. */
export function pageOfSettlements(
  ctx: RequestContext,
  filter: SettlementFilter,
  order: { field: SettlementOrderField; direction: OrderDirection },
  page: PageArgs,
): Promise<Connection<SettlementRow>> {
  const list = {
    name: "settlements",
    select: SETTLEMENT_COLUMNS,
    from: "settlement s",
    where: conditions(ctx, filter),
    order: ORDERS[order.field],
    direction: order.direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

function conditions(ctx: RequestContext, filter: SettlementFilter): Condition[] {
  return [
    ...scopedTo("s.partner_id", ctx.scope),
    ...whenGiven("s.state = any(?::text[])", filter.states),
    ...whenGiven("s.partner_id = ?::uuid", filter.partnerId),
    ...whenGiven("s.contract_id = ?::uuid", filter.contractId),
    ...whenGiven("s.currency = ?", filter.currency),
    ...whenGiven("s.last_day >= ?::date", filter.periodFrom),
    ...whenGiven("s.first_day <= ?::date", filter.periodTo),
    ...whenGiven("s.due_on >= ?::date", filter.dueFrom),
    ...whenGiven("s.due_on <= ?::date", filter.dueTo),
    ...whenGiven(`${AVAILABLE_ON} >= ?::date`, filter.availableFrom),
    ...whenGiven(`${AVAILABLE_ON} <= ?::date`, filter.availableTo),
  ];
}

export interface SettlementTotalRow {
  currency: string;
  count: number;
  payableMinor: bigint;
  dueMinor: bigint;
  carriedForwardMinor: bigint;
}

/** What the settlements of a list add up to, by currency; those that are open count as zero. */
export function settlementTotals(
  ctx: RequestContext,
  filter: SettlementFilter,
): Promise<SettlementTotalRow[]> {
  const select = `s.currency, count(*)::integer as count,
    coalesce(sum(s.payable_minor), 0)::bigint as "payableMinor",
    coalesce(sum(s.due_minor), 0)::bigint as "dueMinor",
    coalesce(sum(s.carried_forward_minor), 0)::bigint as "carriedForwardMinor"`;
  const list = { select, from: "settlement s", where: conditions(ctx, filter), by: "s.currency" };
  return queryTotals(ctx.sql, list);
}

export interface TransitionFilter {
  settlementId?: string | null;
  partnerId?: string | null;
  to?: readonly SettlementState[] | null;
  from?: Date | null;
  until?: Date | null;
}

const AT: SortKey<TransitionRow>[] = [
  { column: "t.at", type: "timestamptz", value: (row) => row.at.toISOString() },
  { column: "t.settlement_id", type: "uuid", value: (row) => row.settlementId },
  { column: "t.sequence", type: "integer", value: (row) => String(row.sequence) },
];

/** A page of the log of steps that the credential may see. */
export function pageOfTransitions(
  ctx: RequestContext,
  filter: TransitionFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<TransitionRow>> {
  const list = {
    name: "settlementTransitions",
    select: TRANSITION_COLUMNS,
    from: "settlement_transition t join settlement s on s.id = t.settlement_id",
    where: [
      ...scopedTo("s.partner_id", ctx.scope),
      ...whenGiven("t.settlement_id = ?::uuid", filter.settlementId),
      ...whenGiven("s.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("t.to_state = any(?::text[])", filter.to),
      ...whenGiven("t.at >= ?", filter.from),
      ...whenGiven("t.at < ?", filter.until),
    ],
    order: AT,
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
