import type { Sql } from "../shared/database/sql.js";
import type { WebhookEventKind } from "./webhook.rules.js";

/** For each lane its last block that was made into messages. */
export type FeedPositions = ReadonlyMap<number, number>;

/** Who is told of what. */
export interface FedEndpoint {
  id: string;
  partnerId: string;
  eventKinds: WebhookEventKind[];
}

/** A message to be. */
export interface NewMessage {
  id: string;
  endpointId: string;
  kind: WebhookEventKind;
  subject: string;
  body: string;
}

/** Locks the feed until the transaction ends; null when nobody was ever to be told of anything. */
export async function lockFeed(sql: Sql): Promise<FeedPositions | null> {
  const [row] = await sql.rows<{ positions: Record<string, number> | null }>(
    "select positions from webhook_feed for update",
  );
  return row?.positions ? positionsOf(row.positions) : null;
}

/** Whether the log goes on behind what was made into messages; nothing is locked. */
export async function isFeedBehind(sql: Sql): Promise<boolean> {
  const [row] = await sql.rows<{ behind: boolean }>(
    `select f.positions is not null and exists (select from lane l
       where l.sequence > coalesce((f.positions->>l.id::text)::bigint, 0)) as behind
     from webhook_feed f`,
  );
  return row?.behind ?? false;
}

/** Locks the feed, and begins it at the log's end where it has not begun. */
export async function beginFeed(sql: Sql): Promise<void> {
  await lockFeed(sql);
  await sql.rows(
    `update webhook_feed set positions =
       (select coalesce(jsonb_object_agg(id, sequence), '{}') from lane)
     where positions is null`,
  );
}

export async function keepPositions(sql: Sql, positions: FeedPositions): Promise<void> {
  await sql.rows("update webhook_feed set positions = $1", [
    JSON.stringify(Object.fromEntries(positions)),
  ]);
}

function positionsOf(positions: Record<string, number>): FeedPositions {
  return new Map(Object.entries(positions).map(([lane, at]) => [Number(lane), Number(at)]));
}

/** All endpoints: those that are paused gather what they are not told. */
export function readEndpoints(sql: Sql): Promise<FedEndpoint[]> {
  return sql.rows(
    `select id, partner_id as "partnerId", event_kinds as "eventKinds" from webhook_endpoint`,
  );
}

export async function countEndpoints(sql: Sql, partnerId: string): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    "select count(*)::int as count from webhook_endpoint where partner_id = $1",
    [partnerId],
  );
  return row?.count ?? 0;
}

/** Keeps messages in the order given; they are due at once. */
export async function insertMessages(sql: Sql, messages: readonly NewMessage[]): Promise<void> {
  await sql.rows(
    `insert into webhook_message
       (id, endpoint_id, kind, subject, body, state, next_attempt_at, created_at)
     select id, endpoint_id, kind, subject, body, 'PENDING', now(), now()
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
       with ordinality as m (id, endpoint_id, kind, subject, body, n)
     order by n`,
    [
      messages.map(({ id }) => id),
      messages.map(({ endpointId }) => endpointId),
      messages.map(({ kind }) => kind),
      messages.map(({ subject }) => subject),
      messages.map(({ body }) => body),
    ],
  );
}
