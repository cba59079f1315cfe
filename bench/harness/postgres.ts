import { chmod, mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../../src/shared/database/embedded-postgres.js";
import { migrate } from "../../src/shared/database/migrate.js";
import type { BenchContext } from "./bench.js";

/** A Postgres for one bench, the very one that the hub embeds. */
export interface BenchPostgres {
  /** The hub's own database, as the login that owns it; migrated. */
  url: string;
  /** The cluster, as its superuser. */
  adminUrl: string;
  /** The server's process, whose CPU time is worth watching. */
  pid: number;
  /** Makes another database, migrated unless told otherwise. Answers its address. */
  freshDatabase(options?: { migrated?: boolean }): Promise<string>;
}

export interface BenchPostgresOptions {
  /** As a ledger needs it: fsync, synchronous commit and full page writes on, on a real disk. */
  durable: boolean;
  /** Server settings that differ from the hub's. */
  settings?: Record<string, string>;
}

const DURABILITY = ["fsync", "synchronous_commit", "full_page_writes"] as const;
const VOLATILE = Object.fromEntries(DURABILITY.map((name) => [name, "off"]));

/** Linux' magic number of a file system in memory, statfs(2). */
const TMPFS_MAGIC = 0x01021994;

/**
 * Starts an embedded Postgres in a folder of its own; the bench's end stops it and removes the
 * folder. @throws Error when it is to be durable and cannot be
 */
export async function startBenchPostgres(
  context: Pick<BenchContext, "defer" | "fact" | "progress">,
  { durable, settings }: BenchPostgresOptions,
): Promise<BenchPostgres> {
  context.progress("starting Postgres");
  const folder = await mkdtemp(join(tmpdir(), "tutti-bench-"));
  context.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o711); // as root, Postgres runs as a user of its own and must pass
  if (durable) await refuseMemory(folder);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, "hub"),
    settings: { ...(durable ? {} : VOLATILE), ...settings },
  });
  context.defer(() => server.stop("immediate"));
  const about = await describeServer(server.adminUrl);
  if (durable && !about.durable) throw new Error("the bench's Postgres runs without durability");
  context.fact("postgres", `${about.version}, ${about.durable ? "durable" : "not durable"}`);
  await migrate(server.url);
  const { url, adminUrl } = server;
  return { url, adminUrl, pid: about.pid, freshDatabase: databases(url, adminUrl) };
}

async function refuseMemory(folder: string): Promise<void> {
  if ((await statfs(folder)).type !== TMPFS_MAGIC) return;
  throw new Error(`${folder} is in memory, where fsync is free: set TMPDIR to a folder on a disk`);
}

interface ServerDescription {
  version: string;
  durable: boolean;
  pid: number;
}

async function describeServer(adminUrl: string): Promise<ServerDescription> {
  const [row] = await query<{ version: string; off: string; pid: number }>(
    adminUrl,
    `select current_setting('server_version') as version,
            (select count(*) from pg_settings where name = any($1) and setting = 'off') as off,
            split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
    [DURABILITY],
  );
  if (!row) throw new Error("Postgres does not describe itself");
  return { version: row.version, durable: row.off === "0", pid: row.pid };
}

function databases(url: string, adminUrl: string): BenchPostgres["freshDatabase"] {
  let count = 0;
  return async ({ migrated = true } = {}) => {
    const fresh = new URL(url);
    const name = `bench_${++count}`;
    await query(adminUrl, `create database ${name} owner ${fresh.username}`);
    fresh.pathname = `/${name}`;
    if (migrated) await migrate(fresh.href);
    return fresh.href;
  };
}

async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
