import { afterAll, beforeAll, expect, test } from "vitest";
import { poolSql, transactionSql } from "../../../src/shared/database/sql.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";

let rooms: TestRooms;

beforeAll(async () => {
  rooms = await openTestRooms();
});

afterAll(() => rooms.close());

test("SQL reads the same types inside a command's transaction as on the pool", async () => {
  const statement = `select 9223372036854775807 as int8,
    timestamptz '2026-01-01 09:00+09' as moment,
    '{"a": [1]}'::jsonb as json, '\\x00ff'::bytea as bytes, array['a', 'b'] as texts, true as yes,
    1 as int4, 1.50 as exact, '0197a3c2-5b1e-7c44-9d10-0123456789ab'::uuid as id, null as nothing`;
  const [onPool] = await poolSql(rooms.database.pool).rows(statement);
  const [inside] = await rooms.database.orm.em
    .fork()
    .transactional((em) => transactionSql(em).rows(statement));
  expect(inside).toEqual(onPool);
  expect(inside).toMatchObject({
    int8: 9_223_372_036_854_775_807n,
    moment: new Date("2026-01-01T00:00:00Z"),
    exact: "1.50",
  });
});

test("SQL outside a transaction is refused where one is expected", () => {
  expect(() => transactionSql(rooms.database.orm.em.fork())).toThrow("no transaction open");
});
