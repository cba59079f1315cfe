import type { Connection } from "../../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../../shared/graphql/page.type.js";
import type { RequestContext } from "../../shared/graphql/request-context.js";
import { QUARANTINE_COLUMNS, type QuarantineRow } from "./quarantine.queries.js";
import type { QuarantineKind, QuarantineRule, QuarantineState } from "./quarantine.rules.js";

export interface QuarantineFilter {
  partnerId?: string | null;
  documentId?: string | null;
  states?: readonly QuarantineState[] | null;
  rules?: readonly QuarantineRule[] | null;
  kinds?: readonly QuarantineKind[] | null;
  ruleId?: string | null;
  quarantinedFrom?: Date | null;
  quarantinedBefore?: Date | null;
}

const ID: SortKey<QuarantineRow> = { column: "q.id", type: "uuid", value: (row) => row.id };

/** A page of what is in quarantine and the credential may see, in the order in which it came. */
export function pageOfQuarantine(
  ctx: RequestContext,
  filter: QuarantineFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<QuarantineRow>> {
  const list = {
    name: "quarantine",
    select: QUARANTINE_COLUMNS,
    from: "quarantine_item q",
    where: [
      ...scopedTo("q.partner_id", ctx.scope),
      ...whenGiven("q.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("q.document_id = ?::uuid", filter.documentId),
      ...whenGiven("q.state = any(?::text[])", filter.states),
      ...whenGiven("q.rule = any(?::text[])", filter.rules),
      ...whenGiven("q.kind = any(?::text[])", filter.kinds),
      ...whenGiven("q.rule_id = ?", filter.ruleId),
      ...whenGiven("q.quarantined_at >= ?", filter.quarantinedFrom),
      ...whenGiven("q.quarantined_at < ?", filter.quarantinedBefore),
    ],
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
