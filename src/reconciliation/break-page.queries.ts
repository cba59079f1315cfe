import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { FieldDifference } from "./item.rules.js";
import type { BreakKind } from "./judge.rules.js";
import type { BreakSubject, ResolutionAction } from "./proposal.rules.js";
import type { BreakState, ResolutionState } from "./resolution.queries.js";
import type { RootCause } from "./root-cause.rules.js";
import { RUN_COLUMNS, type RunRow } from "./run.queries.js";

/** A break as it is read. */
export interface BreakRow {
  id: string;
  partnerId: string;
  subject: BreakSubject;
  kind: BreakKind;
  state: BreakState;
  account: string;
  currency: string;
  day: string;
  transactionId: string | null;
  differenceMinor: bigint;
  fields: FieldDifference[];
  proposal: ResolutionAction;
  cause: RootCause | null;
  explanation: string | null;
  openedAt: Date;
  waitUntil: Date | null;
  resolvedAt: Date | null;
  version: number;
  statementName: string | null;
  documentId: string | null;
  lineReference: string | null;
  lineAmountMinor: bigint | null;
  lineOccurredAt: Date | null;
}

const COLUMNS = `b.id, b.partner_id as "partnerId", b.subject, b.kind, b.state, b.account,
  b.currency, to_char(b.day, 'YYYY-MM-DD') as day, b.transaction_id as "transactionId",
  b.difference_minor as "differenceMinor", b.fields, b.proposal, g.cause, g.explanation,
  b.opened_at as "openedAt", b.wait_until as "waitUntil", b.resolved_at as "resolvedAt", b.version,
  s.name as "statementName", s.document_id as "documentId", l.reference as "lineReference",
  l.amount_minor as "lineAmountMinor", l.occurred_at as "lineOccurredAt"`;

const BREAKS = `reconciliation_break b
  left join break_group g on g.id = b.group_id
  left join statement_line l on l.id = b.line_id
  left join partner_statement s on s.id = coalesce(b.statement_id, l.statement_id)`;

export async function breaksById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<BreakRow[]> {
  return sql.rows<BreakRow>(
    `select ${COLUMNS} from ${BREAKS}
     where b.id = any($1::uuid[]) and ($2::uuid[] is null or b.partner_id = any($2))`,
    [ids, scope],
  );
}

export interface BreakFilter {
  partnerId?: string | null;
  states?: readonly BreakState[] | null;
  kinds?: readonly BreakKind[] | null;
  subjects?: readonly BreakSubject[] | null;
  causes?: readonly RootCause[] | null;
  dayFrom?: string | null;
  dayTo?: string | null;
}

const ID: SortKey<{ id: string }> = { column: "b.id", type: "uuid", value: (row) => row.id };
const RUN_ID: SortKey<{ id: string }> = { ...ID, column: "r.id" };

/** A page of the breaks that the credential may see, by the time at which they were found. */
export function pageOfBreaks(
  ctx: RequestContext,
  filter: BreakFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<BreakRow>> {
  const list = {
    name: "breaks",
    select: COLUMNS,
    from: BREAKS,
    where: [
      ...scopedTo("b.partner_id", ctx.scope),
      ...whenGiven("b.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("b.state = any(?::text[])", filter.states),
      ...whenGiven("b.kind = any(?::text[])", filter.kinds),
      ...whenGiven("b.subject = any(?::text[])", filter.subjects),
      ...whenGiven("g.cause = any(?::text[])", filter.causes),
      ...whenGiven("b.day >= ?::date", filter.dayFrom),
      ...whenGiven("b.day <= ?::date", filter.dayTo),
    ],
    order: [ID],
    direction,
  };
  return queryPage<BreakRow>(ctx.sql, ctx.cursors, list, page);
}

/** A page of what looks at partners came to. */
export function pageOfRuns(
  ctx: RequestContext,
  partnerId: string | null,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<RunRow>> {
  const list = {
    name: "reconciliation runs",
    select: RUN_COLUMNS,
    from: "reconciliation_run r",
    where: [
      ...scopedTo("r.partner_id", ctx.scope),
      ...whenGiven("r.partner_id = ?::uuid", partnerId),
    ],
    order: [RUN_ID],
    direction,
  };
  return queryPage<RunRow>(ctx.sql, ctx.cursors, list, page);
}

export function runsById(sql: Sql, scope: PartnerScope, ids: readonly string[]): Promise<RunRow[]> {
  return sql.rows<RunRow>(
    `select ${RUN_COLUMNS} from reconciliation_run r
     where r.id = any($1::uuid[]) and ($2::uuid[] is null or r.partner_id = any($2))`,
    [ids, scope],
  );
}

/** What was decided about a break. */
export interface ResolutionRow {
  breakId: string;
  action: ResolutionAction | "MATCHED_LATER";
  state: ResolutionState;
  amountMinor: bigint;
  currency: string;
  reason: string;
  waitUntil: Date | null;
  decidedBy: string;
  decidedAt: Date;
  approvedBy: string | null;
  failure: string | null;
}

/** The decisions about breaks, in their order. */
export function resolutionsOf(sql: Sql, breakIds: readonly string[]): Promise<ResolutionRow[]> {
  return sql.rows(
    `select break_id as "breakId", action, state, amount_minor as "amountMinor", currency, reason,
       wait_until as "waitUntil", decided_by as "decidedBy", decided_at as "decidedAt",
       approved_by as "approvedBy", failure
     from break_resolution where break_id = any($1::uuid[]) order by decided_at, id`,
    [breakIds],
  );
}
