import { readBlocks, readLogEnd, readTransactionBlocks } from "../live/index.js";
import type { Database } from "../shared/database/database.js";
import { transactionSql, type Sql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import { balanceChanged, transactionPosted, type WebhookEvent } from "./webhook-body.rules.js";
import {
  insertMessages,
  keepPositions,
  lockFeed,
  readEndpoints,
  type FedEndpoint,
  type FeedPositions,
  type NewMessage,
} from "./webhook-feed.queries.js";

/**
 * Makes the next part of the log into messages, in one commit with how far it came: each block is
 * made into messages exactly once, whichever hub does it and wherever one dies.
 * @returns whether there is more
 */
export function feedWebhooks(database: Database, ids: Ids): Promise<boolean> {
  return database.orm.em.fork().transactional(async (em) => {
    const sql = transactionSql(em);
    const from = await lockFeed(sql);
    if (!from) return false;
    const { positions: end } = await readLogEnd(sql);
    if ([...end].every(([lane, at]) => (from.get(lane) ?? 0) >= at)) return false;
    const endpoints = await readEndpoints(sql);
    const { events, reached } = await readEvents(sql, from, end, endpoints);
    const messages = events.flatMap((event) => messagesOf(event, endpoints, ids));
    if (messages.length > 0) await insertMessages(sql, messages);
    await keepPositions(sql, reached);
    return true;
  });
}

async function readEvents(
  sql: Sql,
  from: FeedPositions,
  end: FeedPositions,
  endpoints: readonly FedEndpoint[],
): Promise<{ events: WebhookEvent[]; reached: FeedPositions }> {
  const partners = [...new Set(endpoints.map(({ partnerId }) => partnerId))];
  const page = await readTransactionBlocks(sql, from, end, partners);
  const reached = new Map(from);
  for (const { lane, sequence } of page) reached.set(lane, sequence);
  const changes = await changesOf(sql, page, endpoints);
  const events = page.flatMap((block) => [
    ...block.transactions.map(transactionPosted),
    ...(changes.get(`${block.lane}:${block.sequence}`) ?? []).map((change) =>
      balanceChanged(change, new Date(block.postedAt)),
    ),
  ]);
  return { events: events.filter((event) => event !== null), reached };
}

/** What the blocks did to balances, if anybody wants to know. Of a long list a part is read. */
async function changesOf(
  sql: Sql,
  page: readonly { lane: number; sequence: number }[],
  endpoints: readonly FedEndpoint[],
) {
  const changes = new Map<string, Awaited<ReturnType<typeof readBlocks>>[number]["balances"]>();
  if (!endpoints.some(({ eventKinds }) => eventKinds.includes("BALANCE_CHANGED"))) return changes;
  for (let rest = page; rest.length > 0;) {
    const blocks = await readBlocks(sql, rest);
    for (const { lane, sequence, balances } of blocks) changes.set(`${lane}:${sequence}`, balances);
    rest = rest.filter(({ lane, sequence }) => !changes.has(`${lane}:${sequence}`));
    if (blocks.length === 0) break;
  }
  return changes;
}

function messagesOf(
  { kind, partnerId, subject, body }: WebhookEvent,
  endpoints: readonly FedEndpoint[],
  ids: Ids,
): NewMessage[] {
  return endpoints
    .filter((each) => each.partnerId === partnerId && each.eventKinds.includes(kind))
    .map(({ id }) => ({ id: ids.next(), endpointId: id, kind, subject, body }));
}
