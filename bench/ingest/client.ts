import { request, Agent } from "node:http";
import { parentPort } from "node:worker_threads";
import { transactionOf } from "./transactions.js";

/**
 * The client of the ingest bench, a thread of its own: what it costs to make and to take messages
 * is not the hub's. Bodies are made before the clock starts.
 */
export interface ClientTask {
  way: "ndjson" | "mutation";
  url: string;
  key: string;
  partnerId: string;
  partnerCode: string;
  /** Makes the external ids of a round its own. */
  prefix: string;
  count: number;
}

export interface ClientResult {
  seconds: number;
}

const BATCH = 1_000;
const CONNECTIONS = 4;
const MUTATION = `mutation ($input: RecordTransactionsInput!) { recordTransactions(input: $input) {
  posted refused outcomes { status transactionId code reason } userErrors { code message } } }`;

async function run(task: ClientTask): Promise<ClientResult> {
  const send = task.way === "ndjson" ? prepareStream(task) : prepareMutations(task);
  const start = performance.now();
  await send();
  return { seconds: (performance.now() - start) / 1_000 };
}

function items({ count, prefix }: ClientTask): ReturnType<typeof transactionOf>[] {
  return Array.from({ length: count }, (_, n) => transactionOf(`${prefix}-${n}`, n));
}

function prepareStream(task: ClientTask): () => Promise<void> {
  const body = Buffer.from(
    `${items(task)
      .map((item) => JSON.stringify(item))
      .join("\n")}\n`,
  );
  const headers = { "content-type": "application/x-ndjson" };
  return async () => {
    const answer = await post(task, `/ingest/${task.partnerCode}`, headers, body);
    let posted = 0;
    for (let at = answer.indexOf(POSTED); at >= 0; at = answer.indexOf(POSTED, at + 1)) posted++;
    if (posted !== task.count) throw new Error(`${posted} of ${task.count} were posted`);
  };
}

const POSTED = '"POSTED"';

function prepareMutations(task: ClientTask): () => Promise<void> {
  const bodies: Buffer[] = [];
  const all = items(task);
  for (let from = 0; from < all.length; from += BATCH) {
    const transactions = all.slice(from, from + BATCH);
    const variables = { input: { partnerId: task.partnerId, transactions } };
    bodies.push(Buffer.from(JSON.stringify({ query: MUTATION, variables })));
  }
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  return async () => {
    const connection = async (): Promise<void> => {
      for (let body = bodies.pop(); body; body = bodies.pop()) await mutate(task, body, agent);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, connection));
    agent.destroy();
  };
}

async function mutate(task: ClientTask, body: Buffer, agent: Agent): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await post(task, "/graphql", headers, body, agent);
  if (!answer.includes('"refused":0')) throw new Error(answer.slice(0, 500));
}

function post(
  { url, key }: ClientTask,
  path: string,
  headers: Record<string, string>,
  body: Buffer,
  agent?: Agent,
): Promise<string> {
  const length = String(body.length);
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, {
      method: "POST",
      agent,
      headers: { authorization: `Bearer ${key}`, "content-length": length, ...headers },
    });
    sent.on("error", reject).on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve(Buffer.concat(chunks).toString("latin1")));
    });
    sent.end(body);
  });
}

parentPort?.on("message", (task: ClientTask) => {
  run(task).then(
    (result) => parentPort?.postMessage(result),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }),
  );
});
