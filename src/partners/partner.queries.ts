import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { PartnerKind, PartnerState } from "./partner.rules.js";

/** A partner as it is read. */
export interface PartnerRow {
  id: string;
  code: string;
  name: string;
  kind: PartnerKind;
  state: PartnerState;
  holdReason: string | null;
  heldAt: Date | null;
  synthetic: boolean;
  version: number;
  createdAt: Date;
}

const PARTNER_COLUMNS = `p.id, p.code, p.name, p.kind, p.state, p.hold_reason as "holdReason",
  p.held_at as "heldAt", p.synthetic, p.version, p.created_at as "createdAt"`;

/** The partners with these ids that the scope shows, in no order; absent ones are left out. */
export function partnersById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<PartnerRow[]> {
  return sql.rows(
    `select ${PARTNER_COLUMNS} from partner p
     where p.id = any($1::uuid[]) and ($2::uuid[] is null or p.id = any($2))`,
    [ids, scope],
  );
}

/** The partners with these codes that the scope shows, in no order; absent ones are left out. */
export function partnersByCode(
  sql: Sql,
  scope: PartnerScope,
  codes: readonly string[],
): Promise<PartnerRow[]> {
  return sql.rows(
    `select ${PARTNER_COLUMNS} from partner p
     where p.code = any($1::text[]) and ($2::uuid[] is null or p.id = any($2))`,
    [codes, scope],
  );
}

export interface PartnerFilter {
  kind?: PartnerKind | null;
  state?: PartnerState | null;
  codes?: string[] | null;
}

export type PartnerOrderField = "CODE" | "NAME" | "CREATED_AT";

const ID: SortKey<PartnerRow> = { column: "p.id", type: "uuid", value: (row) => row.id };
const ORDERS: Record<PartnerOrderField, SortKey<PartnerRow>[]> = {
  CODE: [{ column: "p.code", type: "text", value: (row) => row.code }],
  NAME: [{ column: "p.name", type: "text", value: (row) => row.name }, ID],
  // An id begins with the time at which it was made.
  CREATED_AT: [ID],
};

/** A page of the partners that the credential may see. */
export function pageOfPartners(
  ctx: RequestContext,
  filter: PartnerFilter,
  order: { field: PartnerOrderField; direction: OrderDirection },
  page: PageArgs,
): Promise<Connection<PartnerRow>> {
  const list = {
    name: "partners",
    select: PARTNER_COLUMNS,
    from: "partner p",
    where: [
      ...scopedTo("p.id", ctx.scope),
      ...whenGiven("p.kind = ?", filter.kind),
      ...whenGiven("p.state = ?", filter.state),
      ...whenGiven("p.code = any(?::text[])", filter.codes),
    ],
    order: ORDERS[order.field],
    direction: order.direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
