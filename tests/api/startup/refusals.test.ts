import { once } from "node:events";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { freePort } from "../../support/free-port.js";
import { buildHub, runHubProcess } from "../../support/hub-process.js";
import { testDatabase, type TestDatabase } from "../../support/postgres.js";
import { tempFolder, type TempFolder } from "../../support/temp-folder.js";

/** Connection attempts are given up after 5 s at the latest; the rest is for a busy machine. */
const SECONDS = 30_000;

let folder: TempFolder;
let database: TestDatabase;
let taken: Server;
let takenPort: number;

beforeAll(async () => {
  await buildHub();
  folder = await tempFolder();
  database = await testDatabase();
  taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  takenPort = typeof address === "object" ? (address?.port ?? 0) : 0;
});
afterAll(async () => {
  taken.close();
  await database.close();
  await folder[Symbol.asyncDispose]();
});

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

/** A folder that cannot be used; a root's only kind is one that cannot exist. */
async function unusableFolder(): Promise<string> {
  const path = join(folder.path, "closed");
  if (process.getuid?.() === 0) {
    await writeFile(path, "a file");
    return join(path, "data");
  }
  await mkdir(path);
  await chmod(path, 0o000);
  return path;
}

interface Refusal {
  why: string;
  env: () => Record<string, string> | Promise<Record<string, string>>;
  args?: string[];
  says: RegExp;
  code?: number;
}

const refusals: Refusal[] = [
  {
    why: "its port is taken",
    env: () => ({ DATABASE_URL: database.url, TUTTI_PORT: String(takenPort) }),
    says: /^Port \d+ of 127\.0\.0\.1 is taken by another program\. Stop that one, or set .*\.$/,
  },
  {
    why: "the address to listen on is not of this machine",
    env: () => ({ DATABASE_URL: database.url, TUTTI_HOST: "192.0.2.1" }),
    says: /^192\.0\.2\.1 is no address of this machine\. Set TUTTI_HOST .*\.$/,
  },
  {
    why: "its data folder cannot be used",
    env: async () => ({ TUTTI_DATA_DIR: await unusableFolder() }),
    says: /^The data folder \S+ cannot be read and written \(E[A-Z]+\)\. Give this user .*\.$/,
  },
  {
    why: "nothing listens at DATABASE_URL",
    env: async () => ({ DATABASE_URL: `postgres://u:hidden@127.0.0.1:${await freePort()}/x` }),
    says: /^Postgres at 127\.0\.0\.1:\d+\/x does not answer: connection refused\. Start it, .*\.$/,
  },
  {
    why: "what listens at DATABASE_URL never answers",
    env: () => ({ DATABASE_URL: `postgres://u:hidden@127.0.0.1:${takenPort}/x` }),
    says: /^Postgres at 127\.0\.0\.1:\d+\/x does not answer in time\. Start it, .*\.$/,
  },
  {
    why: "the password in DATABASE_URL is wrong",
    env: () => ({ DATABASE_URL: changed(database.url, (url) => (url.password = "hidden")) }),
    says: /^Postgres at \S+ refuses the password\. Correct .* in DATABASE_URL\.$/,
  },
  {
    why: "nothing listens at REDIS_URL",
    env: async () => ({
      DATABASE_URL: database.url,
      REDIS_URL: `redis://:hidden@127.0.0.1:${await freePort()}`,
    }),
    says: /^Redis at 127\.0\.0\.1:\d+ does not answer: connection refused\. Start it, .*\.$/,
  },
  {
    why: "what listens at REDIS_URL never answers",
    env: () => ({ DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${takenPort}` }),
    says: /^Redis at 127\.0\.0\.1:\d+ does not answer in time\. Start it, .*\.$/,
  },
  {
    why: "the password in REDIS_URL is wrong",
    env: () => ({
      DATABASE_URL: database.url,
      REDIS_URL: changed(inject("redisUrl"), (url) => {
        url.username = "somebody";
        url.password = "hidden";
      }),
    }),
    says: /^Redis at \S+ refuses the password\. Correct the user and password in REDIS_URL\.$/,
  },
  {
    why: "several settings are wrong, of which it names each",
    env: () => ({ TUTTI_PORT: "http", DATABASE_URL: "hidden" }),
    args: ["--roles", "boss"],
    says: /^3 settings are wrong:(\n {2}- .*){3}\nSee --help\.$/,
    code: 78,
  },
];

describe("a hub that cannot start says why, what to do, and ends within seconds", () => {
  it.each(refusals)("$why", { timeout: SECONDS }, async ({ env, args = [], says, code = 1 }) => {
    const hub = await runHubProcess({ env: await env(), args });
    const words = hub.stderr.split("\n").filter((line) => line && !line.startsWith("{"));
    expect(words.join("\n")).toMatch(says);
    expect(hub.stderr).not.toMatch(/hidden|\n {4}at /);
    expect(hub.stdout).toBe("");
    expect(hub.code).toBe(code);
  });
});

it("prints its settings and ends well when asked for help", async () => {
  const hub = await runHubProcess({ args: ["--help"] });
  expect(hub.stdout).toContain("TUTTI_DATA_DIR, --data-dir");
  expect(hub.code).toBe(0);
});
