import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, dropDatabase, TEMPLATE } from "./test-cluster.js";

/** A key that wraps the data keys of tests. */
export const TEST_KEY = Buffer.from("a key of tests, of thirty-two b.").toString("base64");

/** A database of a test's own. */
export interface TestDatabase {
  /** As the login that owns it; openDatabase() makes the application's role of it. */
  url: string;
  /** As the cluster's superuser. */
  adminUrl: string;
  /** Drops it. */
  close(): Promise<void>;
}

/** A fresh, migrated database: a copy of the run's template. */
export async function testDatabase(): Promise<TestDatabase> {
  return make(TEMPLATE);
}

/** A fresh database with nothing in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return make("template1");
}

async function make(source: string): Promise<TestDatabase> {
  const cluster = inject("postgresAdminUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = await createDatabase(cluster, inject("postgresUrl"), name, source);
  const adminUrl = new URL(cluster);
  adminUrl.pathname = `/${name}`;
  return { url, adminUrl: adminUrl.href, close: () => dropDatabase(cluster, name) };
}
