import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LiveHub } from "../../../src/live/live-hub.js";
import type { Sql } from "../../../src/shared/database/sql.js";
import { testLedger } from "../../support/ledger.js";
import {
  BalancesChangedItem,
  BalancesSnapshotItem,
  EVERYTHING,
  Mover,
  openBalances,
  startLive,
  until,
} from "../../support/live.js";

describe("balances, live", () => {
  let ledger: Awaited<ReturnType<typeof testLedger>>;
  let live: LiveHub;
  let mover: Mover;

  beforeAll(async () => {
    ledger = await testLedger();
    live = await startLive(ledger, { engine: ledger.engine });
    mover = new Mover(ledger);
    await mover.open(4);
  });
  afterAll(async () => {
    await live.stop();
    await ledger.close();
  });

  it("begin with a snapshot and go on with each change", async () => {
    await mover.move(0, 1);
    const accountIds = mover.accountIds.slice(0, 2);
    const stream = await openBalances(live, { ...EVERYTHING, accountIds });
    await until(() => stream.items.length === 1);
    await mover.move(0, 1);
    await until(() => stream.items.length === 2);
    const [first, second] = stream.items;
    expect(first).toMatchObject({
      kind: "BalancesSnapshot",
      balances: [
        { accountId: accountIds[0], version: 1, balance: -1n },
        { accountId: accountIds[1], version: 1, balance: 1n },
      ],
      complete: true,
    });
    expect(second).toBeInstanceOf(BalancesChangedItem);
    expect(second).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({ fromVersion: 1, after: expect.objectContaining({ version: 2 }) }),
      ]),
    });
    stream.close();
    await until(() => live.size.watches === 0);
    expect(live.size).toEqual({
      accounts: 0,
      watches: 0,
      groups: 0,
      members: 0,
      reaching: 0,
      rows: 0,
      transactions: 0,
    });
  });

  it("are refused, and not left waiting, when the hub stops during the look at the log", async () => {
    const held = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    let holds = false;
    const sql: Sql = {
      async rows<Row extends object>(text: string, values?: readonly unknown[]) {
        const rows = await ledger.sql.rows<Row>(text, values);
        if (holds) asked.resolve();
        if (holds) await held.promise;
        return rows;
      },
    };
    const other = await startLive({ ...ledger, sql });
    const behind = other.place().text;
    holds = true;
    await mover.move(0, 1);
    await until(() => live.place().text !== behind);
    const reached = other.reach(live.place().positions).catch((error: unknown) => error);
    await asked.promise;
    const stopped = other.stop();
    held.resolve();
    await stopped;
    expect(await reached).toMatchObject({ code: "OVERLOADED" });
  });

  it("go on behind a cursor with each commit's change, and then live", async () => {
    const selection = { ...EVERYTHING, accountIds: mover.accountIds };
    const before = await openBalances(live, selection);
    await until(() => before.items[0] instanceof BalancesSnapshotItem);
    const cursor = before.checker.cursor ?? "";
    before.close();
    for (let i = 0; i < 5; i++) await mover.move(i % 4, (i + 1) % 4);
    for (const delivery of ["STATE", "EVENTS"] as const) {
      const stream = await openBalances(live, selection, { after: cursor, delivery });
      for (const [id, version] of before.checker.versions) stream.checker.versions.set(id, version);
      await until(() => stream.checker.changes >= (delivery === "STATE" ? 4 : 10));
      await mover.move(2, 3);
      await until(() => stream.items.length === 2);
      expect(stream.checker.breaks).toEqual([]);
      expect(stream.checker.changes).toBe(delivery === "STATE" ? 6 : 14);
      stream.close();
    }
  });
});
