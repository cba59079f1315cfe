import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bigintTypes } from "../../../src/shared/database/connection.js";
import { ORDINARY_DAY } from "../../support/fault-day.js";
import { TAMPERINGS } from "../../support/fault-rows.js";
import { testDatabase } from "../../support/postgres.js";
import type { TestDatabase } from "../../support/postgres.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import { runBeside } from "../../support/reference-run.js";

let database: TestDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  const engine = new EngineOnPostgres();
  await engine.start(database.url);
  for (let day = 0; day < 2; day++) await runBeside(await engine.newWorld(), ORDINARY_DAY);
  await engine.close();
  superuser = new pg.Client({ connectionString: database.adminUrl, types: bigintTypes });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

describe("the proof of the ledger", () => {
  test("finds nothing wrong with what the ledger wrote", async () => {
    expect(await ledgerFaults(superuser)).toEqual([]);
  });

  test.each(TAMPERINGS)("finds $what, changed behind its back", async ({ sql, found }) => {
    await superuser.query("begin");
    try {
      const { rowCount } = await superuser.query(sql);
      expect(rowCount).toBeGreaterThan(0);
      const faults = await ledgerFaults(superuser);
      expect(faults.filter((fault) => found.test(fault))).not.toEqual([]);
    } finally {
      await superuser.query("rollback");
    }
  });
});
