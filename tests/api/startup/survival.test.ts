import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readPostmaster } from "../../../src/shared/database/postgres-lock-file.js";
import { buildHub, HubProcess, postgresOf } from "../../support/hub-process.js";
import { tempFolder, type TempFolder } from "../../support/temp-folder.js";

const ADMIN_KEY = "an-administrator-s-key";

let folder: TempFolder;
let started: HubProcess[];

beforeAll(buildHub);
beforeEach(async () => {
  folder = await tempFolder();
  started = [];
});
afterEach(async () => {
  for (const hub of started) await hub[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

function start(dataDir = folder.path): HubProcess {
  const hub = new HubProcess({ env: { TUTTI_DATA_DIR: dataDir, TUTTI_ADMIN_KEY: ADMIN_KEY } });
  started.push(hub);
  return hub;
}

async function graphql(url: string, query: string): Promise<unknown> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${ADMIN_KEY}` };
  const body = JSON.stringify({ query });
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
  return response.json();
}

const create = (code: string) => `mutation { createPartner(input: {
  code: "${code}", name: "A partner", kind: PAYMENT_VENDOR }) { partner { code } } }`;
const partners = "{ partners(first: 10) { nodes { code } } }";

function holding(...codes: string[]) {
  return { data: { partners: { nodes: codes.map((code) => ({ code })) } } };
}

describe("the data of a hub", () => {
  it("survive a stop, with Postgres ended in order, and a restart", async () => {
    const first = start();
    await graphql(await first.ready(), create("kept"));
    expect(await first.stop()).toEqual({ code: 0, signal: null });
    expect(await readPostmaster(join(folder.path, "postgres"))).toBeUndefined();
    const second = start();
    expect(await graphql(await second.ready(), partners)).toMatchObject(holding("kept"));
    const log = await readFile(join(folder.path, "postgres.log"), "utf8");
    expect(log).not.toContain("not properly shut down");
  });

  it("survive a kill, after which the Postgres that it left behind makes room", async () => {
    const first = start();
    await graphql(await first.ready(), create("acknowledged"));
    first.signal("SIGKILL");
    await first.ended;
    const orphan = await readPostmaster(join(folder.path, "postgres"));
    const second = start();
    expect(await graphql(await second.ready(), partners)).toMatchObject(holding("acknowledged"));
    const own = await readPostmaster(join(folder.path, "postgres"));
    expect(own?.pid).not.toBe(orphan?.pid);
  });

  it("survive a kill of the hub and of Postgres", async () => {
    const first = start();
    await graphql(await first.ready(), create("acknowledged"));
    const postgres = await readPostmaster(join(folder.path, "postgres"));
    first.signal("SIGKILL");
    process.kill(postgres?.pid ?? 0, "SIGKILL");
    await first.ended;
    const second = start();
    expect(await graphql(await second.ready(), partners)).toMatchObject(holding("acknowledged"));
  });
});

describe("a data folder", () => {
  it("is refused to a second hub while the first lives, which goes on", async () => {
    const first = start();
    const url = await first.ready();
    const second = start();
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.stderr.trim()).toBe(
      `The data folder ${folder.path} is in use by another tutti hub (process ${first.pid}). ` +
        "Stop that one, or set TUTTI_DATA_DIR to another folder.",
    );
    expect(await graphql(url, partners)).toMatchObject(holding());
  });

  it("goes to one of two hubs that start on it at the same moment", async () => {
    const hubs = [start(), start()];
    const outcomes = await Promise.allSettled(hubs.map((hub) => hub.ready()));
    expect(outcomes.map((each) => each.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = hubs.find((_hub, index) => outcomes[index]?.status === "rejected");
    expect(refused?.stderr).toMatch(/is in use by another tutti hub/);
  });

  it("serves behind a door closed to other users, and once deleted it is empty", async () => {
    const closed = await tempFolder(0o700);
    const dataDir = join(closed.path, "data");
    const first = start(dataDir);
    await graphql(await first.ready(), create("private"));
    await first.stop();
    const second = start(dataDir);
    expect(await graphql(await second.ready(), partners)).toMatchObject(holding("private"));
    await second.stop();
    const elsewhere = await placeOf(dataDir);
    await rm(dataDir, { recursive: true });
    const third = start(dataDir);
    expect(await graphql(await third.ready(), partners)).toMatchObject(holding());
    await third.stop();
    for (const place of [elsewhere, await placeOf(dataDir)]) await rm(place, { recursive: true });
    await closed[Symbol.asyncDispose]();
  });
});

/** Where the Postgres of a data folder lives: a root's is elsewhere when the folder is closed. */
async function placeOf(dataDir: string): Promise<string> {
  const pointer = readFile(join(dataDir, "postgres-location"), "utf8");
  return pointer.then(
    (text) => text.trim(),
    () => dataDir,
  );
}

it("ends with a word about it when its Postgres ends", async () => {
  const hub = start();
  await hub.ready();
  const postgres = await readPostmaster(join(folder.path, "postgres"));
  process.kill(postgres?.pid ?? 0, "SIGQUIT");
  const { reason } = await hub.logged("draining");
  expect(reason).toBe(`Postgres ended; its log is ${join(folder.path, "postgres.log")}`);
  expect((await hub.ended).code).toBe(1);
});

it("is not ready while its database does not answer", async () => {
  const hub = start();
  const url = await hub.ready();
  const admin = new pg.Client({ connectionString: await postgresOf(folder.path) });
  await admin.connect();
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await admin.query("alter role tutti nologin");
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tutti'",
  );
  const answer = await fetch(`${url}/readyz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ status: "not ready", failed: ["postgres"] });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await admin.query("alter role tutti login");
  await expect.poll(() => fetch(`${url}/readyz`).then(({ status }) => status)).toBe(200);
  await admin.end();
});
