import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepPartitions, recordTransactions } from "../../../src/ledger/index.js";
import { closePeriod, openPeriods, releaseReserves } from "../../../src/settlements/index.js";
import { settlementJobs } from "../../../src/settlements/settlement.job.js";
import { openSettlementWorld, type SettlementWorld } from "../../support/settlements.js";

let world: SettlementWorld;

beforeAll(async () => {
  world = await openSettlementWorld("2026-01-10T00:00:00Z");
});
afterAll(() => world.close());

const CYCLE = { rhythm: { kind: "MONTHLY" } };
const FEE = { id: "fee", kind: "FIXED_FEE", beneficiary: "PARTNER", amountMinor: "31000" };
const SHARE = {
  id: "share",
  kind: "REVENUE_SHARE",
  basis: "ggr",
  beneficiary: "PARTNER",
  scheme: "FLAT",
  tiers: [{ from: "0", rate: "0.10" }],
};
const RESERVE = {
  id: "reserve",
  kind: "ROLLING_RESERVE",
  rate: "0.20",
  of: ["share"],
  heldBy: "PLATFORM",
  releaseAfterDays: 30,
};

function terms(clauses: object[], changes: object = {}) {
  const bases = [{ id: "ggr", kind: "GGR" }];
  return { currency: "KRW", cycle: CYCLE, bases, clauses, ...changes };
}

async function accrued(contractId: string): Promise<bigint[]> {
  const rows = await world.ledger.sql.rows<{ accrued: bigint }>(
    `select accrued_minor as accrued from position where contract_id = $1 order by period_start`,
    [contractId],
  );
  return rows.map((row) => row.accrued);
}

async function balances(contractId: string): Promise<Record<string, bigint>> {
  const rows = await world.ledger.sql.rows<{ purpose: string; balance: bigint }>(
    "select purpose, balance from account where reference = $1 order by purpose",
    [contractId],
  );
  return Object.fromEntries(rows.map(({ purpose, balance }) => [purpose, balance]));
}

describe("a period with a fixed fee", () => {
  test("is opened once it has begun, with its fee, and once only", async () => {
    const fee = await world.contract(terms([{ ...FEE, proration: "FULL" }]));
    const plain = await world.contract(terms([SHARE]));
    world.clock.set("2026-02-03T00:00:00Z");
    await openPeriods(world.rooms.as());
    const months = await accrued(fee.id);
    expect(months.length).toBeGreaterThan(0);
    expect(new Set(months)).toEqual(new Set([31000n]));
    expect(await accrued(plain.id)).toEqual([]);
    expect(await openPeriods(world.rooms.as())).toBe(0);
    expect(await accrued(fee.id)).toEqual(months);
    world.clock.set("2026-03-01T00:00:00Z");
    expect(await openPeriods(world.rooms.as())).toBe(1);
    expect(await accrued(fee.id)).toEqual([...months, 31000n]);
  });
});

describe("a period's rate", () => {
  test("is the newest one published until its own day's is, and is taken in then", async () => {
    world.clock.set("2026-03-02T00:00:00Z");
    const source = { kind: "PERIOD", source: "bank", on: "LAST_DAY", currencies: ["USD"] };
    const contract = await world.contract(terms([SHARE], { rateSource: source }));
    const publish = async (day: string, rate: string) => {
      await world.ledger.sql.rows(
        `insert into exchange_rate (source, currency, quote, day, rate, published_by, published_at)
         values ('bank', 'USD', 'KRW', $1, $2, 'test', now())`,
        [day, rate],
      );
      await world.ledger.sql.rows("update terms_revision set revision = revision + 1");
    };
    const dollars = async () => {
      const transaction = {
        partnerId: contract.partnerId,
        externalId: "dollars",
        type: "bet",
        direction: "IN",
        amountMinor: 100_00n,
        currency: "USD",
        occurredAt: new Date("2026-03-01T00:00:00Z"),
      } as const;
      const { outcomes } = await recordTransactions(world.ledger, [transaction]);
      return outcomes[0]?.[0];
    };
    expect(await dollars()).toMatchObject({ status: "REFUSED", code: "MISSING_EXCHANGE_RATE" });
    await publish("2026-03-01", "1300");
    expect(await dollars()).toMatchObject({ status: "POSTED" });
    // 100.00 USD x 1300 = 130,000 KRW, of which 10 percent
    expect(await accrued(contract.id)).toEqual([13_000n]);
    const renew = settlementJobs.find(({ kind }) => kind === "RENEW_RATES");
    const planned = async () =>
      (await renew?.plan(world.rooms.as()))?.filter(({ partnerId }) => {
        return partnerId === contract.partnerId;
      });
    const [before] = (await planned()) ?? [];
    await publish("2026-03-31", "1400");
    const [job] = (await planned()) ?? [];
    expect(job?.subject).not.toBe(before?.subject);
    await renew?.run(world.rooms.as(), job?.input ?? {});
    expect(await accrued(contract.id)).toEqual([14_000n]);
    expect(await openPeriods(world.rooms.as())).toBe(0);
  });
});

describe("a reserve", () => {
  test("is held back, and released once when its time has come", async () => {
    const contract = await world.contract(terms([SHARE, RESERVE]));
    await world.record(contract, "2026-03-05T00:00:00Z", 1_000_000n);
    // 10 percent are 100,000, of which 20 percent are held back
    expect(await balances(contract.id)).toEqual({
      PARTNER_PAYABLE: 80_000n,
      PARTNER_RESERVE: 20_000n,
    });
    expect(await releaseReserves(world.rooms.as())).toBe(0);
    const periodStart = new Date("2026-02-28T15:00:00Z");
    const at = new Date("2026-04-01T00:00:00Z");
    await closePeriod(world.ledger.sql, { contractId: contract.id, periodStart, at });
    world.clock.set("2026-05-02T00:00:00Z");
    await keepPartitions(world.ledger.sql, world.clock);
    expect(await releaseReserves(world.rooms.as())).toBe(1);
    expect(await releaseReserves(world.rooms.as())).toBe(0);
    expect(await accrued(contract.id)).toEqual([80_000n, 20_000n]);
    expect(await balances(contract.id)).toEqual({
      PARTNER_PAYABLE: 100_000n,
      PARTNER_RESERVE: 0n,
    });
  });

  test("is given back by a job of each of the contract's days", async () => {
    const contract = await world.contract(terms([SHARE, RESERVE]));
    await world.record(contract, "2026-05-05T00:00:00Z", 1_000_000n);
    const periodStart = new Date("2026-04-30T15:00:00Z");
    const at = new Date("2026-06-01T00:00:00Z");
    await closePeriod(world.ledger.sql, { contractId: contract.id, periodStart, at });
    // a day begins at 15:00 in UTC where the contract is
    world.clock.set("2026-07-02T15:30:00Z");
    await keepPartitions(world.ledger.sql, world.clock);
    const ctx = world.rooms.as();
    const release = settlementJobs.find(({ kind }) => kind === "RELEASE_RESERVES");
    const planned = (await release?.plan(ctx)) ?? [];
    const job = planned.find(({ subject }) => subject === `${contract.id}:2026-07-03`);
    expect(job?.dueAt).toEqual(new Date("2026-07-02T15:00:00Z"));
    await release?.run(ctx, job?.input ?? {});
    expect(await balances(contract.id)).toEqual({
      PARTNER_PAYABLE: 100_000n,
      PARTNER_RESERVE: 0n,
    });
  });
});
