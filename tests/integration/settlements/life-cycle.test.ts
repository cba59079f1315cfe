import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  adjustSettlement,
  changeSettlement,
  closeSettlement,
  netSettlements,
  openSettlements,
  reopenSettlement,
  settlementsById,
  type SettlementRow,
} from "../../../src/settlements/index.js";
import { systemActor } from "../../../src/shared/commands/actor.js";
import { openSettlementWorld, person } from "../../support/settlements.js";
import type { SettlementWorld, TestContract } from "../../support/settlements.js";

let world: SettlementWorld;

beforeAll(async () => {
  world = await openSettlementWorld("2026-03-10T00:00:00Z");
});

afterAll(() => world.close());

const jobs = () => world.rooms.as(systemActor("jobs"));
const as = (name: string) => world.rooms.as(person(name));
const refusedAs = (code: string) => expect.objectContaining({ code });

async function settlementsOf({ id }: TestContract): Promise<SettlementRow[]> {
  const { rows } = await world.rooms.database.pool.query<{ id: string }>(
    "select id from settlement where contract_id = $1 order by period_start",
    [id],
  );
  const found = await settlementsById(
    world.rooms.as().sql,
    null,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => found.find((each) => each.id === row.id) ?? []);
}

async function firstOf(contract: TestContract): Promise<SettlementRow> {
  const [first] = await settlementsOf(contract);
  if (!first) throw new Error("no settlement");
  return first;
}

async function accountBalance(purpose: string, reference = ""): Promise<bigint> {
  const { rows } = await world.rooms.database.pool.query<{ balance: bigint }>(
    "select balance from account where purpose = $1 and reference = $2",
    [purpose, reference],
  );
  return rows[0]?.balance ?? 0n;
}

const TABLES = [
  "settlement",
  "settlement_transition",
  "settlement_transfer",
  "account",
  "outbox_event",
];

/** All that a step could change. */
function everything(): Promise<object[][]> {
  const { pool } = world.rooms.database;
  return Promise.all(TABLES.map(async (table) => (await pool.query(`table ${table}`)).rows));
}

/** March with 1,000,000 KRW of GGR, closed on April 1 by the clock: 100,000 KRW are due. */
async function closedMarch(terms?: Record<string, unknown>, amountMinor = 1_000_000n) {
  world.clock.set("2026-03-10T00:00:00Z");
  const contract = await world.contract(terms);
  await world.record(contract, "2026-03-09T00:00:00Z", amountMinor);
  world.clock.set("2026-04-02T00:00:00Z");
  const { id } = await firstOf(contract);
  return { contract, settlement: await closeSettlement(jobs(), { settlementId: id }) };
}

async function giveAccount({ partnerId }: TestContract): Promise<void> {
  await world.rooms.database.pool.query(
    `insert into payout_account (id, partner_id, currency, holder_name, holder_masked, scheme,
       clearing_system, bank_code, number, number_masked, state, created_by, created_at)
     values (gen_random_uuid(), $1, 'KRW', 'Partner', 'P***', 'DOMESTIC', 'KRBOK', '004', '1', '1',
       'ACTIVE', 'test', now())`,
    [partnerId],
  );
}

describe("closing a settlement", () => {
  test("freezes what its position came to, and opens the way to the next", async () => {
    const { contract, settlement } = await closedMarch();
    expect(settlement).toMatchObject({
      state: "CLOSED",
      closing: 1,
      payableMinor: 100_000n,
      broughtForwardMinor: 0n,
      dueMinor: 100_000n,
      carriedForwardMinor: 0n,
      firstDay: "2026-03-01",
      lastDay: "2026-03-31",
    });
    await openSettlements(jobs(), { contractId: contract.id });
    expect((await settlementsOf(contract)).map(({ state }) => state)).toEqual(["CLOSED", "OPEN"]);
  });

  test("is refused while the period goes on, and before an earlier one is closed", async () => {
    world.clock.set("2026-03-10T00:00:00Z");
    const contract = await world.contract();
    const march = await firstOf(contract);
    const early = closeSettlement(jobs(), { settlementId: march.id });
    await expect(early).rejects.toThrow(refusedAs("PERIOD_NOT_OVER"));
    world.clock.set("2026-05-02T00:00:00Z");
    await openSettlements(jobs(), { contractId: contract.id });
    const [, april] = await settlementsOf(contract);
    const skipping = closeSettlement(jobs(), { settlementId: april?.id ?? "" });
    await expect(skipping).rejects.toThrow(refusedAs("EARLIER_PERIOD_OPEN"));
    expect((await settlementsOf(contract)).map(({ state }) => state)).toEqual([
      "OPEN",
      "OPEN",
      "OPEN",
    ]);
  });

  test("carries a negative sum forward, and the next settlement sets it off", async () => {
    const { contract, settlement } = await closedMarch();
    await adjustSettlement(as("kim"), {
      settlementId: settlement.id,
      amountMinor: -150_000n,
      reason: "chargebacks",
    });
    expect(await firstOf(contract)).toMatchObject({ dueMinor: 0n, carriedForwardMinor: -50_000n });
    await openSettlements(jobs(), { contractId: contract.id });
    await world.record(contract, "2026-04-01T12:00:00Z", 2_000_000n);
    world.clock.set("2026-05-02T00:00:00Z");
    const [, april] = await settlementsOf(contract);
    const closed = await closeSettlement(jobs(), { settlementId: april?.id ?? "" });
    expect(closed).toMatchObject({
      payableMinor: 200_000n,
      broughtForwardMinor: -50_000n,
      dueMinor: 150_000n,
    });
    const late = adjustSettlement(as("kim"), {
      settlementId: settlement.id,
      amountMinor: 1n,
      reason: "too late",
    });
    await expect(late).rejects.toThrow(refusedAs("LATER_PERIOD_CLOSED"));
  });
});

describe("a settlement", () => {
  test("is approved by another than those who had a hand in it", async () => {
    const { contract, settlement } = await closedMarch();
    const { id: settlementId } = settlement;
    await adjustSettlement(as("lee"), { settlementId, amountMinor: 5n, reason: "rounding" });
    await changeSettlement(as("kim"), "reconcileSettlement", { settlementId });
    for (const name of ["kim", "lee"]) {
      const own = changeSettlement(as(name), "approveSettlement", { settlementId });
      await expect(own).rejects.toThrow(refusedAs("SECOND_PERSON_REQUIRED"));
    }
    const approved = await changeSettlement(as("park"), "approveSettlement", { settlementId });
    expect(approved).toMatchObject({ state: "APPROVED", dueMinor: 100_005n });
    expect(await accountBalance("PARTNER_PAYABLE", contract.id)).toBe(100_005n);
  });

  test("is not scheduled without an account, and nothing is changed by the refusal", async () => {
    const { contract, settlement } = await closedMarch();
    const { id: settlementId } = settlement;
    await changeSettlement(as("kim"), "reconcileSettlement", { settlementId });
    const approved = await changeSettlement(as("park"), "approveSettlement", { settlementId });
    const schedule = () => changeSettlement(as("kim"), "schedulePayout", { settlementId });
    await expect(schedule()).rejects.toThrow(refusedAs("PAYOUT_ACCOUNT_REQUIRED"));
    expect(await firstOf(contract)).toEqual({ ...approved });
    await giveAccount(contract);
    expect(await schedule()).toMatchObject({ state: "PAYOUT_SCHEDULED" });
  });

  test("is paid together with another contract of the partner, which owes", async () => {
    const { contract, settlement: bringing } = await closedMarch();
    const { contract: other, settlement: owing } = await closedMarch();
    await world.rooms.database.pool.query("update settlement set partner_id = $1 where id = $2", [
      contract.partnerId,
      owing.id,
    ]);
    const cut = { settlementId: owing.id, amountMinor: -130_000n, reason: "chargebacks" };
    await adjustSettlement(as("lee"), cut);
    const settlementIds = [bringing.id, owing.id];
    for (const settlementId of settlementIds) {
      await changeSettlement(as("kim"), "reconcileSettlement", { settlementId });
      await changeSettlement(as("park"), "approveSettlement", { settlementId });
    }
    const withoutAccount = netSettlements(as("kim"), { settlementIds });
    await expect(withoutAccount).rejects.toThrow(refusedAs("PAYOUT_ACCOUNT_REQUIRED"));
    await giveAccount(contract);
    const netted = await netSettlements(as("kim"), { settlementIds });
    const dues = new Map(netted.map(({ id, dueMinor }) => [id, dueMinor]));
    expect(dues).toEqual(
      new Map([
        [bringing.id, 100_000n],
        [owing.id, -30_000n],
      ]),
    );
    expect(new Set(netted.map(({ state }) => state))).toEqual(new Set(["PAYOUT_SCHEDULED"]));
    const withheld = { settlementId: bringing.id, reason: "to be checked" };
    await changeSettlement(as("kim"), "withholdSettlement", withheld);
    expect(await firstOf(other)).toMatchObject({
      state: "APPROVED",
      nettingId: null,
      dueMinor: 0n,
      carriedForwardMinor: -30_000n,
    });
  });

  test("is as it was after a step that is refused, and so is the ledger", async () => {
    const { settlement } = await closedMarch();
    const { id: settlementId } = settlement;
    const skipping = () => changeSettlement(as("park"), "approveSettlement", { settlementId });
    const before = await everything();
    await expect(skipping()).rejects.toThrow(refusedAs("TRANSITION_NOT_ALLOWED"));
    expect(await everything()).toEqual(before);
    await changeSettlement(as("kim"), "reconcileSettlement", { settlementId });
    const reconciled = await everything();
    const own = changeSettlement(as("kim"), "approveSettlement", { settlementId });
    await expect(own).rejects.toThrow(refusedAs("SECOND_PERSON_REQUIRED"));
    expect(await everything()).toEqual(reconciled);
    await changeSettlement(as("park"), "approveSettlement", { settlementId });
    const approved = await everything();
    const schedule = changeSettlement(as("kim"), "schedulePayout", { settlementId });
    await expect(schedule).rejects.toThrow(refusedAs("PAYOUT_ACCOUNT_REQUIRED"));
    expect(await everything()).toEqual(approved);
  });

  test("takes no step that is not in the table, and leaves a log of those it took", async () => {
    const { settlement } = await closedMarch();
    const { id: settlementId } = settlement;
    const skip = changeSettlement(as("park"), "approveSettlement", { settlementId });
    await expect(skip).rejects.toThrow(refusedAs("TRANSITION_NOT_ALLOWED"));
    const silent = changeSettlement(as("kim"), "disputeSettlement", { settlementId });
    await expect(silent).rejects.toThrow(refusedAs("REASON_REQUIRED"));
    await changeSettlement(as("kim"), "disputeSettlement", { settlementId, reason: "counts" });
    const { rows } = await world.rooms.database.pool.query(
      `select from_state, to_state, permission, reason, actor_name, before->>'dueMinor' as due
       from settlement_transition where settlement_id = $1 order by sequence`,
      [settlementId],
    );
    expect(rows.map(Object.values)).toEqual([
      ["OPEN", "CLOSING", "settlement:close", null, "jobs", null],
      ["CLOSING", "CLOSED", "settlement:close", null, "jobs", null],
      ["CLOSED", "DISPUTED", "settlement:dispute", "counts", "kim", "100000"],
    ]);
  });

  test("that is opened again is closed anew; one that others build on is not", async () => {
    const { contract, settlement } = await closedMarch();
    const { id: settlementId } = settlement;
    const reopened = await reopenSettlement(as("kim"), { settlementId, reason: "late file" });
    expect(reopened).toMatchObject({ state: "OPEN", payableMinor: null });
    await world.record(contract, "2026-03-20T00:00:00Z", 500_000n);
    expect(await closeSettlement(jobs(), { settlementId })).toMatchObject({
      state: "CLOSED",
      closing: 2,
      payableMinor: 150_000n,
    });
    await openSettlements(jobs(), { contractId: contract.id });
    world.clock.set("2026-05-02T00:00:00Z");
    const [, april] = await settlementsOf(contract);
    await closeSettlement(jobs(), { settlementId: april?.id ?? "" });
    const late = reopenSettlement(as("kim"), { settlementId, reason: "once more" });
    await expect(late).rejects.toThrow(refusedAs("LATER_PERIOD_CLOSED"));
  });
});
