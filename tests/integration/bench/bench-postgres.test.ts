import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBenchPostgres, type BenchPostgres } from "../../../bench/harness/postgres.js";
import { processCost } from "../../../bench/harness/process-cost.js";
import { Cleanup } from "../../../bench/harness/run-bench.js";

const REPOSITORY = join(import.meta.dirname, "../../..");

async function one(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ answer: unknown }>(sql);
  await client.end();
  return rows[0]?.answer;
}

describe("the Postgres of a bench", () => {
  const cleanup = new Cleanup();
  const facts = new Map<string, string>();
  let postgres: BenchPostgres;
  let folder = "";

  beforeAll(async () => {
    const context = {
      defer: (undo: () => unknown) => cleanup.defer(undo),
      fact: (name: string, value: string) => void facts.set(name, value),
      progress: () => undefined,
    };
    postgres = await startBenchPostgres(context, { durable: true });
    const answer = await one(
      postgres.adminUrl,
      "select setting as answer from pg_settings where name = 'data_directory'",
    );
    folder = String(answer);
  });

  afterAll(() => cleanup.run());

  it("is durable and says so", async () => {
    expect(facts.get("postgres")).toMatch(/^18\.\d+, durable$/);
    expect(await one(postgres.adminUrl, "select current_setting('fsync') as answer")).toBe("on");
  });

  it("is migrated, and so is every fresh database beside it", async () => {
    const tables = "select count(*)::int as answer from pg_tables where schemaname = 'public'";
    const count = await one(postgres.url, tables);
    expect(count).toBeGreaterThan(1);
    expect(await one(await postgres.freshDatabase(), tables)).toBe(count);
    expect(await one(await postgres.freshDatabase({ migrated: false }), tables)).toBe(0);
  });

  it("has a process whose cost can be read", () => {
    expect(processCost(postgres.pid).residentBytes).toBeGreaterThan(1_000_000);
  });

  it("leaves nothing behind", async () => {
    await cleanup.run();
    await expect(stat(folder)).rejects.toThrow("ENOENT");
    expect(() => processCost(postgres.pid)).toThrow(/is not in \/proc/);
  });
});

describe("the bench command", () => {
  const run = promisify(execFile);
  const bench = (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
    run(process.execPath, ["dist/bench/run.js", ...args], { cwd: REPOSITORY });

  it("ends its output with one JSON object", async () => {
    const args = ["run", "bench", "--", "ids", "--json", "--quick"]; // which also builds it
    const { stdout } = await run("npm", args, { cwd: REPOSITORY });
    const last = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") as object;
    const number = expect.any(Number) as number;
    const figures = { idsPerSecond: number, randomUuidRatio: number };
    expect(last).toEqual({ bench: "ids", figures });
  });

  it("lists the benches", async () => {
    const { stdout } = await bench("--help");
    expect(stdout).toMatch(/^ {2}ids +time-ordered ids beside/m);
  });

  it("refuses a bench that there is not", async () => {
    await expect(bench("nothing")).rejects.toThrow(/there is no bench "nothing"; there are .*ids/);
  });
});
