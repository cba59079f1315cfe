import { randomBytes } from "node:crypto";
import { buildApp, type App } from "../../src/app/app.js";
import { entities } from "../../src/app/entities.js";
import { systemClock, type Clock } from "../../src/shared/clock.js";
import { readConfig, type Config } from "../../src/shared/config/read-config.js";
import { openDatabase, type Database } from "../../src/shared/database/database.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { openRedis } from "../../src/shared/redis.js";
import { TEST_KEY, testDatabase } from "./postgres.js";
import { recordingLog, type RecordedLine } from "./recording-log.js";

/** A hub of a test's own: a real server on a free port, on a real Postgres. */
export interface TestHub {
  /** `http://localhost:<port>`; GraphQL is at `/graphql`. */
  url: string;
  /** The first administrator's API key. */
  adminKey: string;
  /** The database beneath it, for a look behind the API. */
  database: Database;
  /** All that the hub logged. */
  log: RecordedLine[];
  /** Sends a document, as the first administrator unless another key is given. */
  graphql<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    key?: string,
  ): Promise<GraphQLAnswer<Data>>;
  /** As `graphql`, and fails the test when there are errors. */
  query<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    key?: string,
  ): Promise<Data>;
  /** Drains it, as a stop would. The database stays. */
  stop(): Promise<void>;
  /** Drains it, and drops its database. */
  close(): Promise<void>;
}

export interface GraphQLAnswer<Data = Record<string, unknown>> {
  status: number;
  headers: Headers;
  data: Data | null;
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

export interface TestHubOptions {
  /** Settings that differ from a test's. */
  config?: Partial<Config>;
  clock?: Clock;
}

/** Starts a hub on a database of its own. */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const own = await testDatabase();
  const adminKey = options.config?.adminKey ?? `tutti_test_${randomBytes(32).toString("hex")}`;
  const database = await openDatabase({ url: own.url, entities });
  const config = { ...readConfig({}, []), ...testConfig(adminKey), ...options.config };
  const clock = options.clock ?? systemClock;
  const { log, lines } = recordingLog();
  const redis = config.redisUrl ? openRedis(config.redisUrl, log) : undefined;
  const deps = { config, database, redis, clock, ids: uuidv7Ids(clock), log };
  const app = await buildApp({ ...deps, announce: () => undefined });
  const { url } = await app.listen();
  const stop = stopOnce(app);
  const graphql = sender(url, adminKey);
  return {
    url,
    adminKey,
    database,
    log: lines,
    graphql,
    stop,
    query: async (...request) => answered(await graphql(...request)),
    async close() {
      await stop();
      redis?.disconnect();
      await database.close();
      await own.close();
    },
  };
}

function testConfig(adminKey: string): Partial<Config> {
  return { adminKey, port: 0, host: "127.0.0.1", keys: TEST_KEY };
}

function stopOnce(app: App): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => (stopped ??= app.close());
}

function sender(url: string, adminKey: string): TestHub["graphql"] {
  return async (query, variables = {}, key = adminKey) => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Omit<GraphQLAnswer<never>, "status" | "headers">;
    return { ...body, status: response.status, headers: response.headers };
  };
}

function answered<Data>({ data, errors }: GraphQLAnswer<Data>): Data {
  if (errors || data === null) throw new Error(`The hub answered ${JSON.stringify(errors)}`);
  return data;
}
