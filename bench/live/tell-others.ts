import { Redis } from "ioredis";
import { openLive } from "../../src/live/index.js";
import { poolSql } from "../../src/shared/database/sql.js";
import { createLog } from "../../src/shared/log.js";
import type { BenchContext } from "../harness/bench.js";
import type { BenchLedger } from "../posting/ledger.js";

/** Makes the bench's ledger a hub among others: its commits are told over Redis. */
export async function tellOthers(
  context: Pick<BenchContext, "defer">,
  ledger: BenchLedger,
  redisUrl: string,
): Promise<void> {
  const log = createLog({ level: "warn", stream: process.stderr });
  const redis = new Redis(redisUrl);
  const sql = poolSql(ledger.pool);
  const live = await openLive({ sql, redis, ledger: { ...ledger, sql }, log });
  context.defer(async () => {
    await live.stop();
    redis.disconnect();
  });
}
