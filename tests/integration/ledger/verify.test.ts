import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postTransfers, rollUp } from "../../../src/ledger/index.js";
import type { VerifyReport } from "../../../src/ledger/index.js";
import { expireHolds } from "../../../src/ledger/expire-holds.js";
import { startLedger, testLedger } from "../../support/ledger.js";
import { addPartners, operateMixed } from "../../support/mixed-operations.js";
import { verifyDatabase } from "../../support/verify.js";

let ledger: Awaited<ReturnType<typeof testLedger>>;
let admin: pg.Client;
let now = Date.UTC(2026, 10, 20);
const clock = { now: () => new Date((now += 7)) };

beforeAll(async () => {
  ledger = await testLedger({ maxBatchItems: 25, recordLanes: 2, clock });
  admin = new pg.Client({ connectionString: ledger.adminUrl });
  await admin.connect();
  await addPartners(ledger);
});
afterAll(async () => {
  await admin.end();
  await ledger.close();
});

const sentences = ({ faults }: VerifyReport) => faults.map(({ sentence }) => sentence);

/** In small parts, so that blocks, accounts and versions are cut into many. */
const PARTS = { partRows: 40, workers: 3 };

describe("a ledger that nobody touched", () => {
  test("is clean when there is nothing in it", async () => {
    const report = await verifyDatabase(ledger.url);
    expect(report).toMatchObject({ clean: true, faults: [], counts: { transactions: 0 } });
  });

  test("is clean after all kinds of operations, however it is cut into parts", async () => {
    for (const round of ["a", "b", "c"]) await operateMixed(ledger, round, 150);
    now += 7_200_000;
    expect(await expireHolds(ledger, ledger.sql, clock)).toBe(3);
    await rollUp(ledger.sql);
    const { rows } = await admin.query(
      `select (select count(*) from block)::int as blocks, (select count(*) from transfer)::int as
         transfers, (select count(*) from transaction)::int as transactions,
         (select count(*) from entry)::int as entries,
         (select count(*) from position)::int as positions,
         (select count(*) from account where version > 0)::int as accounts`,
    );
    for (const parts of [{ workers: 1 }, PARTS, { partRows: 1, workers: 2 }]) {
      const report = await verifyDatabase(ledger.url, parts);
      expect(sentences(report)).toEqual([]);
      expect(report.counts).toEqual(rows[0]);
    }
    expect(ledger.troubles).toEqual([]);
  });

  test("tells its progress from nothing to all", async () => {
    const progress: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      progress.push(done / total);
    };
    await verifyDatabase(ledger.url, { ...PARTS, onProgress });
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((x, y) => x - y));
    expect(progress.length).toBeGreaterThan(20);
  });

  test("has sums of zero in every currency", async () => {
    const { currencies } = await verifyDatabase(ledger.url);
    expect(currencies.map(({ currency, sumMinor }) => [currency, sumMinor])).toEqual([
      ["EUR", 0n],
      ["USD", 0n],
    ]);
  });
});

describe("a floor", () => {
  test("that was changed by the hub is no fault, and said not to be provable", async () => {
    const change = "update account set floor_minor = 500, revision = revision + 1";
    await admin.query(`${change} where purpose = 'CUSTOMER_WALLET' and reference = 'customer-a'`);
    const { clean, notProvable } = await verifyDatabase(ledger.url);
    expect({ clean, notProvable }).toEqual({
      clean: true,
      notProvable: { floors: 1, detachedBlocks: 0, contents: 0 },
    });
  });
});

describe("verification of a live ledger", () => {
  test("gives no false alarm while two hubs post and roll up", async () => {
    const other = await startLedger(ledger.url, { maxBatchItems: 10, clock });
    let reports = 0;
    const post = async (hub: typeof other, name: string) => {
      for (let n = 0; reports < 4; n += 1) await operateMixed(hub, `${name}${n}`, 100);
    };
    const posting = Promise.all([post(ledger, "live"), post(other, "more")]);
    const verified: number[] = [];
    for (; reports < 4; reports += 1) {
      const report = await verifyDatabase(ledger.url, { ...PARTS, since: reports === 2 });
      expect(sentences(report)).toEqual([]);
      verified.push(report.lanes.reduce((sum, { upto }) => sum + upto, 0));
      await rollUp(ledger.sql);
    }
    await posting;
    expect(new Set(verified).size).toBe(4);
    await other.close();
    expect(sentences(await verifyDatabase(ledger.url))).toEqual([]);
  });

  test("takes no lock that posting would wait for", async () => {
    const pids: unknown[] = [];
    const modes = new Set<string>();
    const connect = async () => {
      const client = await ledger.database.connect();
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      pids.push(rows[0]?.pid);
      return client;
    };
    const seen: Promise<void>[] = [];
    const onProgress = () => void seen.push(look());
    const look = async () => {
      // At its end it writes up to where all is well, to tables that posting does not know.
      const sql = `select distinct mode from pg_locks where pid = any($1)
        and locktype = 'relation' and relation::regclass::text not like 'verified_%'`;
      for (const { mode } of (await ledger.pool.query<{ mode: string }>(sql, [pids])).rows) {
        modes.add(mode);
      }
    };
    await verifyDatabase(ledger.url, { ...PARTS, connect, onProgress });
    await Promise.all(seen);
    expect(seen.length).toBeGreaterThan(0);
    expect([...modes].filter((mode) => mode !== "AccessShareLock")).toEqual([]);
  });

  test("can be ended, and ends its connections", async () => {
    const ending = new AbortController();
    const ended: Promise<unknown>[] = [];
    const connect = async () => {
      const client = await ledger.database.connect();
      ended.push(new Promise((resolve) => void client.once("end", resolve)));
      return client;
    };
    const onProgress = ({ done }: { done: number }) =>
      done > 0 && ending.abort(new Error("enough"));
    const verifying = verifyDatabase(ledger.url, {
      ...PARTS,
      connect,
      onProgress,
      signal: ending.signal,
    });
    await expect(verifying).rejects.toThrow("enough");
    expect(await Promise.all(ended)).toHaveLength(4);
  });
});

describe("verification since the last one", () => {
  const since = { ...PARTS, since: true };

  test("looks at the newer blocks only", async () => {
    const before = await verifyDatabase(ledger.url);
    const none = await verifyDatabase(ledger.url, since);
    expect(none).toMatchObject({ clean: true, counts: { blocks: 0, transactions: 0 } });
    await operateMixed(ledger, "since", 100);
    const after = await verifyDatabase(ledger.url, since);
    expect(sentences(after)).toEqual([]);
    expect(after.lanes.map(({ from }) => from)).toEqual(before.lanes.map(({ upto }) => upto));
    const full = await verifyDatabase(ledger.url);
    const { blocks, transactions, transfers } = full.counts;
    expect({ blocks, transactions, transfers }).toEqual({
      blocks: before.counts.blocks + after.counts.blocks,
      transactions: before.counts.transactions + after.counts.transactions,
      transfers: before.counts.transfers + after.counts.transfers,
    });
  });

  test.each([
    ["an amount", "update entry set amount = amount + 1", "transfer-entries"],
    ["a balance", "update entry set balance_after = balance_after + 1", "running-balance"],
    ["a version", "update entry set version = version + 100", "transfer-entries"],
    ["a deleted entry", "delete from entry", "transfer-entries"],
  ])("finds %s in the newer blocks, names it, and does not go on", async (_, change, check) => {
    await verifyDatabase(ledger.url, since);
    await operateMixed(ledger, `wrong ${change}`, 20);
    const last = "(select id from transfer where kind = 'POST' order by id desc limit 1)";
    const where = `where transfer_id = ${last} and amount > 0`;
    await admin.query("create temp table kept as select * from entry limit 0");
    await admin.query(`insert into kept select * from entry ${where}`);
    await admin.query(`${change} ${where}`);
    const broken = await verifyDatabase(ledger.url, since);
    expect(broken.faults.map((fault) => fault.check)).toContain(check);
    const again = await verifyDatabase(ledger.url, since);
    expect(again.faults).toEqual(broken.faults);
    await admin.query(`delete from entry where transfer_id = ${last} and amount >= 0`);
    await admin.query("insert into entry select * from kept; drop table kept");
    expect(sentences(await verifyDatabase(ledger.url, since))).toEqual([]);
  });

  test("finds an account, a position and a chain that do not go on from where it was", async () => {
    await operateMixed(ledger, "next", 20);
    const changes = [
      ["update account set balance = balance + $1", "currency-sum", "account-row"],
      ["update position set accrued_minor = accrued_minor + $1", "position-accrued", "payable"],
      ["update verified_block set sequence = sequence - $1 where sequence > 1", "verified-block"],
    ];
    for (const [change = "", ...checks] of changes) {
      await admin.query(change.replace("$1", "1"));
      const { faults } = await verifyDatabase(ledger.url, since);
      expect(faults.map((fault) => fault.check)).toEqual(expect.arrayContaining(checks));
      await admin.query(change.replace("$1", "-1"));
    }
    expect(sentences(await verifyDatabase(ledger.url, since))).toEqual([]);
  });
});

describe("extreme amounts", () => {
  test("are added up exactly", async () => {
    const most = 2n ** 63n - 1n;
    const common = { partnerId: null, currency: "JPY", normalSide: "CREDIT" as const };
    const [one = "", two = ""] = await ledger.accounts.ensure([
      { ...common, purpose: "ONE" },
      { ...common, purpose: "TWO" },
    ]);
    const move = (externalId: string, debitAccountId: string, creditAccountId: string) => {
      const sides = { externalId, debitAccountId, creditAccountId };
      const rest = { amountMinor: most, currency: "JPY", code: "MOVE", occurredAt: clock.now() };
      return { ...sides, ...rest };
    };
    const moves = [move("x1", one, two), move("x2", two, one), move("x3", two, one)];
    const { outcomes } = await postTransfers(ledger, moves);
    expect(outcomes.flat().map((o) => o.status)).toEqual(["POSTED", "POSTED", "POSTED"]);
    await rollUp(ledger.sql);
    expect(sentences(await verifyDatabase(ledger.url))).toEqual([]);
  });
});
