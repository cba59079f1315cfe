import type { Redis } from "ioredis";
import type { LedgerService } from "../ledger/index.js";
import type { Sql } from "../shared/database/sql.js";
import type { Log } from "../shared/log.js";
import { LiveHub } from "./live-hub.js";
import { FOLLOW_LIMITS } from "./live-limits.js";
import { soloNewsBus } from "./news-bus.js";
import { readEpoch } from "./read-log.queries.js";
import { RedisNewsBus } from "./redis-news-bus.js";

export interface LiveOptions {
  sql: Sql;
  /** Between hubs; without it this hub looks into Postgres for what others commit. */
  redis: Redis | undefined;
  ledger: Pick<LedgerService, "engine">;
  log: Log;
}

/** Begins to follow the log, so that subscriptions can be served. */
export async function openLive({ sql, redis, ledger, log }: LiveOptions): Promise<LiveHub> {
  const epoch = await readEpoch(sql);
  const channel = `tutti:live:${epoch}`;
  const { silenceMs } = FOLLOW_LIMITS;
  const bus = redis ? new RedisNewsBus({ redis, channel, log, silenceMs }) : soloNewsBus();
  const live = new LiveHub({ sql, epoch, bus, log, engine: ledger.engine });
  await live.start();
  return live;
}
