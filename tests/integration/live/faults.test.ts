import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { EVERYTHING, openBalances, until } from "../../support/live.js";
import { disturbRedis, FaultyHubs, RestlessClient, seeded } from "../../support/live-faults.js";
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
  async function run(clients: RestlessClient[], isOver: () => boolean): Promise<void> {
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
    soakTimeout(60_000),
  );
});
