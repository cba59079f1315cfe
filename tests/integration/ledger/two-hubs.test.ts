import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reviseTerms } from "../../../src/ledger/index.js";
import { poolSql } from "../../../src/shared/database/sql.js";
import { testDatabase } from "../../support/postgres.js";
import type { TestDatabase } from "../../support/postgres.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { histories } from "../../support/reference-history.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import { accruals } from "../../support/reference-positions.js";
import { Traffic } from "../../support/reference-traffic.js";
import type { Step } from "../../support/reference-step.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

let database: TestDatabase;
let hubs: [EngineOnPostgres, EngineOnPostgres];
const timeout = soakTimeout(60_000);

beforeEach(async () => {
  database = await testDatabase();
  hubs = [new EngineOnPostgres(), new EngineOnPostgres()];
  for (const hub of hubs) await hub.start(database.url, { maxBatchItems: 6 });
});
afterEach(async () => {
  for (const hub of hubs) await hub.close();
  await database.close();
});

/** All that several histories do, one after the other, and all of it accruing. */
const traffic = fc
  .array(histories, { minLength: 4, maxLength: 4 })
  .map((many) => many.flatMap(({ batches }) => batches.flatMap(({ groups }) => groups)))
  .map((groups) => groups.map((group) => group.map((one): Step => ({ ...one, accrues: true }))));

const CHANGE = `update account set state = $2, floor_minor = $3, revision = revision + 1
  where id = $1 returning version`;

/** Entries of an account after a version: what it had available before and after, and by what. */
const SINCE = `
  select kind, before, after from (
    select m.kind, e.version, e.balance_after - e.pending_debit_after as after,
      coalesce(lag(e.balance_after - e.pending_debit_after) over (order by e.version), 0) as before
    from entry e join transfer m on m.id = e.transfer_id where e.account_id = $1) e
  where version > $2 order by version`;

interface Since {
  kind: string;
  before: bigint;
  after: bigint;
}

/** Batches that had to be tried again, each a transaction that was rolled back. */
async function conflicts(pool: EngineOnPostgres["pool"]): Promise<number> {
  const { rows } = await pool.query<{ count: bigint }>(
    `select xact_rollback as count from pg_stat_database where datname = current_database()`,
  );
  return Number(rows[0]?.count);
}

describe("two hubs on one database", () => {
  test("post to the same accounts as one hub would", { timeout }, async () => {
    const together = fc.asyncProperty(traffic, async (groups) => {
      const [first, second] = hubs;
      const { world } = await first.newWorld();
      second.join(world);
      const { pool } = first;
      const sent = new Traffic([first.engine, second.engine], world);
      const half = groups.length >> 1;
      const working = sent.send(groups.slice(0, half), 8);
      await reviseTerms(poolSql(pool));
      await working;

      const rest = sent.send(groups.slice(half), 8);
      const { rows: closed } = await pool.query<{ version: bigint }>(CHANGE, [
        world.ids.anna,
        "CLOSED",
        0n,
      ]);
      const { rows: raised } = await pool.query<{ version: bigint }>(CHANGE, [
        world.ids.ben,
        "OPEN",
        4n,
      ]);
      await rest;

      expect(sent.contradictions()).toEqual([]);
      expect(await ledgerFaults(pool)).toEqual([]);
      const { accrued, recomputed } = await accruals(pool, world);
      expect(accrued).toMatchObject(recomputed);
      const afterClosing = await pool.query<Since>(SINCE, [world.ids.anna, closed[0]?.version]);
      expect(afterClosing.rows.filter(({ kind }) => kind !== "VOID")).toEqual([]);
      const afterRaising = await pool.query<Since>(SINCE, [world.ids.ben, raised[0]?.version]);
      const lowered = afterRaising.rows.filter(({ before, after }) => after < before);
      expect(lowered.filter(({ after }) => after < 4n)).toEqual([]);
      const wallet = await pool.query<Since>(SINCE, [world.ids.carla, 0n]);
      expect(wallet.rows.filter(({ after }) => after < 0n)).toEqual([]);
    });
    await fc.assert(together, { numRuns: soakRuns(2, 200), endOnFailure: true });
    // An idle session of Postgres reports its statistics up to ten seconds late.
    await expect.poll(() => conflicts(hubs[0].pool)).toBeGreaterThan(0);
  });
});
