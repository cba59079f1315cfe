import { systemClock } from "../shared/clock.js";
import type { Config } from "../shared/config/read-config.js";
import { checkServer, openDatabase } from "../shared/database/database.js";
import { addressOf } from "../shared/database/database-failure.js";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../shared/database/embedded-postgres.js";
import { migrate } from "../shared/database/migrate.js";
import { uuidv7Ids } from "../shared/ids.js";
import type { Log } from "../shared/log.js";
import { checkRedis, openRedis } from "../shared/redis.js";
import { buildApp, type App } from "./app.js";
import type { Announcement, AppDeps } from "./deps.js";
import { entities } from "./entities.js";
import { within } from "./lifecycle-limit.js";

/** How long requests under way may take once the hub has been told to stop. */
export const DRAIN_LIMIT_MS = 25_000;
/** How long connections to Postgres and Redis may take to end after that. */
const CLOSE_LIMIT_MS = 5_000;

/** A hub that serves. */
export interface Hub {
  url: string;
  /** What is printed when it is ready: labels and texts. */
  notices: [label: string, text: string][];
  /** Resolves with the reason if the hub cannot go on. */
  failed: Promise<string>;
  /** Lets requests under way finish, then ends everything; takes a bounded time. */
  drain(): Promise<void>;
  /** Ends at once what would outlive this process. */
  abandon(): Promise<void>;
}

/** What is open so far, ended in reverse. */
class Opened extends AsyncDisposableStack {
  postgres: EmbeddedPostgres | undefined;
  failed = Promise.withResolvers<string>();
  announcements: [label: string, text: Announcement][] = [];
  places: [label: string, text: string][] = [];
}

/**
 * Opens everything in order and starts to serve. On a failure, or when the signal aborts it between
 * two steps, what was opened is ended again.
 * @throws StartupError with the reason and the remedy
 */
export async function startHub(config: Config, log: Log, signal: AbortSignal): Promise<Hub> {
  const opened = new Opened();
  try {
    const app = await open(config, log, signal, opened);
    const { url } = await app.listen();
    return {
      url,
      notices: [...opened.announcements, ...opened.places].map(([label, text]) => [
        label,
        resolve(text, url),
      ]),
      failed: opened.failed.promise,
      drain: () => opened.disposeAsync(),
      abandon: async () => opened.postgres?.stop("immediate"),
    };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

function resolve(text: Announcement, url: string): string {
  return typeof text === "string" ? text : text(url);
}

async function open(config: Config, log: Log, signal: AbortSignal, opened: Opened): Promise<App> {
  const url = await openPostgres(config, log, opened);
  signal.throwIfAborted();
  const redis = await openConfiguredRedis(config, log, opened);
  const steps = await migrate(url);
  if (steps.length > 0) log.info({ steps }, "database migrated");
  signal.throwIfAborted();
  const database = await openDatabase({ url, entities });
  opened.defer(() => within(CLOSE_LIMIT_MS, "closing database connections", log, database.close()));
  const announce: AppDeps["announce"] = (...line) => void opened.announcements.push(line);
  const shared = { config, database, redis, log, announce };
  const app = await buildApp({ ...shared, clock: systemClock, ids: uuidv7Ids(systemClock) });
  opened.defer(() => within(DRAIN_LIMIT_MS, "finishing requests", log, app.close()));
  signal.throwIfAborted();
  return app;
}

async function openPostgres(config: Config, log: Log, opened: Opened): Promise<string> {
  if (config.databaseUrl) {
    await checkServer(config.databaseUrl);
    opened.places.push(["Database", `Postgres at ${addressOf(config.databaseUrl)}`]);
    return config.databaseUrl;
  }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir });
  opened.postgres = postgres;
  opened.defer(() => postgres.stop());
  postgres.onExit(() => opened.failed.resolve(`Postgres ended; its log is ${postgres.logFile}`));
  const { folder, port } = postgres;
  log.debug({ folder, port }, "Postgres started");
  opened.places.push(["Data", `${folder} (Postgres on 127.0.0.1:${port})`]);
  return postgres.url;
}

async function openConfiguredRedis({ redisUrl }: Config, log: Log, opened: Opened) {
  if (!redisUrl) return undefined;
  await checkRedis(redisUrl);
  const redis = openRedis(redisUrl, log);
  opened.defer(() => redis.disconnect());
  opened.places.push(["Redis", new URL(redisUrl).host]);
  return redis;
}
