import type { Clock } from "../clock.js";
import { type Database } from "../database/database.js";
import { poolSql, transactionSql, type Sql } from "../database/sql.js";
import type { Ids } from "../ids.js";
import { fromTaggedJson, toTaggedJson } from "../tagged-json.js";
import type { DomainEvent } from "./domain-event.js";
import type { EventBus } from "./event-bus.js";
import { deleteOutbox, insertOutbox, takeLeftOver, type OutboxRow } from "./outbox.queries.js";

/** A fact in the outbox, under the id by which it is forgotten once it was told. */
export interface RecordedEvent {
  readonly id: string;
  readonly event: DomainEvent;
}

/**
 * Facts younger than this may still be on their way to being told by the process that made them.
 */
export const OUTBOX_GRACE_MS = 10_000;
const OUTBOX_CHUNK = 500;

/** Keeps facts in the transaction that makes them true. */
export async function recordEvents(
  sql: Sql,
  ids: Ids,
  at: Date,
  events: readonly DomainEvent[],
): Promise<RecordedEvent[]> {
  const recorded = events.map((event) => ({ id: ids.next(), event }));
  const rows = recorded.map(({ id, event }) => ({
    id,
    name: event.name,
    body: toTaggedJson({ ...event }),
  }));
  if (rows.length > 0) await insertOutbox(sql, rows, at);
  return recorded;
}

/** Tells facts after their commit, then forgets them. */
export async function tellEvents(
  database: Database,
  bus: EventBus,
  recorded: readonly RecordedEvent[],
): Promise<void> {
  if (recorded.length === 0) return;
  await bus.publish(recorded.map(({ event }) => event));
  const ids = recorded.map(({ id }) => id);
  await deleteOutbox(poolSql(database.pool), ids);
}

/**
 * Tells the facts that a process committed but, because it died, never told. Called when a hub
 * starts. A fact may so be told twice, never not at all.
 * @returns how many were told
 */
export async function relayLeftOver(
  database: Database,
  bus: EventBus,
  clock: Clock,
): Promise<number> {
  const before = new Date(clock.now().getTime() - OUTBOX_GRACE_MS);
  let told = 0;
  for (;;) {
    const count = await relayChunk(database, bus, before);
    told += count;
    if (count < OUTBOX_CHUNK) return told;
  }
}

function relayChunk(database: Database, bus: EventBus, before: Date): Promise<number> {
  return database.orm.em.fork().transactional(async (em) => {
    const rows = await takeLeftOver(transactionSql(em), before, OUTBOX_CHUNK);
    await bus.publish(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(toEvent));
    return rows.length;
  });
}

function toEvent(row: OutboxRow): DomainEvent {
  const body = fromTaggedJson(row.body);
  return Object.assign(Object(body) as object, { name: row.name });
}
