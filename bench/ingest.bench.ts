import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { defineBench } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import type { ClientResult, ClientTask } from "./ingest/client.js";
import { engineRate } from "./ingest/engine-peer.js";
import { addPartner, startHub } from "./ingest/hub.js";
import { openLedger } from "./posting/ledger.js";

const CODE = "bench";
const PARTNER = "01900000-0000-7000-8000-000000000001";

export default defineBench({
  summary: "streams and mutations of transactions through HTTP, beside the posting engine alone",
  run: async (context) => {
    const postgres = await startBenchPostgres(context, { durable: true });
    const ledger = await openLedger(context, await postgres.freshDatabase());
    const hub = await startHub(context, postgres.url);
    const partnerId = await addPartner(hub, CODE);
    await insertPartner(ledger);
    const client = new Worker(new URL("./ingest/client.js", import.meta.url));
    context.defer(() => client.terminate());
    const count = Number(context.settings["count"] ?? (context.quick ? 5_000 : 80_000));
    const through = async (way: ClientTask["way"], index: number) => {
      const prefix = `${way}-${index}`;
      const task = { way, ...hub, partnerId, partnerCode: CODE, prefix, count };
      return { transactionsPerSecond: count / (await runClient(client, task)).seconds };
    };
    const result = await context.compare("ingest", {
      engine: async ({ index }) => ({
        transactionsPerSecond: await engineRate(ledger, PARTNER, `engine-${index}`, count),
      }),
      ndjson: ({ index }) => through("ndjson", index),
      mutation: ({ index }) => through("mutation", index),
    });
    const share = (way: "ndjson" | "mutation") =>
      result.ratio(way, "engine", "transactionsPerSecond");
    const rate = (way: "ndjson" | "mutation" | "engine") =>
      result.median(way, "transactionsPerSecond");
    return {
      ndjson: { engineShare: share("ndjson"), transactionsPerSecond: rate("ndjson") },
      mutation: { engineShare: share("mutation"), transactionsPerSecond: rate("mutation") },
      engine: { transactionsPerSecond: rate("engine") },
    };
  },
});

async function runClient(client: Worker, task: ClientTask): Promise<ClientResult> {
  client.postMessage(task);
  const [answer] = (await once(client, "message")) as [ClientResult | { error: string }];
  if ("error" in answer) throw new Error(answer.error);
  return answer;
}

/** The engine's own database knows the partner as well: accounts refer to it. */
async function insertPartner({ pool }: Awaited<ReturnType<typeof openLedger>>): Promise<void> {
  await pool.query(
    `insert into partner (id, code, name, kind, state, synthetic, version, created_at)
     values ($1, $2, $2, 'PAYMENT_VENDOR', 'ACTIVE', false, 1, now())`,
    [PARTNER, CODE],
  );
}
