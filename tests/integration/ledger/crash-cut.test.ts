import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { laneConnections } from "../../support/fault-connect.js";
import { ORDINARY_DAY, RUSH_HOUR } from "../../support/fault-day.js";
import { FaultyWire, MOMENTS } from "../../support/fault-wire.js";
import type { Fault } from "../../support/fault-wire.js";
import { testDatabase } from "../../support/postgres.js";
import type { TestDatabase } from "../../support/postgres.js";
import { Stream, standing, verdicts } from "../../support/reference-batching.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { everyFault } from "../../support/fault-proof.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import { ReferenceLedger } from "../../support/reference-ledger.js";
import { pageOf } from "../../support/reference-pages.js";
import { learn, runBeside } from "../../support/reference-run.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

let database: TestDatabase;
let wire: FaultyWire;
let engine: EngineOnPostgres;
const timeout = soakTimeout(60_000);

beforeEach(async () => {
  database = await testDatabase();
  wire = await FaultyWire.open(database.url);
});
afterEach(async () => {
  await wire.close();
  await database.close();
});

async function startEngine(maxBatchItems?: number): Promise<void> {
  engine = new EngineOnPostgres();
  const connect = laneConnections(wire.through(database.url));
  await engine.start(database.url, { connect, ...(maxBatchItems && { maxBatchItems }) });
}

/** Statements between a broken connection and the next batch. */
const RECONNECTING = 8;

/**
 * The faults of a piece of work, in turn, until there are fewer statements in it than that: every
 * second one, with the moments in turn, or all of them at all moments.
 */
async function strikeEach(work: (fault: Fault) => Promise<boolean>): Promise<void> {
  const all = soakRuns(0, 1) > 0;
  for (let number = 0, more = true; more; number++) {
    const after = all ? Math.floor(number / MOMENTS.length) : 2 * number;
    more = await work({ after, moment: MOMENTS[number % MOMENTS.length] ?? "AFTER" });
  }
}

describe("a connection that is cut at any statement, at any moment of it", () => {
  test("neither loses nor doubles anything of an ordinary day", { timeout }, async () => {
    await startEngine();
    await strikeEach(async (fault) => {
      const struck = wire.plan(fault);
      const { actual, expected } = await runBeside(await engine.newWorld(), ORDINARY_DAY, true);
      if (wire.callOff()) return false;
      const where = `${fault.moment} ${await struck}`;
      expect({ where, ...actual }).toEqual({ where, ...expected });
      return true;
    });
    expect(await everyFault(database.url, engine)).toEqual([]);
    await engine.close();
  });

  test("and once more while it is made anew, does neither", { timeout }, async () => {
    await startEngine();
    await strikeEach(async ({ after, moment }) => {
      const lost = wire.plan({ after: 0, named: "post", moment: "AFTER" });
      const again = lost.then(() => wire.plan({ after, moment }));
      const { actual, expected } = await runBeside(await engine.newWorld(), ORDINARY_DAY, true);
      const where = `${moment} of statement ${after} after ${await lost}`;
      const fired = !wire.callOff();
      expect({ where, ...actual }).toEqual({ where, ...expected });
      if (fired) await again;
      return fired && after < RECONNECTING;
    });
    expect(await ledgerFaults(engine.pool)).toEqual([]);
    await engine.close();
  });

  test(
    "neither loses nor doubles anything that was sent without waiting",
    { timeout },
    async () => {
      await strikeEach(async (fault) => {
        await startEngine(1); // anew, for a lane that has met a known id looks ids up for a while
        const { world, post, page } = await engine.newWorld();
        const groups = new Stream(RUSH_HOUR).items(world);
        const reference = new ReferenceLedger(world.accounts, world.contracts);
        const expected = groups.flatMap((group) => reference.post([group], world.startMs).flat());
        const struck = wire.plan(fault);
        const sent = await Promise.all(groups.map((group) => post([group], world.startMs)));
        const fired = !wire.callOff();
        const where = fired ? `${fault.moment} ${await struck}` : "";
        learn(new Map(), groups.flat(), sent.flat().flat(), expected);
        const posted = verdicts(sent.flat()).map((verdict) =>
          verdict.replace("REPLAYED", "POSTED"),
        );
        expect({ where, posted: new Set(posted) }).toEqual({ where, posted: new Set(["POSTED"]) });
        expect({ where, ...standing(await page()) }).toEqual({
          where,
          ...standing(pageOf(world, reference.book)),
        });
        expect(await ledgerFaults(engine.pool)).toEqual([]);
        await engine.close();
        return fired;
      });
    },
  );
});
