import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "../../../src/shared/database/database.js";
import { transactionSql } from "../../../src/shared/database/sql.js";
import { PreparedTexts } from "../../../src/shared/database/prepared-texts.js";
import { testDatabase, type TestDatabase } from "../../support/postgres.js";

describe("the application's connections", () => {
  let database: TestDatabase;
  let opened: Database;

  beforeAll(async () => {
    database = await testDatabase();
    opened = await openDatabase({ url: database.url, entities: [] });
  });
  afterAll(async () => {
    await opened.close();
    await database.close();
  });

  const role = "select current_user as role, session_user as login";

  it("works as the hub in the SQL pool", async () => {
    const { rows } = await opened.pool.query(role);
    expect(rows).toEqual([{ role: "tutti_hub", login: "tutti" }]);
  });

  it("works as the hub through entities", async () => {
    const rows = await opened.orm.em.fork().execute(role);
    expect(rows).toEqual([{ role: "tutti_hub", login: "tutti" }]);
  });

  it("works as the hub on a lane's own connection", async () => {
    const client = await opened.connect();
    const { rows } = await client.query(role);
    await client.end();
    expect(rows).toEqual([{ role: "tutti_hub", login: "tutti" }]);
  });

  it("reads 64-bit integers as bigint, alone and beside other types", async () => {
    const { rows } = await opened.pool.query("select 9007199254740993::int8 as n, 1::int4 as i");
    expect(rows).toEqual([{ n: 9007199254740993n, i: 1 }]);
  });

  it("gets over connections that break within transactions, however many", async () => {
    const few = await openDatabase({ url: database.url, entities: [], poolSize: 2 });
    const transact = (...work: string[]) =>
      few.orm.em.fork().transactional(async (em) => {
        let rows: object[] = [];
        for (const sql of work) rows = await transactionSql(em).rows(sql);
        return rows;
      });
    for (let broken = 0; broken < 5; broken += 1) {
      const end = transact("set role none", "select pg_terminate_backend(pg_backend_pid())");
      await expect(end).rejects.toMatchObject({ code: "57P01" });
    }
    const both = [transact("select 1 as n"), transact("select 2 as n")];
    expect(await Promise.all(both)).toEqual([[{ n: 1 }], [{ n: 2 }]]);
    await few.close();
  });

  it("may not make tables", async () => {
    await expect(opened.pool.query("create table t ()")).rejects.toMatchObject({ code: "42501" });
  });

  it("has Postgres keep the plan of what comes again, until a column changes", async () => {
    const owner = new pg.Client(database.url);
    await owner.connect();
    await owner.query("create table probe (n int4); insert into probe values (1)");
    await owner.query("grant select on probe to tutti_hub");
    const text = "select * from probe where n is not null";
    const texts = new PreparedTexts();
    for (let times = 0; times < 6; times++) await texts.run(opened.pool, text, []);
    const { rows } = await opened.pool.query<{ statement: string }>(
      "select statement from pg_prepared_statements",
    );
    expect(rows).toEqual([{ statement: text }]);
    await owner.query("alter table probe alter n type text");
    await owner.end();
    await expect(texts.run(opened.pool, text, [])).rejects.toMatchObject({ code: "0A000" });
    expect((await texts.run(opened.pool, text, [])).rows).toEqual([{ n: "1" }]);
  });

  it("ends a statement of the pool that takes too long", async () => {
    const short = await openDatabase({ url: database.url, entities: [], statementTimeoutMs: 50 });
    await expect(short.pool.query("select pg_sleep(10)")).rejects.toMatchObject({ code: "57014" });
    await short.close();
  });
});
