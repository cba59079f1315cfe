import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildHub, HubProcess } from "../../support/hub-process.js";
import { testDatabase, type TestDatabase } from "../../support/postgres.js";

const ADMIN_KEY = "an-administrator-s-key";
/** Well below the time that a request under way may take: nothing idle may hold the end up. */
const PROMPTLY = { timeout: 15_000 };
const CREATE = `mutation ($input: CreatePartnerInput!) {
  createPartner(input: $input) { partner { code } userErrors { message } }
}`;

let database: TestDatabase;
let gate: pg.Client;
let hub: HubProcess;
let url: string;

beforeAll(async () => {
  await buildHub();
  database = await testDatabase();
  gate = new pg.Client({ connectionString: database.url });
  await gate.connect();
});
afterAll(async () => {
  await gate.end();
  await database.close();
});

async function start(): Promise<void> {
  hub = new HubProcess({ env: { DATABASE_URL: database.url, TUTTI_ADMIN_KEY: ADMIN_KEY } });
  url = await hub.ready();
}

function createPartner(code: string): Promise<Response> {
  const input = { code, name: "A partner", kind: "PAYMENT_VENDOR" };
  return fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${ADMIN_KEY}` },
    body: JSON.stringify({ query: CREATE, variables: { input } }),
  });
}

/** Closes the table of partners: a request that writes one is under way until it is opened. */
async function closeGate(): Promise<void> {
  await gate.query("begin");
  await gate.query("lock table partner in exclusive mode");
}

async function someoneWaits(): Promise<boolean> {
  const { rows } = await gate.query("select from pg_locks where not granted");
  return rows.length > 0;
}

it(
  "lets a request under way finish when it is told to stop, and takes no new one",
  PROMPTLY,
  async () => {
    await start();
    await closeGate();
    const underWay = createPartner("under-way");
    await expect.poll(someoneWaits).toBe(true);
    hub.signal("SIGTERM");
    await hub.logged("draining");
    await expect.poll(() => fetch(`${url}/healthz`).catch(() => "refused")).toBe("refused");
    await gate.query("commit");
    const answer = await underWay;
    expect(await answer.json()).toMatchObject({
      data: { createPartner: { partner: { code: "under-way" }, userErrors: [] } },
    });
    expect(await hub.ended).toEqual({ code: 0, signal: null });
  },
);

it("drains at Ctrl-C, which npm passes on a second time", PROMPTLY, async () => {
  await start();
  await closeGate();
  const underWay = createPartner("interrupted");
  await expect.poll(someoneWaits).toBe(true);
  hub.signal("SIGINT");
  hub.signal("SIGINT");
  await hub.logged("draining");
  await gate.query("commit");
  expect((await underWay).status).toBe(200);
  expect(await hub.ended).toEqual({ code: 0, signal: null });
});

it("ends at once when it is told to stop again", async () => {
  await start();
  await closeGate();
  const underWay = createPartner("cut").catch(() => "cut");
  await expect.poll(someoneWaits).toBe(true);
  const insist = setInterval(() => hub.signal("SIGTERM"), 100);
  const { code } = await hub.ended;
  clearInterval(insist);
  await gate.query("rollback");
  expect(await underWay).toBe("cut");
  expect(code).toBe(1);
});
