import { readdir } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate, MIGRATION_TABLE } from "../../../src/shared/database/migrate.js";
import { callerDatabase } from "../../../src/shared/database/caller-database.js";
import { openDatabase } from "../../../src/shared/database/database.js";
import { asHub } from "../../../src/shared/database/connection.js";
import { emptyDatabase, testDatabase, type TestDatabase } from "../../support/postgres.js";

async function run(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

async function stepNames(): Promise<string[]> {
  const files = await readdir(new URL("../../../migrations/", import.meta.url));
  return files.map((file) => file.replace(/\.ts$/, "")).toSorted();
}

describe("migrating an empty database", () => {
  let database: TestDatabase;
  let taken: string[][];

  beforeAll(async () => {
    database = await emptyDatabase();
    taken = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
  });
  afterAll(() => database.close());

  it("takes every step once, in order, however many hubs start at the same time", async () => {
    expect(taken.flat()).toEqual(await stepNames());
    expect(taken.filter((steps) => steps.length > 0)).toHaveLength(1);
  });

  it("takes no step a second time", async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it("leaves the application's role without a right to change the schema", async () => {
    const asApp = asHub(database.url);
    const denied = { code: "42501" };
    await expect(run(asApp, "create table t ()")).rejects.toMatchObject(denied);
    await expect(run(asApp, `delete from ${MIGRATION_TABLE}`)).rejects.toMatchObject(denied);
  });
});

describe("a database that cannot be migrated", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it("is refused when a newer hub has migrated it", async () => {
    await run(database.url, `insert into ${MIGRATION_TABLE} (name) values ('9999-from-later')`);
    await expect(migrate(database.url)).rejects.toThrow(
      /was migrated by a newer Tutti \(step 9999-from-later\)\. Start that version/,
    );
  });

  it("is served by a login that owns nothing, and refused to it while a step is missing", async () => {
    const ready = await testDatabase();
    const name = `serve_${ready.url.slice(-12)}`;
    await run(ready.adminUrl, `create role ${name} login password 'serve'`);
    await run(ready.adminUrl, `grant tutti_hub, tutti_partner to ${name}`);
    const serving = new URL(ready.url);
    serving.username = name;
    serving.password = "serve";
    expect(await migrate(serving.href)).toEqual([]);
    const opened = await openDatabase({ url: serving.href, entities: [] });
    const limited = callerDatabase(opened, []);
    expect((await opened.pool.query("select current_user as role")).rows).toEqual([
      { role: "tutti_hub" },
    ]);
    expect((await limited.pool.query("select current_user as role")).rows).toEqual([
      { role: "tutti_partner" },
    ]);
    await opened.close();
    await run(ready.url, `delete from ${MIGRATION_TABLE} where name like '0018%'`);
    await expect(migrate(serving.href)).rejects.toThrow(/lacks the step 0018-.* `tutti migrate`/s);
    await ready.close();
    await run(database.adminUrl, `drop role ${name}`);
  });

  it("is refused when the login may not do what the steps do", async () => {
    const empty = await emptyDatabase();
    const name = `weak_${empty.url.slice(-12)}`;
    await run(empty.adminUrl, `create role ${name} login password 'weak'`);
    const weak = new URL(empty.url);
    weak.username = name;
    weak.password = "weak";
    await expect(migrate(weak.href)).rejects.toThrow(
      /refuses the user a right that the hub needs\. Make it the owner of the database/,
    );
    await empty.close();
    await run(database.adminUrl, `drop role ${name}`);
  });
});
