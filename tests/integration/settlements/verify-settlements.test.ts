import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  adjustSettlement,
  closeSettlement,
  openSettlements,
  reopenSettlement,
} from "../../../src/settlements/index.js";
import { systemActor } from "../../../src/shared/commands/actor.js";
import { openSettlementWorld, person, type SettlementWorld } from "../../support/settlements.js";
import { verifyDatabase } from "../../support/verify.js";

let world: SettlementWorld;
let owner: pg.Client;

/** A share whose tiers are filled by a quarter: its periods depend on each other. */
const QUARTERLY = {
  clauses: [
    {
      id: "share",
      kind: "REVENUE_SHARE",
      basis: "basis",
      beneficiary: "PARTNER",
      scheme: "GRADUATED",
      tierPeriod: "QUARTER",
      tiers: [
        { from: "0", to: "1000", rate: "0.1" },
        { from: "1000", rate: "0.2" },
      ],
    },
  ],
};

beforeAll(async () => {
  world = await openSettlementWorld("2026-03-10T00:00:00Z");
  owner = new pg.Client({ connectionString: world.rooms.url });
  await owner.connect();
  const jobs = world.rooms.as(systemActor("jobs"));
  const plain = await world.contract();
  const quarterly = await world.contract(QUARTERLY);
  for (const amount of [600n, 700n]) {
    await world.record(plain, "2026-03-09T00:00:00Z", amount);
    await world.record(quarterly, "2026-03-09T00:00:00Z", amount);
  }
  world.clock.set("2026-04-02T00:00:00Z");
  for (const { id } of [plain, quarterly]) {
    const settlementId = await marchOf(id);
    await closeSettlement(jobs, { settlementId });
    await openSettlements(jobs, { contractId: id });
  }
  await world.record(quarterly, "2026-04-01T12:00:00Z", 500n);
  const settlementId = await marchOf(plain.id);
  await reopenSettlement(world.rooms.as(person("kim")), { settlementId, reason: "a late file" });
  await closeSettlement(jobs, { settlementId });
  const adjustment = { settlementId, amountMinor: 70n, reason: "agreed" };
  await adjustSettlement(world.rooms.as(person("kim")), adjustment);
  await reopenSettlement(world.rooms.as(person("kim")), {
    settlementId: await marchOf(quarterly.id),
    reason: "another",
  });
  await owner.query(`create schema kept;
    create table kept.closed_period as select * from closed_period;
    create table kept.position_chain as select * from position_chain`);
});

afterAll(async () => {
  await owner.end();
  await world.close();
});

async function marchOf(contractId: string): Promise<string> {
  const sql = "select id from settlement where contract_id = $1 order by period_start limit 1";
  const { rows } = await world.rooms.database.pool.query<{ id: string }>(sql, [contractId]);
  return rows[0]?.id ?? "";
}

const found = async () => {
  const { faults } = await verifyDatabase(world.rooms.url, { settlementsOnly: true });
  return faults.map(({ check, table }) => `${check}: ${table}`);
};

/** Puts back what was kept of a table. */
const kept = (table: string) =>
  `delete from ${table}; insert into ${table} select * from kept.${table}`;

const CLOSED = [
  "delete from closed_period where reopened_at is null",
  "delete from closed_period where reopened_at is not null",
  "update closed_period set closed_at = closed_at - interval '1 hour'",
  "update closed_period set reopened_at = closed_at where reopened_at is null",
  "update closed_period set reopened_at = null",
  "update closed_period set reopened_at = reopened_at + interval '1 hour'",
  "update closed_period set revision = revision + 1000",
  "update closed_period set revision = (select max(revision) from closed_period)",
  `insert into closed_period select gen_random_uuid(), period_start, closed_at, null, 0
    from closed_period limit 1`,
].map((tamper) => [tamper, kept("closed_period"), "closed-period: closed_period"]);

const CHAINED = [
  "update position_chain set version = version + 1",
  "update position_chain set version = version - 1",
  "delete from position_chain",
  `insert into position_chain select contract_id, 1 from position
    where contract_id not in (select contract_id from position_chain)`,
].map((tamper) => [tamper, kept("position_chain"), "position-chain: position_chain"]);

const added = (table: string, column: string, check: string) => [
  `update ${table} set ${column} = ${column} + 1`,
  `update ${table} set ${column} = ${column} - 1`,
  check,
];

test("settlements that nobody touched are as they should be", async () => {
  const report = await verifyDatabase(world.rooms.url, { settlementsOnly: true });
  expect(report).toMatchObject({ clean: true, faults: [], counts: { positions: 3, entries: 0 } });
  expect(report.counts.transactions).toBeGreaterThan(5);
  expect((await verifyDatabase(world.rooms.url)).faults).toEqual([]);
});

test.each([
  ...CLOSED,
  ...CHAINED,
  ...["due_minor", "payable_minor", "brought_forward_minor", "adjustments_minor"].map((column) =>
    added("settlement", column, "settlement-figures: settlement"),
  ),
  added("adjustment", "amount_minor", "settlement-figures: settlement"),
  added("settlement_transfer", "amount_minor", "settlement-transfer: settlement_transfer"),
])("a verification of settlements finds: %s", async (tamper = "", undo = "", fault = "") => {
  await owner.query(tamper);
  const faults = await found();
  await owner.query(undo);
  expect(faults).toContain(fault);
});

test("positions are recomputed from all transactions, and nothing is kept of it", async () => {
  await owner.query("update position set accrued_minor = accrued_minor + 1");
  const faults = await found();
  await owner.query("update position set accrued_minor = accrued_minor - 1");
  expect(faults).toContain("position-accrued: position");
  expect(await found()).toEqual([]);
});
