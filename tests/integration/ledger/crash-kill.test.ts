import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CrashHub } from "../../support/crash-process.js";
import { resend } from "../../support/crash-resend.js";
import { FaultyWire, MOMENTS } from "../../support/fault-wire.js";
import type { Moment } from "../../support/fault-wire.js";
import { testDatabase } from "../../support/postgres.js";
import type { TestDatabase } from "../../support/postgres.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { everyFault } from "../../support/fault-proof.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

let database: TestDatabase;
let wire: FaultyWire;
let engine: EngineOnPostgres;
const timeout = soakTimeout(60_000);

beforeEach(async () => {
  database = await testDatabase();
  wire = await FaultyWire.open(database.url);
  engine = new EngineOnPostgres();
  await engine.start(database.url);
});
afterEach(async () => {
  await engine.close();
  await wire.close();
  await database.close();
});

type World = Awaited<ReturnType<EngineOnPostgres["newWorld"]>>;

const ALL = { count: 24, atOnce: 6 };

function startHub({ names }: World): CrashHub {
  return new CrashHub({ url: wire.through(database.url), names, first: 0, ...ALL });
}

/** Sends all of it once more, to another hub. */
async function expectNothingLost(world: World, { acknowledged }: CrashHub): Promise<void> {
  const { answers, expected, lost, changed, ...stands } = await resend(
    world,
    ALL.count,
    acknowledged,
  );
  expect({ lost, changed, answers }).toEqual({ lost: [], changed: [], answers: expected });
  expect(stands.standing).toEqual(stands.expectedStanding);
}

describe("a hub that is killed", () => {
  const statements = "accounts post: begin accounts:lock commit identities".split(" ");
  const everywhere = statements.flatMap((named) => MOMENTS.map((moment) => ({ named, moment })));
  const quick: { named: string; moment: Moment }[] = [
    { named: "post:", moment: "BEFORE" },
    { named: "post:", moment: "AFTER" },
    { named: "commit", moment: "IN_FLIGHT" },
  ];

  test("at a statement has lost nothing that it acknowledged", { timeout }, async () => {
    for (const { named, moment } of soakRuns(0, 1) ? everywhere : quick) {
      const world = await engine.newWorld();
      const hub = startHub(world);
      await wire.plan({ named, moment, after: 3, strike: () => hub.kill() });
      await expectNothingLost(world, hub);
    }
    expect(await everyFault(database.url, engine)).toEqual([]);
  });

  test("at random under load has lost nothing that it acknowledged", { timeout }, async () => {
    const killed = fc.asyncProperty(fc.integer({ min: 1, max: ALL.count }), async (answered) => {
      const world = await engine.newWorld();
      const hub = startHub(world);
      await hub.hasAnswered(answered);
      await hub.kill();
      expect(hub.acknowledged.size).toBeGreaterThanOrEqual(answered);
      await expectNothingLost(world, hub);
    });
    await fc.assert(killed, { numRuns: soakRuns(1, 100), endOnFailure: true });
    expect(await ledgerFaults(engine.pool)).toEqual([]);
  });
});
