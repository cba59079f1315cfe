import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LiveHub } from "../../../src/live/live-hub.js";
import { testLedger } from "../../support/ledger.js";
import { Mover, startLive, until } from "../../support/live.js";
import { openTransactions, TransactionLedger } from "../../support/live-transactions.js";

describe("transactions, live", () => {
  let ledger: Awaited<ReturnType<typeof testLedger>>;
  let live: LiveHub;
  let mover: Mover;

  beforeAll(async () => {
    ledger = await testLedger();
    live = await startLive(ledger, { engine: ledger.engine });
    mover = new Mover(ledger);
    await mover.open(6);
  });
  afterAll(async () => {
    await live.stop();
    await ledger.close();
  });

  const posted = async (): Promise<string[]> => {
    const { rows } = await ledger.pool.query<{ id: string }>(
      "select id from transaction order by lane, block, id",
    );
    return rows.map(({ id }) => id);
  };

  const moveMany = async (count: number): Promise<void> => {
    await Promise.all(Array.from({ length: count }, () => mover.move()));
  };

  it("begin with a cursor before the first, and tell each in the order of its lane", async () => {
    const client = new TransactionLedger();
    const stream = await openTransactions(live, client);
    await until(() => client.cursor !== null);
    expect(client.ids).toEqual([]);
    await moveMany(30);
    await until(() => client.ids.length === 30);
    expect(client.ids).toEqual(await posted());
    stream.close();
    expect(live.size.transactions).toBe(0);
  });

  it("go on behind a cursor, with everything that was posted meanwhile", async () => {
    const client = new TransactionLedger();
    const before = await openTransactions(live, client);
    await until(() => client.cursor !== null);
    before.close();
    const known = (await posted()).length;
    await moveMany(1_200);
    const stream = await openTransactions(live, client);
    await until(() => client.ids.length >= 1_200);
    await moveMany(3);
    await until(() => client.ids.length >= 1_203);
    expect(client.ids).toEqual((await posted()).slice(known));
    expect(client.breaks).toEqual([]);
    stream.close();
  });

  it("wait for a client that is slow, and hold back nobody else", async () => {
    const [slow, fast] = [new TransactionLedger(), new TransactionLedger()];
    const slowStream = await openTransactions(live, slow, { key: "both" });
    const fastStream = await openTransactions(live, fast, { key: "both" });
    await until(() => slow.cursor !== null && fast.cursor !== null);
    slowStream.full(true);
    for (let round = 0; round < 5; round++) await moveMany(20);
    await until(() => fast.ids.length === 100);
    expect(slow.ids).toEqual([]);
    slowStream.full(false);
    await until(() => slow.ids.length === 100);
    await moveMany(1);
    await until(() => slow.ids.length === 101 && fast.ids.length === 101);
    expect(slow.ids).toEqual(fast.ids);
    expect([...slow.breaks, ...fast.breaks]).toEqual([]);
    slowStream.close();
    fastStream.close();
  });

  it("are only those of the partners asked for", async () => {
    const client = new TransactionLedger();
    const partnerIds = ["018f0000-0000-7000-8000-000000000001"];
    const stream = await openTransactions(live, client, { partnerIds });
    await until(() => client.cursor !== null);
    const before = live.place().text;
    await moveMany(2);
    await until(() => live.place().text !== before);
    stream.close();
    expect(client.ids).toEqual([]);
  });
});
