import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { AlertKind, AlertState } from "./alert.rules.js";

/** An alert as it is read. */
export interface AlertRow {
  id: string;
  kind: AlertKind;
  subject: string;
  partnerId: string | null;
  message: string;
  state: AlertState;
  raisedAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  resolution: string | null;
  version: number;
}

const COLUMNS = `a.id, a.kind, a.subject, a.partner_id as "partnerId", a.message, a.state,
  a.raised_at as "raisedAt", a.resolved_at as "resolvedAt", a.resolved_by as "resolvedBy",
  a.resolution, a.version`;

/** Adds an alert, unless one that says the same is raised already; tells whether it did. */
export async function insertAlert(
  sql: Sql,
  alert: Pick<AlertRow, "id" | "kind" | "subject" | "partnerId" | "message" | "raisedAt">,
): Promise<boolean> {
  const { id, kind, subject, partnerId, message, raisedAt } = alert;
  const rows = await sql.rows(
    `insert into alert (id, kind, subject, partner_id, message, state, raised_at, version)
     values ($1, $2, $3, $4, $5, 'RAISED', $6, 1)
     on conflict (kind, subject) where state = 'RAISED' do nothing returning id`,
    [id, kind, subject, partnerId, message, raisedAt],
  );
  return rows.length > 0;
}

/** An alert that the scope shows, locked until the command ends. */
export async function lockAlert(
  sql: Sql,
  scope: PartnerScope,
  id: string,
): Promise<AlertRow | null> {
  const [alert] = await sql.rows<AlertRow>(
    `select ${COLUMNS} from alert a
     where a.id = $1 and ($2::uuid[] is null or a.partner_id = any($2)) for update`,
    [id, scope],
  );
  return alert ?? null;
}

/** Writes down how an alert was resolved. */
export async function resolveRow(
  sql: Sql,
  id: string,
  by: { at: Date; name: string; resolution: string },
): Promise<AlertRow> {
  const [alert] = await sql.rows<AlertRow>(
    `update alert a set state = 'RESOLVED', resolved_at = $2, resolved_by = $3, resolution = $4,
       version = a.version + 1
     where a.id = $1 returning ${COLUMNS}`,
    [id, by.at, by.name, by.resolution],
  );
  if (!alert) throw new Error(`Alert ${id} is locked and yet gone`);
  return alert;
}

/** Resolves what says the same, when its cause is gone; answers the ids. */
export async function resolveCause(
  sql: Sql,
  about: Pick<AlertRow, "kind" | "subject">,
  by: { at: Date; name: string; resolution: string },
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `update alert set state = 'RESOLVED', resolved_at = $3, resolved_by = $4, resolution = $5,
       version = version + 1
     where kind = $1 and subject = $2 and state = 'RAISED' returning id`,
    [about.kind, about.subject, by.at, by.name, by.resolution],
  );
  return rows.map(({ id }) => id);
}

export function alertsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<AlertRow[]> {
  return sql.rows(
    `select ${COLUMNS} from alert a
     where a.id = any($1::uuid[]) and ($2::uuid[] is null or a.partner_id = any($2))`,
    [ids, scope],
  );
}

export interface AlertFilter {
  states?: readonly AlertState[] | null;
  kinds?: readonly AlertKind[] | null;
  partnerId?: string | null;
}

const ID: SortKey<AlertRow> = { column: "a.id", type: "uuid", value: (row) => row.id };

/** A page of the alerts that the credential may see, the newest first. */
export function pageOfAlerts(
  ctx: RequestContext,
  filter: AlertFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<AlertRow>> {
  const list = {
    name: "alerts",
    select: COLUMNS,
    from: "alert a",
    where: [
      ...scopedTo("a.partner_id", ctx.scope),
      ...whenGiven("a.state = any(?::text[])", filter.states),
      ...whenGiven("a.kind = any(?::text[])", filter.kinds),
      ...whenGiven("a.partner_id = ?::uuid", filter.partnerId),
    ],
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
