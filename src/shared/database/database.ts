import {
  MikroORM,
  PostgreSqlDriver,
  type EntityClass,
  type EntitySchema,
} from "@mikro-orm/postgresql";
import pg from "pg";
import { StartupError } from "../config/startup-error.js";
import { asHub, bigintTypes, CONNECT_LIMIT_MS, entityTypes } from "./connection.js";
import { addressOf, databaseFailure } from "./database-failure.js";
import { serverVersion } from "./cluster.queries.js";
import { returnLost } from "./return-lost.js";

/**
 * The hub's ways into Postgres; all of them work as the role of the hub, which sees all partners'
 * rows. What acts for a caller goes through `callerDatabase`.
 */
export interface Database {
  /** Entities; fork its EntityManager per request and event. */
  orm: MikroORM;
  /** Hand-written SQL (*.queries.ts); int8 arrives as bigint. */
  pool: pg.Pool;
  /** A connection of the caller's own, who ends it: posting lanes hold one each. No time limit. */
  connect(): Promise<pg.Client>;
  /** Waits for the queries under way, then closes all pools and entity connections. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  entities: readonly (EntityClass | EntitySchema)[];
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** Connections of the SQL pool, and as many again for entities. */
  poolSize?: number;
  /** A statement of the pools that runs longer is ended by Postgres. */
  statementTimeoutMs?: number;
}

/** The oldest major version with MERGE, and with today's rights on the schema public. */
const OLDEST_SERVER = 15;

/**
 * Opens the application's connections, after migrate().
 * @throws StartupError when the server cannot be used, with the reason and the remedy
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const shared = {
    connectionString: asHub(options.url),
    application_name: options.applicationName ?? "tutti",
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
  };
  const limits = {
    max: options.poolSize ?? 10,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
  };
  const pool = new pg.Pool({ ...shared, ...limits, types: bigintTypes });
  pool.on("error", () => undefined); // an idle connection broke; the pool has let go of it already
  await probe(pool, options.url);
  const orm = await openOrm(options, { ...shared, ...limits, types: entityTypes });
  return {
    orm,
    pool,
    connect: () => connect({ ...shared, types: bigintTypes }),
    close: async () => void (await Promise.all([orm.close(), pool.end()])),
  };
}

async function probe(pool: pg.Pool, url: string): Promise<void> {
  try {
    await pool.query("select");
  } catch (error) {
    await pool.end();
    throw databaseFailure(error, url);
  }
}

function openOrm(options: DatabaseOptions, driverOptions: pg.PoolConfig): Promise<MikroORM> {
  return MikroORM.init({
    driver: PostgreSqlDriver,
    clientUrl: options.url,
    driverOptions: { ...driverOptions, onPoolCreated: returnLost },
    entities: [...options.entities],
    discovery: { warnWhenNoEntities: false },
    forceUtcTimezone: true,
    debug: false,
  });
}

async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  client.on("error", () => undefined); // its next query fails with the same error
  await client.connect();
  return client;
}

function asUnusable(error: unknown, url: string): StartupError {
  if (error instanceof StartupError) return error;
  const why = error instanceof Error ? error.message : String(error);
  const problem = `Postgres at ${addressOf(url)} cannot be used: ${why}.`;
  return new StartupError(problem, "Correct DATABASE_URL.", 1, { cause: error });
}

class ServerTooOld extends StartupError {
  constructor(url: string, version: number, oldest: number) {
    super(
      `Postgres at ${addressOf(url)} is version ${version}; ${oldest} is the oldest that works.`,
      "Upgrade it, or set DATABASE_URL to a newer one.",
    );
  }
}

/**
 * Checks that a Postgres can be reached and is new enough.
 * @throws StartupError
 */
export async function checkServer(url: string, oldest = OLDEST_SERVER): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const version = Math.floor((await serverVersion(client)) / 10_000);
    if (version < oldest) throw new ServerTooOld(url, version, oldest);
  } catch (error) {
    throw asUnusable(databaseFailure(error, url), url);
  } finally {
    await client.end().catch(() => undefined);
  }
}
