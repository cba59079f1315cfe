import { once } from "node:events";
import { readFile, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../../../src/shared/database/embedded-postgres.js";
import { DataFolderInUse } from "../../../src/shared/database/hub-lock.js";
import { readPostmaster } from "../../../src/shared/database/postgres-lock-file.js";
import { tempFolder, type TempFolder } from "../../support/temp-folder.js";

async function rowsOf(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined); // its query fails with the same error
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

describe("the embedded Postgres", () => {
  let folder: TempFolder;
  let postgres: EmbeddedPostgres;
  const home = () => join(folder.path, "hub");

  beforeAll(async () => {
    folder = await tempFolder();
    postgres = await startEmbeddedPostgres({ dataDir: home() });
  });
  afterAll(async () => {
    await postgres.stop();
    await folder[Symbol.asyncDispose]();
  });

  it("keeps what it has acknowledged: nothing of its durability is switched off", async () => {
    const names = ["fsync", "synchronous_commit", "full_page_writes", "data_checksums"];
    const sql = `select name, setting from pg_settings where name in ('${names.join("','")}')`;
    const settings = (await rowsOf(postgres.url, sql)).map((row) => row["setting"]);
    expect(settings).toEqual(["on", "on", "on", "on"]);
  });

  it("orders and folds text alike on every machine", async () => {
    const sql = `select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding
      from pg_database where datname = current_database()`;
    const [row] = await rowsOf(postgres.url, sql);
    expect(row).toEqual({ datlocprovider: "b", datlocale: "C.UTF-8", encoding: "UTF8" });
  });

  it("gives the hub a login that is no superuser", async () => {
    const sql = "select rolsuper, rolcreatedb from pg_roles where rolname = current_user";
    expect(await rowsOf(postgres.url, sql)).toEqual([{ rolsuper: false, rolcreatedb: false }]);
  });

  it("lets nobody in without its password, which only its owner may read", async () => {
    const url = new URL(postgres.url);
    url.password = "guess";
    await expect(rowsOf(url.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
    const file = await stat(join(postgres.folder, "postgres-password"));
    expect(file.mode & 0o777).toBe(0o600);
  });

  it("is not to be reached from other machines", async () => {
    const addresses = Object.values(networkInterfaces()).flat();
    const outside = addresses.find((each) => each?.family === "IPv4" && !each.internal);
    const socket = connect(postgres.port, outside?.address ?? "127.0.0.2");
    await expect(once(socket, "connect")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("refuses a second hub on its folder, and says which one has it", async () => {
    const second = startEmbeddedPostgres({ dataDir: home() });
    await expect(second).rejects.toThrow(
      `The data folder ${postgres.folder} is in use by another ` +
        `tutti hub (process ${process.pid}). ` +
        "Stop that one, or set TUTTI_DATA_DIR to another folder.",
    );
  });

  it("stays the hub's own when a crash inside it has ended all connections", async () => {
    const holder = () =>
      rowsOf(postgres.adminUrl, "select pid from pg_locks where locktype = 'advisory'").catch(
        () => [],
      );
    const [first] = await holder();
    process.kill(Number(first?.["pid"]), "SIGKILL");
    const again = async () => (await holder()).some((row) => row["pid"] !== first?.["pid"]);
    await expect.poll(again, { timeout: 10_000 }).toBe(true);
    const second = startEmbeddedPostgres({ dataDir: home() });
    await expect(second).rejects.toThrow(DataFolderInUse);
  });

  it("has its data and its address again after a stop", async () => {
    await rowsOf(postgres.url, "create table kept as select 42 as answer");
    const { url } = postgres;
    await postgres.stop();
    expect(await readPostmaster(join(postgres.folder, "postgres"))).toBeUndefined();
    postgres = await startEmbeddedPostgres({ dataDir: home() });
    expect(postgres.url).toBe(url);
    expect(await rowsOf(url, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("starts beside a lock file whose process number now belongs to another program", async () => {
    const lockFile = join(postgres.folder, "postgres", "postmaster.pid");
    const [, ...rest] = (await readFile(lockFile, "utf8")).split("\n");
    await postgres.stop();
    await writeFile(lockFile, [String(process.ppid), ...rest].join("\n"));
    postgres = await startEmbeddedPostgres({ dataDir: home() });
    expect(await rowsOf(postgres.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("tells its owner when it ends unasked", async () => {
    const ended = new Promise<void>((resolve) => postgres.onExit(resolve));
    const state = await readPostmaster(join(postgres.folder, "postgres"));
    process.kill(state?.pid ?? 0, "SIGQUIT");
    await ended;
    expect(await readPostmaster(join(postgres.folder, "postgres"))).toBeUndefined();
  });
});
