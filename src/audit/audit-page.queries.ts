import type { AuditKind, AuditOutcome } from "../shared/commands/audit-trail.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { AUDIT_COLUMNS, type AuditRow } from "./audit-event.queries.js";

export interface AuditFilter {
  actorId?: string | null;
  kinds?: readonly AuditKind[] | null;
  commands?: readonly string[] | null;
  outcomes?: readonly AuditOutcome[] | null;
  codes?: readonly string[] | null;
  partnerId?: string | null;
  requestId?: string | null;
  from?: Date | null;
  to?: Date | null;
}

const SEQUENCE: SortKey<AuditRow> = {
  column: "e.sequence",
  type: "bigint",
  value: (row) => row.sequence.toString(),
};

/** A page of the trail, as far as the credential may see it. */
export function pageOfAuditEvents(
  ctx: RequestContext,
  filter: AuditFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<AuditRow>> {
  const list = {
    name: "auditEvents",
    select: AUDIT_COLUMNS,
    from: "audit_event e",
    where: [
      ...scopedTo("e.partner_id", ctx.scope),
      ...whenGiven("e.actor_id = ?", filter.actorId),
      ...whenGiven("e.kind = any(?::text[])", filter.kinds),
      ...whenGiven("e.command = any(?::text[])", filter.commands),
      ...whenGiven("e.outcome = any(?::text[])", filter.outcomes),
      ...whenGiven("e.code = any(?::text[])", filter.codes),
      ...whenGiven("e.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("e.request_id = ?", filter.requestId),
      ...whenGiven("e.at >= ?", filter.from),
      ...whenGiven("e.at < ?", filter.to),
    ],
    order: [SEQUENCE],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
