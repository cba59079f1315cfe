import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { JobSelection } from "../../../src/jobs/index.js";
import { RowsChangedItem, RowsSnapshotItem } from "../../../src/live/live-item.js";
import { LIVE_LIMITS } from "../../../src/live/live-limits.js";
import { shortened } from "../../../src/live/moment.rules.js";
import { flatShare, insertContracts } from "../../support/contracts.js";
import { until } from "../../support/live.js";
import {
  disturbRedis,
  FaultyHubs,
  seeded,
  startFaultyHub,
  Wanderer,
  type FaultyHub,
  type Visit,
} from "../../support/live-faults.js";
import {
  openRows,
  recordIncome,
  RowChecker,
  type RowStream,
  type RowStreamOptions,
} from "../../support/live-rows.js";
import { testDatabase, type TestDatabase } from "../../support/postgres.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

const RUN_MS = soakRuns(3, 120) * 1_000;
const JOBS = 8;

const ALL_JOBS: JobSelection = { partners: null, kinds: ["OPEN_PERIOD"], states: null };

let database: TestDatabase;
let redis: Redis;
let hubs: FaultyHubs;
/** A hub that stays. */
let earner: FaultyHub;
let pool: pg.Pool;
const jobIds = Array.from({ length: JOBS }, () => randomUUID());
const partnerIds = Array.from({ length: 3 }, () => randomUUID());

beforeAll(async () => {
  database = await testDatabase();
  redis = new Redis(inject("redisUrl"));
  const at = { databaseUrl: database.url, redisUrl: inject("redisUrl") };
  hubs = new FaultyHubs(at, seeded(7));
  await hubs.start(2, 2);
  earner = await startFaultyHub(at, "earner", seeded(8));
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
  await pool.query(JOB, [jobIds, "OPEN_PERIOD"]);
  await pool.query(PARTNER, [partnerIds]);
  const contracts = partnerIds.map((partnerId) => ({ id: randomUUID(), partnerId }));
  await insertContracts(
    pool,
    contracts.map((contract) => ({ ...contract, terms: flatShare({ currency: "KRW" }) })),
  );
});
afterAll(async () => {
  await pool.end();
  await hubs.stop();
  await earner.stop();
  redis.disconnect();
  await database.close();
});

const JOB = `insert into job (id, kind, subject, input, due_at, state, version, created_at)
  select id, $2, id::text, '{}', now(), 'WAITING', 1, now() from unnest($1::uuid[]) id`;
const PARTNER = `insert into partner (id, code, name, kind, state, synthetic, version, created_at)
  select id, id::text, 'Partner', 'GAME_PROVIDER', 'ACTIVE', true, 1, now()
  from unnest($1::uuid[]) id`;
const CHANGE = "update job set attempts = attempts + 1, version = version + 1 where id = $1";

function openJobs(options: RowStreamOptions = {}, selection = ALL_JOBS): RowStream {
  const { live } = hubs.any();
  return openRows(live.rows.jobs, selection, live.epoch, options);
}

/** Opens one, and waits for its snapshot. */
async function begun(options: RowStreamOptions = {}, selection = ALL_JOBS): Promise<RowStream> {
  const stream = openJobs(options, selection);
  await until(() => stream.items.length > 0);
  return stream;
}

function told(stream: RowStream): { id: string; version: number }[] {
  return stream.items
    .filter((item) => item instanceof RowsChangedItem)
    .flatMap(({ rows }) => rows as { id: string; version: number }[]);
}

describe("streams of rows", () => {
  it("tell what commits late, though it began before what they told of", async () => {
    const [early = "", late = ""] = jobIds;
    const [live, resumer] = [await begun(), await begun()];
    const transaction = await pool.connect();
    await transaction.query("begin");
    await transaction.query(CHANGE, [early]);
    await pool.query(CHANGE, [late]);
    await until(() => told(resumer).length > 0 && told(live).length > 0);
    resumer.close();
    await transaction.query("commit");
    transaction.release();
    await until(() => told(live).length > 1);
    expect(told(live).map(({ id }) => id)).toEqual([late, early]);
    const resumed = await begun({ after: resumer.checker.cursor, checker: resumer.checker });
    expect(told(resumed).map(({ id }) => id)).toEqual([early]);
    for (const stream of [live, resumed]) {
      expect(stream.checker.breaks).toEqual([]);
      stream.close();
    }
  });

  it("keep nothing for a slow client, which gets the newest of what it missed", async () => {
    const [id = ""] = jobIds;
    const [slow, quick] = [await begun(), await begun()];
    slow.full(true);
    const before = slow.items.length;
    for (let count = 1; count <= 3; count++) {
      await pool.query(CHANGE, [id]);
      await until(() => told(quick).length >= count);
    }
    expect(slow.items.length).toBe(before);
    slow.full(false);
    await until(() => told(slow).length > 0);
    expect(told(slow)).toMatchObject([{ id, version: told(quick).at(-1)?.version }]);
    slow.close();
    quick.close();
  });

  it("refuse a moment that the database has not reached, and begin anew in another epoch", async () => {
    const ahead = openJobs({ after: shortened("9000000000:9000000001:") });
    await until(() => ahead.error !== null);
    expect(ahead.error).toMatchObject({ code: "INVALID_CURSOR" });
    const other = await begun({ after: shortened("3:4:"), epoch: "of a restored copy" });
    await until(() => other.items.length > 1);
    expect(other.checker.resyncs).toEqual(["EPOCH_CHANGED"]);
    expect(other.items[1]).toBeInstanceOf(RowsSnapshotItem);
    other.close();
  });

  it("refuse what is too much, and begin anew behind too many changes", async () => {
    const many = Array.from({ length: LIVE_LIMITS.rowsPerSubscription + 1 }, () => randomUUID());
    const selection: JobSelection = { ...ALL_JOBS, kinds: ["EXPIRE_PAYOUT"], states: ["FAILED"] };
    const first = await begun({}, selection);
    first.close();
    await pool.query(JOB, [many, "EXPIRE_PAYOUT"]);
    const all = openJobs({}, { ...selection, states: null });
    await until(() => all.error !== null);
    expect(all.error).toMatchObject({ code: "INVALID_INPUT" });
    const after = first.checker.cursor;
    const again = await begun({ after, checker: first.checker }, selection);
    expect(again.checker.resyncs).toEqual(["CURSOR_TOO_OLD"]);
    again.close();
    await until(() => hubs.hubs.every(({ live }) => live.size.rows === 0));
  });

  it(
    "lose nothing, tell nothing twice and never go back while Redis and hubs fail",
    async () => {
      const end = performance.now() + RUN_MS;
      const isOver = (): boolean => performance.now() > end;
      const clients = [1, 2, 3, 4].map((seed) => new RestlessWatcher(hubs, seeded(seed), seed % 2));
      const random = seeded(5);
      const repeat = async (act: () => Promise<unknown>, pauseMs: number): Promise<void> => {
        while (!isOver()) {
          await act();
          await wait(random() * pauseMs);
        }
      };
      await Promise.all([
        repeat(() => disturbRedis(redis, random), 500),
        repeat(() => hubs.replaceOne(), 1_500),
        ...[1, 2, 3].map(() => repeat(() => changeJob(random), 20)),
        repeat(() => earn(random), 10),
        ...clients.map((client) => client.live(isOver)),
      ]);
      // The hub that a client ended up with may have been replaced last of all.
      for (const client of clients) await client.reconnect();
      for (const client of clients) {
        const expected = await newest(client.isOfJobs);
        await until(() => [...expected].every(([name, at]) => client.versionOf(name) === at));
        expect(client.checker.breaks).toEqual([]);
        expect(client.checker.resyncs).toEqual([]);
        client.leave();
      }
      await until(() => hubs.hubs.every(({ live }) => live.size.rows === 0));
    },
    soakTimeout(180_000),
  );
});

/** Watches jobs or positions on whatever hub there is. */
class RestlessWatcher extends Wanderer {
  readonly checker = new RowChecker();
  readonly isOfJobs: boolean;

  constructor(of: FaultyHubs, random: () => number, ofJobs: number) {
    super(of, random);
    this.isOfJobs = ofJobs === 1;
  }

  versionOf(name: string): number | undefined {
    return this.checker.versions.get(name);
  }

  protected async visit({ live }: FaultyHub, onEnd: () => void): Promise<Visit> {
    const { checker } = this;
    const options = { after: checker.cursor, checker, key: "shared" };
    const { jobs, positions } = live.rows;
    const all = { partners: null, contracts: null, from: null };
    return this.isOfJobs
      ? openRows(jobs, ALL_JOBS, live.epoch, { ...options, onEnd })
      : openRows(positions, all, live.epoch, { ...options, onEnd });
  }
}

/** Changes jobs in a transaction that takes its time, and tells a hub of it. */
async function changeJob(random: () => number): Promise<void> {
  const client = await pool.connect();
  await client.query("begin");
  await client.query(CHANGE, [jobIds[Math.floor(random() * JOBS)]]);
  await wait(random() * 30);
  await client.query("commit");
  client.release();
  hubs.any().live.changed("jobs");
}

async function earn(random: () => number): Promise<void> {
  const partnerId = partnerIds[Math.floor(random() * partnerIds.length)] ?? "";
  await recordIncome(earner.ledger, partnerId);
}

/** By the names that checkers have for them: the versions in the tables. */
async function newest(isOfJobs: boolean): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string; version: number }>(
    isOfJobs
      ? "select id::text as name, version from job where kind = 'OPEN_PERIOD'"
      : `select contract_id || ' ' || (extract(epoch from period_start) * 1000)::bigint as name,
           version::int from position`,
  );
  return new Map(rows.map(({ name, version }) => [name, version]));
}
