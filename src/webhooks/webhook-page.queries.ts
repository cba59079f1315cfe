import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { WebhookEventKind, WebhookMessageState, WebhookState } from "./webhook.rules.js";

/** An endpoint as it is read: never its secret. */
export interface EndpointRow {
  id: string;
  partnerId: string;
  url: string;
  description: string;
  eventKinds: WebhookEventKind[];
  state: WebhookState;
  previousSecretUntil: Date | null;
  version: number;
  createdAt: Date;
}

const ENDPOINT = `e.id, e.partner_id as "partnerId", e.url, e.description,
  e.event_kinds as "eventKinds", e.state, e.previous_secret_until as "previousSecretUntil",
  e.version, e.created_at as "createdAt"`;

export function endpointsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<EndpointRow[]> {
  return sql.rows(
    `select ${ENDPOINT} from webhook_endpoint e
     where e.id = any($1::uuid[]) and ($2::uuid[] is null or e.partner_id = any($2))`,
    [ids, scope],
  );
}

const ID: SortKey<EndpointRow> = { column: "e.id", type: "uuid", value: (row) => row.id };

/** A page of the endpoints that the credential may see, in the order in which they were made. */
export function pageOfEndpoints(
  ctx: RequestContext,
  partnerId: string | null,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<EndpointRow>> {
  const list = {
    name: "webhookEndpoints",
    select: ENDPOINT,
    from: "webhook_endpoint e",
    where: [
      ...scopedTo("e.partner_id", ctx.scope),
      ...whenGiven("e.partner_id = ?::uuid", partnerId),
    ],
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

/** A message as the delivery log has it. */
export interface MessageRow {
  id: string;
  position: bigint;
  kind: WebhookEventKind;
  subject: string;
  body: string;
  state: WebhookMessageState;
  attempts: number;
  nextAttemptAt: Date;
  deliveredAt: Date | null;
  createdAt: Date;
}

const MESSAGE = `m.id, m.position, m.kind, m.subject, m.body, m.state, m.attempts,
  m.next_attempt_at as "nextAttemptAt", m.delivered_at as "deliveredAt",
  m.created_at as "createdAt"`;

const POSITION: SortKey<MessageRow> = {
  column: "m.position",
  type: "bigint",
  value: (row) => row.position.toString(),
};

/** A page of an endpoint's messages, the newest first. */
export function pageOfMessages(
  ctx: RequestContext,
  { endpointId, state }: { endpointId: string; state: WebhookMessageState | null },
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<MessageRow>> {
  const list = {
    name: "webhookMessages",
    select: MESSAGE,
    from: "webhook_message m",
    where: [
      ...whenGiven("m.endpoint_id = ?::uuid", endpointId),
      ...whenGiven("m.state = ?", state),
    ],
    order: [POSITION],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

/** One attempt to deliver a message. */
export interface AttemptRow {
  messageId: string;
  number: number;
  at: Date;
  durationMs: number;
  status: number | null;
  failure: string | null;
}

/** The newest attempts of each message, in their order. */
export function attemptsOfMessages(sql: Sql, ids: readonly string[]): Promise<AttemptRow[]> {
  return sql.rows(
    `select a.* from unnest($1::uuid[]) as m (id)
     cross join lateral (
       select message_id as "messageId", number, at, duration_ms as "durationMs", status, failure
       from webhook_attempt where message_id = m.id order by number desc limit 50) a
     order by a.number`,
    [ids],
  );
}
