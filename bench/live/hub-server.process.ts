import { Redis } from "ioredis";
import pg from "pg";
import { buildApp } from "../../src/app/app.js";
import { entities } from "../../src/app/entities.js";
import { systemClock } from "../../src/shared/clock.js";
import { readConfig } from "../../src/shared/config/read-config.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { createLog } from "../../src/shared/log.js";
import { cpuMicros, memory, serve } from "./child-process.js";

/** What a hub of a bench works on. */
export interface HubOptions {
  databaseUrl: string;
  redisUrl?: string;
  key: string;
  port?: number;
}

let statements = 0;
const query: unknown = Reflect.get(pg.Client.prototype, "query");
Reflect.set(pg.Client.prototype, "query", function counted(this: object, ...given: unknown[]) {
  statements += 1;
  return Reflect.apply(query as (...args: unknown[]) => unknown, this, given);
});

/** A whole hub in a process of its own. */
serve({
  async listen({ databaseUrl, redisUrl, key, port = 0 }: HubOptions) {
    const config = {
      ...readConfig({}, []),
      adminKey: key,
      host: "127.0.0.1",
      costPerMinute: 1e12,
      port,
    };
    const log = createLog({ level: "warn", stream: process.stderr });
    const database = await openDatabase({ url: databaseUrl, entities });
    const redis = redisUrl ? new Redis(redisUrl) : undefined;
    const deps = { config, database, redis, clock: systemClock, log };
    const ids = uuidv7Ids(systemClock);
    const app = await buildApp({ ...deps, ids, announce: () => undefined });
    const { url } = await app.listen();
    return Number(new URL(url).port);
  },
  /** All that this hub has asked Postgres so far. */
  statements: () => statements,
  memory,
  residentBytes: () => process.memoryUsage.rss(),
  cpuMicros,
});
