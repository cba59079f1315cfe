import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CrashingPostgres } from "../../support/crash-postgres.js";
import { answersOf, resend } from "../../support/crash-resend.js";
import { itemsOf } from "../../support/crash-stream.js";
import { laneConnections } from "../../support/fault-connect.js";
import { ORDINARY_DAY } from "../../support/fault-day.js";
import { FaultyWire, MOMENTS } from "../../support/fault-wire.js";
import type { Fault } from "../../support/fault-wire.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { everyFault } from "../../support/fault-proof.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import { runBeside } from "../../support/reference-run.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

let postgres: CrashingPostgres;
/** What the lanes use, which is struck, and what all else uses. */
let wire: FaultyWire;
let quiet: FaultyWire;
const engine = new EngineOnPostgres();
const timeout = soakTimeout(60_000);

beforeAll(async () => {
  postgres = await CrashingPostgres.start();
  wire = await FaultyWire.open(postgres.url);
  quiet = await FaultyWire.open(postgres.url);
  await engine.start(quiet.through(postgres.url), {
    connect: laneConnections(wire.through(postgres.url)),
    maxBatchItems: 20,
  });
});
afterAll(async () => {
  await engine.close();
  await wire.close();
  await quiet.close();
  await postgres.stop();
});

async function strike(): Promise<void> {
  await postgres.crash();
  for (const each of [wire, quiet]) each.retarget(postgres.url);
}

/** An ordinary day in which Postgres crashes once; false if the day has no such statement. */
async function dayWithCrash(fault: Fault): Promise<boolean> {
  const struck = wire.plan({ ...fault, strike });
  const { actual, expected } = await runBeside(await engine.newWorld(), ORDINARY_DAY, true);
  if (wire.callOff()) return false;
  const where = `${fault.moment} ${await struck}`;
  expect({ where, ...actual }).toEqual({ where, ...expected });
  return true;
}

describe("Postgres that crashes", () => {
  test("does so on settings that keep what is committed", async () => {
    const { rows } = await engine.pool.query(
      `select name, setting from pg_settings
       where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`,
    );
    expect(rows).toEqual([
      { name: "fsync", setting: "on" },
      { name: "full_page_writes", setting: "on" },
      { name: "synchronous_commit", setting: "on" },
    ]);
  });

  test("at a statement loses and doubles nothing", { timeout }, async () => {
    const quick: Fault[] = [
      { named: "post:", after: 1, moment: "IN_FLIGHT" },
      { named: "commit", after: 0, moment: "AFTER" },
    ];
    const statements = soakRuns(0, 200);
    for (const fault of quick) expect(await dayWithCrash(fault)).toBe(true);
    for (let number = 0; number < statements * MOMENTS.length; number++) {
      const moment = MOMENTS[number % MOMENTS.length] ?? "AFTER";
      if (!(await dayWithCrash({ after: Math.floor(number / MOMENTS.length), moment }))) break;
    }
    expect(await everyFault(postgres.url, engine)).toEqual([]);
  });

  test("at random under load loses nothing that was acknowledged", { timeout }, async () => {
    const count = 60;
    const crashed = fc.asyncProperty(fc.integer({ min: 1, max: count / 2 }), async (answered) => {
      const world = await engine.newWorld();
      const acknowledged = new Map<number, string[]>();
      const enough = Promise.withResolvers<void>();
      const posted = Array.from({ length: count }, async (_, n) => {
        const outcomes = await world.post(itemsOf(world.world, n), world.world.startMs);
        acknowledged.set(n, answersOf(outcomes.flat()));
        if (acknowledged.size === answered) enough.resolve();
      });
      await enough.promise;
      await strike();
      expect(acknowledged.size).toBeLessThan(count);
      await Promise.all(posted);
      const { answers, expected, lost, changed, ...stands } = await resend(
        world,
        count,
        acknowledged,
      );
      expect({ lost, changed, answers }).toEqual({ lost: [], changed: [], answers: expected });
      expect(stands.standing).toEqual(stands.expectedStanding);
    });
    await fc.assert(crashed, { numRuns: soakRuns(1, 100), endOnFailure: true });
    expect(await ledgerFaults(engine.pool)).toEqual([]);
  });
});
