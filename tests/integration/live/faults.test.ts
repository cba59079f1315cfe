import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { EVERYTHING, openBalances, until } from "../../support/live.js";
import {
  disturbRedis,
  FaultyHubs,
  RestlessClient,
  RestlessReader,
  seeded,
} from "../../support/live-faults.js";
import { testDatabase, type TestDatabase } from "../../support/postgres.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

const CLIENTS = 6;
const RUN_MS = soakRuns(4, 180) * 1_000;

describe("several hubs on one database, with a Redis that fails", () => {
  let database: TestDatabase;
  let redis: Redis;
  let hubs: FaultyHubs;

  beforeAll(async () => {
    database = await testDatabase();
    redis = new Redis(inject("redisUrl"));
    const at = { databaseUrl: database.url, redisUrl: inject("redisUrl") };
    hubs = new FaultyHubs(at, seeded(42));
    await hubs.start(3, 12);
  });
  afterAll(async () => {
    await hubs.stop();
    redis.disconnect();
    await database.close();
  });

  const clientsOf = (count: number): RestlessClient[] =>
    Array.from(
      { length: count },
      (_, index) => new RestlessClient(hubs, seeded(index + 1), index % 2 ? "EVENTS" : "STATE"),
    );

  /** Everything at once, until it is over. */
  async function run(
    clients: (RestlessClient | RestlessReader)[],
    isOver: () => boolean,
  ): Promise<void> {
    const random = seeded(99);
    const repeat = async (act: () => Promise<void>, pauseMs: number): Promise<void> => {
      while (!isOver()) {
        await act();
        await wait(random() * pauseMs);
      }
    };
    await Promise.all([
      repeat(() => disturbRedis(redis, random), 500),
      repeat(() => hubs.replaceOne(), 1_500),
      ...Array.from({ length: 3 }, () => repeat(() => hubs.post(), 5)),
      ...clients.map((client) => client.live(isOver)),
    ]);
    // The hub that a client ended up with may have been replaced last of all.
    for (const client of clients) await client.reconnect();
  }

  async function finalVersions(): Promise<Map<string, number>> {
    const fresh = await openBalances(hubs.any().live, EVERYTHING);
    await until(() => fresh.items.length > 0);
    fresh.close();
    return fresh.checker.versions;
  }

  it(
    "tell every version once and in order, and every cut adds up",
    async () => {
      const end = performance.now() + RUN_MS;
      const clients = clientsOf(CLIENTS);
      await run(clients, () => performance.now() > end);
      const final = await finalVersions();
      const sum = [...final.values()].reduce((left, right) => left + right, 0);
      expect(sum).toBeGreaterThan(200);
      for (const { checker } of clients) {
        await until(() => [...final].every(([id, at]) => checker.versions.get(id) === at));
        expect(checker.breaks).toEqual([]);
        expect(checker.resyncs).toEqual([]);
      }
      clients.forEach((client) => client.leave());
      await until(() => hubs.hubs.every(({ live }) => live.size.watches === 0));
    },
    soakTimeout(180_000),
  );

  it(
    "tell every transaction exactly once, in the order of its lane",
    async () => {
      const readers = [1, 2, 3].map((seed) => new RestlessReader(hubs, seeded(seed)));
      for (const reader of readers) await reader.reconnect();
      await until(() => readers.every(({ ledger }) => ledger.cursor !== null));
      const since = newestId(await posted());
      const end = performance.now() + RUN_MS;
      await run(readers, () => performance.now() > end);
      const all = (await posted()).filter(({ id }) => id > since);
      expect(all.length).toBeGreaterThan(100);
      for (const { ledger } of readers) {
        await until(() => ledger.ids.length >= all.length);
        expect(ledger.breaks).toEqual([]);
        expect(byLane(all, ledger.ids)).toEqual(
          byLane(
            all,
            all.map(({ id }) => id),
          ),
        );
      }
      readers.forEach((reader) => reader.leave());
      await until(() => hubs.hubs.every(({ live }) => live.size.transactions === 0));
    },
    soakTimeout(180_000),
  );

  async function posted(): Promise<Posted[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<Posted>(
      "select id, lane from transaction order by lane, block, id",
    );
    await client.end();
    return rows;
  }
});

interface Posted {
  id: string;
  lane: number;
}

/** The newest id: ids of several hubs are in the order of time, and nobody posts meanwhile. */
function newestId(all: readonly Posted[]): string {
  return all.map(({ id }) => id).reduce((left, right) => (left > right ? left : right), "");
}

/** Ids in the given order, lane by lane. */
function byLane(all: readonly Posted[], ids: readonly string[]): Map<number, string[]> {
  const laneOf = new Map(all.map(({ id, lane }) => [id, lane]));
  return Map.groupBy(ids, (id) => laneOf.get(id) ?? -1);
}
