import { randomBytes } from "node:crypto";
import pg from "pg";
import { defineBench } from "./harness/bench.js";
import { closedLoop } from "./harness/load.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { startChild } from "./live/child-process.js";

const PAGE = 100;
const CLIENTS = 4;

export default defineBench({
  summary: "the last page of an account's entries, beside the first",
  run: async (context) => {
    const { quick, settings } = context;
    const entries = Number(settings["entries"] ?? (quick ? 100_000 : 5_000_000));
    const seconds = Number(settings["seconds"] ?? (quick ? 1 : 3));
    const postgres = await startBenchPostgres(context, { durable: true });
    context.progress(`writing ${entries} entries`);
    const accountId = await fill(postgres.url, entries);
    const key = `tutti_bench_${randomBytes(16).toString("hex")}`;
    const hub = startChild(context, "./hub-server.process.js");
    const port = await hub.call<number>("listen", { databaseUrl: postgres.url, key });
    const read = reader(`http://127.0.0.1:${port}/graphql`, key, `acc_${accountId}`);
    const last = await read({ last: PAGE });
    const before = await read({ last: PAGE, before: last.edges[0]?.cursor });
    const after = before.edges.at(-1)?.cursor ?? "";
    const measure = (variables: object, firstVersion: number) => async () => {
      const { latency } = await closedLoop({ clients: CLIENTS, seconds }, async () => {
        const { edges } = await read(variables);
        if (Number(edges[0]?.node.version) !== firstVersion) throw new Error("another page");
      });
      return latency.measures();
    };
    const result = await context.compare(
      "pages",
      {
        first: measure({ first: PAGE }, 1),
        deep: measure({ first: PAGE, after }, entries - PAGE + 1),
      },
      { rounds: Math.min(context.rounds, 5) },
    );
    return {
      deepRatio: result.ratio("deep", "first", "p99Ms"),
      deepP50Ratio: result.ratio("deep", "first", "p50Ms"),
      deepP99Ms: result.median("deep", "p99Ms"),
      page: Math.floor(entries / PAGE),
    };
  },
});

/** An account and its entries, made by the server itself: only reading them is measured. */
async function fill(url: string, entries: number): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `insert into account (purpose, currency, normal_side, balance, version, created_at)
     values ('BENCH', 'EUR', 'CREDIT', $1, $1, now()) returning id`,
    [entries],
  );
  const id = rows[0]?.id ?? "";
  await client.query(
    `insert into entry (account_id, version, transfer_id, amount, balance_after,
       pending_debit_after, pending_credit_after, occurred_at, posted_at)
     select $1::bigint, n, (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') ||
         '70008000' || lpad(to_hex(n), 12, '0'))::uuid, 1, n, 0, 0, now(), now()
     from generate_series(1, $2::bigint) n`,
    [id, entries],
  );
  await client.query("vacuum analyze entry");
  await client.end();
  return id;
}

interface Page {
  edges: { cursor: string; node: { version: string } }[];
}

function reader(url: string, key: string, id: string) {
  const query = `query ($id: ID!, $first: Int, $last: Int, $after: String, $before: String) {
    account(id: $id) { entries(orderBy: { field: VERSION }, first: $first,
      last: $last, after: $after, before: $before) { edges { cursor
      node { version change { amount } balanceAfter { posted { amount } } postedAt } } } } }`;
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return async (variables: object): Promise<Page> => {
    const body = JSON.stringify({ query, variables: { id, ...variables } });
    const response = await fetch(url, { method: "POST", headers, body });
    const { data } = (await response.json()) as { data: { account: { entries: Page } } };
    return data.account.entries;
  };
}
