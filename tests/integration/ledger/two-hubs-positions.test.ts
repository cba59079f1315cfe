import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reviseTerms } from "../../../src/ledger/index.js";
import { poolSql } from "../../../src/shared/database/sql.js";
import { laneConnections } from "../../support/fault-connect.js";
import { FaultyWire } from "../../support/fault-wire.js";
import { testDatabase } from "../../support/postgres.js";
import type { TestDatabase } from "../../support/postgres.js";
import { verdicts } from "../../support/reference-batching.js";
import { EngineOnPostgres } from "../../support/reference-engine.js";
import { ledgerFaults } from "../../support/reference-invariants.js";
import type { World } from "../../support/reference-pages.js";
import { accruals } from "../../support/reference-positions.js";
import { itemOf } from "../../support/reference-run.js";
import type { AccountName, Step } from "../../support/reference-step.js";

let database: TestDatabase;
let wire: FaultyWire;
const first = new EngineOnPostgres();
const second = new EngineOnPostgres();

beforeEach(async () => {
  database = await testDatabase();
  wire = await FaultyWire.open(database.url);
  await first.start(database.url);
  await second.start(database.url, { connect: laneConnections(wire.through(database.url)) });
});
afterEach(async () => {
  await second.close();
  await first.close();
  await wire.close();
  await database.close();
});

/** A transaction that counts towards acme's position. */
function counted(world: World, externalId: string, amountMinor: bigint, way: AccountName[]) {
  const [debit = "cash", credit = "anna"] = way;
  const step: Step = {
    partner: "acme",
    externalId,
    type: "bet",
    direction: "IN",
    amountMinor,
    currency: "EUR",
    occurredAfterMs: 0,
    reference: null,
    accrues: true,
    operation: {
      kind: "TRANSFER",
      legs: [{ debit, credit, amountMinor, currency: "EUR", code: "BET" }],
    },
  };
  return [[itemOf(world, new Map(), step)]];
}

async function post({ engine }: EngineOnPostgres, groups: ReturnType<typeof counted>) {
  return verdicts((await engine.submit(groups)).outcomes);
}

describe("two hubs that accrue under one contract", () => {
  test("both count, also where nothing is owed yet and no account is shared", async () => {
    const { world } = await first.newWorld();
    second.join(world);
    const held = wire.holdBack("post:mpr");
    const later = post(second, counted(world, "two", 1n, ["shares", "ben"]));
    await held.reached;
    expect(await post(first, counted(world, "one", 1n, ["cash", "anna"]))).toEqual(["POSTED"]);
    held.letGo();
    expect(await later).toEqual(["POSTED"]);
    const { rows } = await first.pool.query("select segments, accrued_minor from position");
    expect(rows).toEqual([{ segments: { 1: { "bet:IN": ["2", "2"] } }, accrued_minor: 0n }]);
    expect(await ledgerFaults(first.pool)).toEqual([]);
  });

  test("accrue under the contract as it is when they commit", async () => {
    const { world } = await first.newWorld();
    second.join(world);
    const held = wire.holdBack("post:mpr");
    const later = post(second, counted(world, "late", 100n, ["cash", "anna"]));
    await held.reached;
    for (const contract of world.contracts) contract.shareBasisPoints = 5_000n;
    await reviseTerms(poolSql(first.pool));
    held.letGo();
    expect(await later).toEqual(["POSTED"]);
    const { accrued, recomputed } = await accruals(first.pool, world);
    expect(Object.values(accrued)).toEqual([50n]);
    expect(accrued).toEqual(recomputed);
    expect(await ledgerFaults(first.pool)).toEqual([]);
  });
});
