import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPartner } from "../../../src/partners/index.js";
import { cancelContractVersion } from "../../../src/settlements/cancel-contract-version.js";
import { endContract } from "../../../src/settlements/end-contract.js";
import { createContract, findContracts } from "../../../src/settlements/index.js";
import { moveContractVersion } from "../../../src/settlements/move-contract-version.js";
import { scheduleContractVersion } from "../../../src/settlements/schedule-contract-version.js";
import { systemActor } from "../../../src/shared/commands/actor.js";
import { poolSql } from "../../../src/shared/database/sql.js";
import { flatShare, type FlatShare } from "../../support/contracts.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";

let rooms: TestRooms;
let number = 0;
let partnerId: string;
let contractId: string;

const clock = { now: () => new Date("2026-03-10T03:00:00Z") };

beforeAll(async () => {
  rooms = await openTestRooms(clock);
});

afterAll(() => rooms.close());

beforeEach(async () => {
  number += 1;
  const input = { code: `partner-${number}`, name: "Star Games", kind: "GAME_PROVIDER" } as const;
  partnerId = (await createPartner(rooms.as(), input)).id;
  contractId = await contractOf(flatShare());
});

async function contractOf(terms: unknown, more: object = {}): Promise<string> {
  const code = `contract-${(number += 1)}`;
  const input = { partnerId, code, effectiveFrom: "2026-01-01", terms, ...more };
  return (await createContract(rooms.as(), input)).id;
}

const schedule = (effectiveFrom: string, changes: FlatShare = {}, more: object = {}) =>
  scheduleContractVersion(rooms.as(), {
    contractId,
    effectiveFrom,
    terms: flatShare({ rate: "0.2", ...changes }),
    ...more,
  });

const move = (version: number, effectiveFrom: string) =>
  moveContractVersion(rooms.as(), {
    contractId,
    number: version,
    effectiveFrom,
    reason: "signed later",
  });

const cancel = (version: number) =>
  cancelContractVersion(rooms.as(), { contractId, number: version, reason: "not signed" });

const end = (effectiveTo: string) =>
  endContract(rooms.as(), { contractId, effectiveTo, reason: "notice given" });

const refused = (code: string, ...inputPath: (string | number)[]) =>
  expect.objectContaining(inputPath.length > 0 ? { code, inputPath } : { code });

async function agreed(): Promise<{ days: string[]; lastDay: string | null }> {
  const found = await findContracts(poolSql(rooms.database.pool), partnerId);
  const contract = found.find(({ id }) => id === contractId)?.contract;
  const days = contract?.versions.map((each) => `${each.number}: ${each.effectiveFrom}`) ?? [];
  return { days, lastDay: contract?.lastDay ?? null };
}

async function stateOf(table: string): Promise<unknown> {
  const { rows } = await rooms.database.pool.query(`select * from ${table} order by 1, 2`);
  return rows;
}

describe("a version of a contract", () => {
  test("takes effect on its day, is moved, and is cancelled; its number is not used again", async () => {
    const scheduled = await schedule("2026-04-01");
    expect(scheduled).toMatchObject({ number: 2, contract: { version: 2 } });
    expect(await agreed()).toMatchObject({ days: ["1: 2026-01-01", "2: 2026-04-01"] });
    expect(await move(2, "2026-05-01")).toMatchObject({ contract: { version: 3 } });
    expect(await agreed()).toMatchObject({ days: ["1: 2026-01-01", "2: 2026-05-01"] });
    expect(await cancel(2)).toMatchObject({ contract: { version: 4 } });
    expect(await agreed()).toMatchObject({ days: ["1: 2026-01-01"] });
    expect(await schedule("2026-05-01")).toMatchObject({ number: 3 });
  });

  test("begins after today, and after what is recorded", async () => {
    const past = schedule("2026-03-10");
    await expect(past).rejects.toThrow(refused("CONTRACT_VERSION_IN_FORCE", "effectiveFrom"));
    await expect(schedule("2026-03-11")).resolves.toMatchObject({ number: 2 });
    await expect(move(2, "2026-03-01")).rejects.toThrow(refused("CONTRACT_VERSION_IN_FORCE"));
    await expect(move(1, "2026-04-01")).rejects.toThrow(refused("CONTRACT_VERSION_IN_FORCE"));
    await expect(cancel(1)).rejects.toThrow(refused("CONTRACT_VERSION_IN_FORCE"));
    await expect(cancel(7)).rejects.toThrow(refused("CONTRACT_VERSION_IN_FORCE"));
  });

  test("does not overlap another, keeps the currency, and changes no period's rhythm", async () => {
    await schedule("2026-04-01");
    const same = schedule("2026-04-01");
    await expect(same).rejects.toThrow(refused("CONTRACT_VERSIONS_OVERLAP", "effectiveFrom"));
    const dollars = schedule("2026-05-01", { currency: "USD" });
    await expect(dollars).rejects.toThrow(refused("CONTRADICTORY_TERMS"));
    const weekly = { ...flatShare(), cycle: { rhythm: { kind: "WEEKLY" } } };
    const within = scheduleContractVersion(rooms.as(), {
      contractId,
      effectiveFrom: "2026-04-15",
      terms: weekly,
    });
    await expect(within).rejects.toThrow(refused("CONTRACT_VERSION_WITHIN_PERIOD"));
  });

  test("may not count a currency that another contract counts", async () => {
    await contractOf(flatShare({ currency: "USD" }));
    const rateSource = { kind: "FIXED", rates: [{ currency: "USD", rate: "1400" }] };
    const terms = { ...flatShare(), rateSource };
    const input = { contractId, effectiveFrom: "2026-04-01", terms };
    const both = scheduleContractVersion(rooms.as(), input);
    await expect(both).rejects.toThrow(refused("CONTRACT_OVERLAPS"));
  });

  test("that is refused changes nothing", async () => {
    const tables = ["contract", "contract_version", "terms_revision"];
    await schedule("2026-05-01");
    const before = await Promise.all(tables.map(stateOf));
    const same = schedule("2026-05-01");
    await expect(same).rejects.toThrow(refused("CONTRACT_VERSIONS_OVERLAP", "effectiveFrom"));
    const [share] = flatShare().clauses;
    const gap = [
      { from: "0", to: "100", rate: "0.1" },
      { from: "200", rate: "0.2" },
    ];
    const clauses = [{ ...share, scheme: "GRADUATED", tiers: gap }];
    const holes = schedule("2026-04-01", {}, { terms: { ...flatShare(), clauses } });
    await expect(holes).rejects.toThrow(
      refused("TIERS_HAVE_GAP", "terms", "clauses", 0, "tiers", 0, "to"),
    );
    await expect(schedule("2026-03-10")).rejects.toThrow(refused("CONTRACT_VERSION_IN_FORCE"));
    await expect(schedule("2026-04-01", { rate: "1.5" })).rejects.toThrow(
      refused("RATE_ABOVE_ONE", "terms", "clauses", 0, "tiers", 0, "rate"),
    );
    expect(await Promise.all(tables.map(stateOf))).toEqual(before);
  });

  test("of which two are scheduled at once get two numbers", async () => {
    const made = await Promise.all([schedule("2026-04-01"), schedule("2026-05-01")]);
    expect(new Set(made.map((each) => each.number))).toEqual(new Set([2, 3]));
  });

  test("decided on an older version of the contract, or of one not seen, is refused", async () => {
    await schedule("2026-04-01", {}, { expectedVersion: 1 });
    const late = schedule("2026-05-01", {}, { expectedVersion: 1 });
    await expect(late).rejects.toThrow(refused("VERSION_CONFLICT"));
    const other = rooms.as({ ...systemActor("limited"), scope: [rooms.as().ids.next()] });
    const unseen = endContract(other, { contractId, effectiveTo: "2026-12-31", reason: "x" });
    await expect(unseen).rejects.toThrow(refused("CONTRACT_NOT_FOUND"));
  });

  test("has its effect once under one key, and is told as a fact", async () => {
    const input = { idempotencyKey: `key ${contractId}` };
    const first = await schedule("2026-04-01", {}, input);
    expect(await schedule("2026-04-01", {}, input)).toEqual(first);
    const { rows } = await rooms.database.pool.query(
      `select facts from audit_event where command = 'scheduleContractVersion'
       order by sequence desc`,
    );
    expect(JSON.stringify(rows[0])).toContain(contractId);
  });
});

describe("a contract's end", () => {
  test("is set, put off, and kept from what has been", async () => {
    await end("2026-12-31");
    expect(await agreed()).toMatchObject({ lastDay: "2026-12-31" });
    await end("2027-06-30");
    await end("2026-03-10");
    await expect(end("2026-03-09")).rejects.toThrow(
      refused("CONTRACT_ENDS_TOO_EARLY", "effectiveTo"),
    );
    const { rows } = await rooms.database.pool.query("select ends_at from contract where id = $1", [
      contractId,
    ]);
    expect(rows).toEqual([{ ends_at: new Date("2026-03-10T15:00:00Z") }]);
  });

  test("leaves no scheduled version beyond it, and no day to two contracts", async () => {
    await schedule("2026-06-01");
    await expect(end("2026-05-31")).rejects.toThrow("version 2 takes effect on 2026-06-01");
    await end("2026-06-30");
    await contractOf(flatShare(), { effectiveFrom: "2026-07-01" });
    await expect(end("2026-07-01")).rejects.toThrow(refused("CONTRACT_OVERLAPS"));
  });
});

describe("periods that are listed", () => {
  const listed = (...boundaries: string[]) => ({
    ...flatShare(),
    cycle: { rhythm: { kind: "MANUAL", boundaries } },
  });

  test("cover the contract, and a version that lists more can put off its end", async () => {
    await end("2026-03-31");
    const dates = ["2026-04-01", "2026-05-01", "2026-06-30"];
    const open = contractOf(listed(...dates), { effectiveFrom: "2026-04-01" });
    await expect(open).rejects.toThrow(
      refused("CONTRADICTORY_TERMS", "terms", "cycle", "rhythm", "boundaries"),
    );
    const span = { effectiveFrom: "2026-04-01", effectiveTo: "2026-06-30" };
    contractId = await contractOf(listed(...dates), span);
    await expect(end("2026-07-01")).rejects.toThrow(refused("CONTRADICTORY_TERMS"));
    const more = { effectiveFrom: "2026-07-01", effectiveTo: "2026-09-30" };
    const terms = listed("2026-07-01", "2026-08-15", "2026-09-30");
    await scheduleContractVersion(rooms.as(), { contractId, terms, ...more });
    expect(await agreed()).toEqual({
      days: ["1: 2026-04-01", "2: 2026-07-01"],
      lastDay: "2026-09-30",
    });
  });
});
