import type { Redis } from "ioredis";
import type { LedgerService } from "../ledger/index.js";
import type { Sql } from "../shared/database/sql.js";
import type { EventBus } from "../shared/events/event-bus.js";
import type { Log } from "../shared/log.js";
import { LiveHub } from "./live-hub.js";
import { rowReaders, type WatchedLedger } from "./live-rows.js";
import { FOLLOW_LIMITS } from "./live-limits.js";
import { soloNewsBus, type RowNews } from "./news-bus.js";
import { readEpoch } from "./read-log.queries.js";
import { RedisNewsBus } from "./redis-news-bus.js";

export interface LiveOptions {
  sql: Sql;
  /** Between hubs; without it this hub looks into Postgres for what others commit. */
  redis: Redis | undefined;
  ledger: Pick<LedgerService, "engine"> & WatchedLedger;
  /** Tells what this hub's commands did; absent where the hub has none. */
  events?: EventBus;
  log: Log;
}

/** The facts that are told when rows were changed. */
const FACTS: Record<RowNews, readonly string[]> = {
  settlements: ["SettlementsOpened", "SettlementMoved", "SettlementAdjusted", "SettlementsNetted"],
  jobs: ["JobsPlanned", "JobBegun", "JobEnded", "JobRetried"],
};

/** Begins to follow the log, so that subscriptions can be served. */
export async function openLive(options: LiveOptions): Promise<LiveHub> {
  const { sql, redis, ledger, events, log } = options;
  const epoch = await readEpoch(sql);
  const channel = `tutti:live:${epoch}`;
  const { silenceMs } = FOLLOW_LIMITS;
  const bus = redis ? new RedisNewsBus({ redis, channel, log, silenceMs }) : soloNewsBus();
  const rows = rowReaders(sql, ledger);
  const live = new LiveHub({ sql, epoch, bus, log, rows, engine: ledger.engine });
  await live.start();
  for (const of of ["settlements", "jobs"] as const) {
    for (const fact of FACTS[of]) events?.on(fact, () => live.changed(of));
  }
  return live;
}
