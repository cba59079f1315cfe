import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { balanceAt, detachMonth, keepPartitions, rollUp } from "../../../src/ledger/index.js";
import { recordTransactions } from "../../../src/ledger/index.js";
import type { PartnerTransaction, VerifyReport } from "../../../src/ledger/index.js";
import { voidHold } from "../../../src/ledger/hold-funds.js";
import { attachedMonths } from "../../../src/ledger/partition.queries.js";
import { reverseTransaction } from "../../../src/ledger/reverse-transaction.js";
import { HistoryDetached } from "../../../src/ledger/point-in-time.js";
import { poolSql } from "../../../src/shared/database/sql.js";
import { testLedger } from "../../support/ledger.js";
import { addPartners, operateMixed, PARTNERS } from "../../support/mixed-operations.js";
import { verifyDatabase } from "../../support/verify.js";

let ledger: Awaited<ReturnType<typeof testLedger>>;
/** As the login that owns the tables. */
let owner: pg.Pool;
/** A few seconds before a month ends, in UTC; months before the present are made first. */
let now = Date.UTC(2026, 5, 30, 23, 59, 50);
const clock = { now: () => new Date((now += 1)) };

beforeAll(async () => {
  ledger = await testLedger({ clock, maxBatchItems: 20, recordLanes: 2 });
  owner = new pg.Pool({ connectionString: ledger.url, max: 2 });
  owner.on("error", () => undefined); // the database goes before the last of its connections
  await addPartners(ledger);
});
afterAll(async () => {
  await owner.end();
  await ledger.close();
});

const sentences = ({ faults }: VerifyReport) => faults.map(({ sentence }) => sentence);
const ownerSql = () => poolSql(owner);

async function countIn(table: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int from ${table}`);
  return rows[0]?.count ?? 0;
}

async function wallet(customer: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "select id::text from account where purpose = 'CUSTOMER_WALLET' and reference = $1",
    [`customer-${customer}`],
  );
  return rows[0]?.id ?? "";
}

describe("partitions of months", () => {
  test("are made from the month of now on, three months ahead", async () => {
    await keepPartitions(ledger.sql, clock);
    const months = await attachedMonths(ledger.sql);
    expect(months).toEqual(expect.arrayContaining(["2026-06", "2026-07", "2026-08", "2026-09"]));
  });

  test("are made by many hubs at once, in any time zone, without one in the way", async () => {
    const zones = ["America/New_York", "Asia/Seoul", "Pacific/Chatham", "UTC"];
    await Promise.all(
      zones.map(async (zone) => {
        const client = await ledger.pool.connect();
        await client.query(`set timezone = '${zone}'`);
        await client.query("select ensure_partitions('2027-02-15Z', 4)");
        client.release(true);
      }),
    );
    const { rows } = await owner.query<{ bounds: string }>(
      `select pg_get_expr(relpartbound, oid) as bounds from pg_class
       where relname like 'entry\\_2027\\_0_' and relkind = 'r' order by relname`,
    );
    const bounds = rows.map((row) => /FROM \('(.*)'\) TO \('(.*)'\)/.exec(row.bounds));
    for (let n = 1; n < bounds.length; n += 1) expect(bounds[n]?.[1]).toBe(bounds[n - 1]?.[2]);
    const march = Date.UTC(2027, 2, 1).toString(16).padStart(12, "0");
    const floor = `${march.slice(0, 8)}-${march.slice(8)}-0000-0000-000000000000`;
    expect(bounds.map((bound) => bound?.[1])).toContain(floor);
  });

  test("are made while a long transaction posts", async () => {
    const posting = await owner.connect();
    await posting.query("begin; lock table transaction, transfer, entry in row exclusive mode");
    await ledger.pool.query("set lock_timeout = '1s'; select ensure_partitions('2028-01-01Z', 1)");
    await posting.query("rollback");
    posting.release();
    expect(await attachedMonths(ledger.sql)).toContain("2028-01");
  });
});

describe("posting", () => {
  test("goes on over the turn of a month, with holds and reversals across it", async () => {
    await operateMixed(ledger, "june", 200);
    const [before, after] = [await countIn("transaction_2026_06"), await countIn("entry_2026_06")];
    expect(before).toBeGreaterThan(200);
    const straddling: PartnerTransaction[] = Array.from({ length: 100 }, (_, n) => ({
      partnerId: PARTNERS[0],
      externalId: `turn-${n}`,
      type: "bet",
      direction: "IN",
      amountMinor: 10n,
      currency: "EUR",
      occurredAt: new Date(Date.UTC(2026, 5, 30)),
    }));
    now = Date.UTC(2026, 5, 30, 23, 59, 59, 800);
    const { outcomes } = await recordTransactions(ledger, straddling);
    expect(new Set(outcomes.flat().map((o) => o.status))).toEqual(new Set(["POSTED"]));
    now = Date.UTC(2026, 6, 1, 0, 0, 1);
    await operateMixed(ledger, "july", 200);
    expect(await countIn("transaction_2026_07")).toBeGreaterThan(200);
    expect(await countIn("entry_2026_06")).toBeGreaterThan(after);
    await reverseFirst("turn-0", "undo in july");
    expect(sentences(await verifyDatabase(ledger.url, { partRows: 50 }))).toEqual([]);
    expect(ledger.troubles).toEqual([]);
  });
});

async function reverseFirst(externalId: string, reversalId: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ id: string }>(
    "select transaction_id as id from transaction_identity where key = any($1)",
    [[await identityKey(externalId)]],
  );
  const { outcomes } = await reverseTransaction(ledger, {
    partnerId: PARTNERS[0],
    externalId: reversalId,
    transactionId: rows[0]?.id ?? "",
    currency: "EUR",
    occurredAt: clock.now(),
  });
  const [outcome] = outcomes.flat();
  return outcome?.status === "REFUSED" ? outcome.code : outcome?.status;
}

async function identityKey(externalId: string): Promise<string> {
  const { identityKeyOf } = await import("../../../src/ledger/identity.rules.js");
  return identityKeyOf(PARTNERS[0], externalId);
}

describe("a month that is detached", () => {
  /** Balances by time of occurrence, told while the month was there. */
  const points: { accountId: string; occurredAt: Date; balance: bigint; version: bigint }[] = [];
  /** The external id of one of its transactions. */
  let gone = "";

  test("must be the oldest, over, verified and rolled up", async () => {
    now = Date.UTC(2026, 6, 15);
    const refusal = (month: string) => detachMonth(ownerSql(), month).catch(String);
    expect(await refusal("2026-07")).toMatch(/2026-07.* not the oldest/);
    expect(await refusal("July")).toMatch(/is not a month/);
    await operateMixed(ledger, "july, after verification", 20);
    await owner.query("update verified_block set sequence = 1");
    expect(await refusal("2026-06")).toMatch(/2026-06.* not verified/);
    await owner.query("truncate verified_block");
    expect(sentences(await verifyDatabase(ledger.url))).toEqual([]);
    expect(await refusal("2026-06")).toMatch(/2026-06.* not rolled up/);
    await rollUp(ledger.sql);
  });

  test("is detached by nobody but the owner", async () => {
    await expect(detachMonth(ledger.sql, "2026-06")).rejects.toMatchObject({ code: "42501" });
  });

  test("leaves the ledger in one step, while posting goes on", async () => {
    await rememberPoints();
    const { rows } = await owner.query<{ id: string }>(
      `select external_id as id from transaction_2026_06
       where external_id like 'turn-%' and external_id <> 'turn-0' limit 1`,
    );
    gone = rows[0]?.id ?? "";
    const before = await countIn("entry");
    const inJune = await countIn("entry_2026_06");
    let detached = false;
    const posting = (async () => {
      for (let n = 0; !detached; n += 1) await operateMixed(ledger, `meanwhile-${n}`, 40);
    })();
    await detachMonth(ownerSql(), "2026-06").finally(() => (detached = true));
    await posting;
    expect(await attachedMonths(ledger.sql)).not.toContain("2026-06");
    expect(await countIn("entry_2026_06")).toBe(inJune);
    expect(await countIn("entry")).toBeGreaterThan(before - inJune);
    expect(ledger.troubles).toEqual([]);
  });

  test("does not come back by making partitions", async () => {
    await owner.query("drop table transaction_2026_06, transfer_2026_06, entry_2026_06");
    await ledger.pool.query("select ensure_partitions('2026-06-15Z', 1)");
    expect(await attachedMonths(ledger.sql)).not.toContain("2026-06");
  });

  test("is missed by no verification, full or since the last", async () => {
    const since = await verifyDatabase(ledger.url, { since: true, partRows: 50 });
    expect(sentences(since)).toEqual([]);
    expect(since.counts.transactions).toBeGreaterThan(0);
    await operateMixed(ledger, "later", 50);
    const full = await verifyDatabase(ledger.url, { partRows: 50, workers: 3 });
    expect(sentences(full)).toEqual([]);
    expect(full.notProvable.detachedBlocks).toBeGreaterThan(10);
    expect(sentences(await verifyDatabase(ledger.url, { since: true }))).toEqual([]);
  });

  test("hides no change to what is left", async () => {
    const changes = [
      ["update entry set amount = amount + $1 where version = (select max(version) from entry)"],
      ["update position set accrued_minor = accrued_minor + $1"],
      ["update account set balance = balance + $1 where version > 0"],
      ["update detached_total set amount = amount + $1"],
    ];
    for (const [change = ""] of changes) {
      await owner.query(change.replace("$1", "1"));
      expect(sentences(await verifyDatabase(ledger.url))).not.toEqual([]);
      await owner.query(change.replace("$1", "-1"));
    }
    expect(sentences(await verifyDatabase(ledger.url))).toEqual([]);
  });

  test("leaves balances of later times as they were, and says where it is missed", async () => {
    for (const { accountId, occurredAt, balance, version } of points) {
      const { rows } = await ledger.pool.query<{ late: bigint }>(
        `select coalesce(sum(amount), 0)::bigint as late from entry
         where account_id = $1 and version > $2 and occurred_at <= $3`,
        [accountId, version, occurredAt],
      );
      const told = await balanceAt(ledger.sql, accountId, { occurredAt });
      expect(told?.balance).toBe(balance + (rows[0]?.late ?? 0n));
    }
    const june = await wallet("june");
    const postedAt = new Date(Date.UTC(2026, 6, 20));
    const now = await balanceAt(ledger.sql, june, { postedAt: clock.now() });
    expect(await balanceAt(ledger.sql, june, { postedAt })).toEqual(now);
    expect(await balanceAt(ledger.sql, june, { version: now?.version ?? 0n })).toEqual(now);
    const past = { postedAt: new Date(Date.UTC(2026, 5, 30, 23, 59, 55)) };
    for (const point of [past, { version: 2n }]) {
      await expect(balanceAt(ledger.sql, june, point)).rejects.toThrow(HistoryDetached);
    }
    const [current] = points;
    const busy = current?.accountId ?? "";
    const start = { postedAt: new Date(Date.UTC(2026, 6, 1)) };
    expect((await balanceAt(ledger.sql, busy, start))?.version).toBeGreaterThan(0n);
  });

  async function rememberPoints(): Promise<void> {
    const { rows } = await owner.query<{ id: string }>(
      "select id::text from account where version > 20 order by version desc limit 4",
    );
    for (const { id: accountId } of rows) {
      for (const day of [1, 2, 9, 12, 15]) {
        const occurredAt = new Date(Date.UTC(2026, 6, day, 0, 0, 5));
        const told = await balanceAt(ledger.sql, accountId, { occurredAt });
        if (told) points.push({ occurredAt, ...told });
      }
    }
  }

  test("keeps its external ids: they are replayed, and cannot be undone any more", async () => {
    const again = await recordTransactions(ledger, [
      {
        partnerId: PARTNERS[0],
        externalId: gone,
        type: "bet",
        direction: "IN",
        amountMinor: 10n,
        currency: "EUR",
        occurredAt: new Date(Date.UTC(2026, 5, 30)),
      },
    ]);
    expect(again.outcomes.flat()).toMatchObject([{ status: "REPLAYED" }]);
    expect(await reverseFirst(gone, "undo what is detached")).toBe("TRANSACTION_NOT_FOUND");
  });

  test("leaves its open holds to be ended", async () => {
    const { rows } = await owner.query<{ id: string }>(
      "select id from hold where state = 'PENDING' and expires_at is null order by id limit 1",
    );
    const { outcomes } = await voidHold(ledger, {
      partnerId: null,
      externalId: "void a hold of june",
      currency: "EUR",
      occurredAt: clock.now(),
      holdId: rows[0]?.id ?? "",
    });
    expect(outcomes.flat()).toMatchObject([{ status: "POSTED" }]);
    await rollUp(ledger.sql);
    expect(sentences(await verifyDatabase(ledger.url))).toEqual([]);
  });
});
