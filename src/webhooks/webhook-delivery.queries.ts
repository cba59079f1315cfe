import type { Sql } from "../shared/database/sql.js";

/** A message that is this hub's to deliver until its lease is over. */
export interface ClaimedMessage {
  id: string;
  endpointId: string;
  url: string;
  body: string;
  /** This one included. */
  attempts: number;
  secretNumber: number;
  previousSecretUntil: Date | null;
}

export interface ClaimLimits {
  messages: number;
  perEndpoint: number;
  leaseMs: number;
  /** Endpoints that have enough under way. */
  busy: readonly string[];
}

/**
 * Due messages, of each subject the oldest alone. The time of its next attempt is the lease: who
 * dies with a message leaves it to whoever looks after that. The database's clock counts, since
 * hubs' clocks differ.
 */
const CLAIM = `
with due as (
  select m.id from webhook_endpoint e
  cross join lateral (
    select c.id from webhook_message c
    where c.endpoint_id = e.id and c.state = 'PENDING' and c.next_attempt_at <= now()
      and not exists (select from webhook_message b
        where b.endpoint_id = c.endpoint_id and b.subject = c.subject and b.state = 'PENDING'
          and b.position < c.position)
    order by c.next_attempt_at, c.position limit $2
    for update of c skip locked) m
  where e.state = 'ACTIVE' and e.id <> all($4::uuid[])
  limit $1
)
update webhook_message m
set attempts = m.attempts + 1, next_attempt_at = now() + $3 * interval '1 millisecond'
from due, webhook_endpoint e
where m.id = due.id and e.id = m.endpoint_id
returning m.id, m.endpoint_id as "endpointId", e.url, m.body, m.attempts,
  e.secret_number as "secretNumber", e.previous_secret_until as "previousSecretUntil"`;

/** Takes messages that are due; nobody else delivers them meanwhile. */
export function claimMessages(sql: Sql, limits: ClaimLimits): Promise<ClaimedMessage[]> {
  const { messages, perEndpoint, leaseMs, busy } = limits;
  return sql.rows(CLAIM, [messages, perEndpoint, leaseMs, busy]);
}

/** How an attempt went. */
export interface Attempt {
  messageId: string;
  at: Date;
  durationMs: number;
  status: number | null;
  failure: string | null;
  outcome: "DELIVERED" | "DEAD" | { pauseMs: number };
}

const FINISH = `
with attempt as (
  insert into webhook_attempt (message_id, number, at, duration_ms, status, failure)
  select id, (select count(*) + 1 from webhook_attempt a where a.message_id = m.id),
    $2, $3, $4, $5
  from webhook_message m where id = $1
)
update webhook_message
set state = $6, delivered_at = case when $6 = 'DELIVERED' then $2::timestamptz end,
  next_attempt_at = now() + $7 * interval '1 millisecond'
where id = $1 and state = 'PENDING'`;

/** Keeps what came of an attempt. */
export async function finishAttempt(sql: Sql, attempt: Attempt): Promise<void> {
  const { messageId, at, durationMs, status, failure, outcome } = attempt;
  const state = typeof outcome === "object" ? "PENDING" : outcome;
  const pauseMs = typeof outcome === "object" ? outcome.pauseMs : 0;
  await sql.rows(FINISH, [messageId, at, durationMs, status, failure, state, pauseMs]);
}

/** Makes messages of an endpoint due again; answers the ids that it has. */
export async function replayMessages(
  sql: Sql,
  endpointId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `update webhook_message
     set state = 'PENDING', attempts = 0, delivered_at = null, next_attempt_at = now()
     where endpoint_id = $1 and id = any($2::uuid[]) returning id`,
    [endpointId, ids],
  );
  return rows.map(({ id }) => id);
}
