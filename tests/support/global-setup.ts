import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../src/shared/database/embedded-postgres.js";
import { migrate } from "../../src/shared/database/migrate.js";
import { createDatabase, TEMPLATE } from "./test-cluster.js";
import { startRedis } from "./test-redis.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The run's Postgres, as its superuser. */
    postgresAdminUrl: string;
    /** The run's Postgres, as the login that owns the test databases. */
    postgresUrl: string;
    redisUrl: string;
  }
}

/** Nothing in these databases outlives the run: no test waits for it on its way to the disk. */
const VOLATILE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Starts the run's Postgres, with a migrated template in it, and its Redis. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "tutti-tests-"));
  const running = new AsyncDisposableStack();
  running.defer(() => rm(folder, { recursive: true, force: true }));
  try {
    await start(project, folder, running);
  } catch (error) {
    await running.disposeAsync();
    throw error;
  }
  return () => running.disposeAsync();
}

async function start(project: TestProject, folder: string, running: AsyncDisposableStack) {
  await chmod(folder, 0o755); // as root, Postgres runs as a user of its own
  const redis = await startRedis(folder);
  running.defer(() => redis.stop());
  const dataDir = join(folder, "hub");
  const postgres = await startEmbeddedPostgres({ dataDir, settings: VOLATILE });
  running.defer(() => postgres.stop("immediate"));
  await migrate(await createDatabase(postgres.adminUrl, postgres.url, TEMPLATE));
  project.provide("postgresAdminUrl", postgres.adminUrl);
  project.provide("postgresUrl", postgres.url);
  project.provide("redisUrl", redis.url);
}
