import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { defineBench } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { startChild, type BenchChild } from "./live/child-process.js";

const SAMPLE_MS = 50;
const MIB = 1024 * 1024;

export default defineBench({
  summary: "a million transactions as a download, and what it takes of the hub's memory",
  run: async (context) => {
    const { quick, settings } = context;
    const rows = Number(settings["rows"] ?? (quick ? 50_000 : 1_000_000));
    const postgres = await startBenchPostgres(context, { durable: true });
    await fill(postgres.url, rows);
    const key = `tutti_bench_${randomBytes(16).toString("hex")}`;
    const hub = startChild(context, "./hub-server.process.js");
    const port = await hub.call<number>("listen", { databaseUrl: postgres.url, key });
    const url = `http://127.0.0.1:${port}`;
    await download(url, key, "NDJSON"); // compiled and connected, before anything is measured
    const { residentBytes: idle } = await hub.call<{ residentBytes: number }>("memory");
    const measure = (format: string) => async () => {
      const peak = peakOf(hub);
      const start = performance.now();
      const lines = await download(url, key, format);
      const seconds = (performance.now() - start) / 1_000;
      const counted = format === "CSV" ? lines - 1 : lines;
      if (counted !== rows) throw new Error(`${counted} of ${rows} rows`);
      return { rowsPerSecond: rows / seconds, peakMb: ((await peak.end()) - idle) / MIB };
    };
    const result = await context.compare(
      "export",
      { ndjson: measure("NDJSON"), csv: measure("CSV") },
      { rounds: Math.min(context.rounds, 3), warmUps: 0 },
    );
    return {
      rowsPerSecond: result.median("ndjson", "rowsPerSecond"),
      peakMb: Math.max(...result.values("ndjson", "peakMb"), ...result.values("csv", "peakMb")),
      csvRowsPerSecond: result.median("csv", "rowsPerSecond"),
    };
  },
});

/** Rows as the ledger writes them, made by the server itself: only reading them is measured. */
async function fill(url: string, rows: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into transaction (id, external_id, kind, type, direction, amount_minor, currency,
       occurred_at, posted_at, lane, block)
     select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '70008000' ||
         lpad(to_hex(n), 12, '0'))::uuid,
       'bench-' || n, 'RECORD', 'bet', 'IN', n, 'EUR', now(), now(), 0, 1
     from generate_series(1, $1::bigint) n`,
    [rows],
  );
  await client.query("analyze transaction");
  await client.end();
}

/** Downloads an export; answers how many lines it has. */
async function download(url: string, key: string, format: string): Promise<number> {
  const query = `mutation { exportTransactions(input: { format: ${format} }) { path } }`;
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify({ query }) };
  const answer = (await (await fetch(`${url}/graphql`, init)).json()) as {
    data: { exportTransactions: { path: string } };
  };
  const { body } = await fetch(url + answer.data.exportTransactions.path);
  let lines = 0;
  for await (const chunk of body ?? []) lines += linesIn(chunk);
  return lines;
}

function linesIn(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** The most memory that a process has until it is ended. */
function peakOf(hub: BenchChild): { end(): Promise<number> } {
  let peak = 0;
  let over = false;
  const sampled = (async () => {
    while (!over) {
      peak = Math.max(peak, await hub.call<number>("residentBytes"));
      await wait(SAMPLE_MS);
    }
  })();
  return {
    async end() {
      over = true;
      await sampled;
      return peak;
    },
  };
}
