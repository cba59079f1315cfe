import { randomBytes } from "node:crypto";
import type { BenchContext } from "../harness/bench.js";
import { startHub, type BenchHub } from "../ingest/hub.js";
import { transactionOf } from "../ingest/transactions.js";
import type { Asked } from "./documents.js";

const PARTNERS = 25;
const BATCHES = 5;
const BATCH = 1_000;

const TERMS = {
  currency: "EUR",
  cycle: { rhythm: { kind: "MONTHLY" } },
  bases: [{ id: "ggr", kind: "GGR" }],
  clauses: [
    {
      id: "share",
      kind: "REVENUE_SHARE",
      basis: "ggr",
      beneficiary: "PARTNER",
      scheme: "FLAT",
      tiers: [{ from: "0", rate: "0.1250" }],
    },
  ],
};

/** A hub's data, and the key that opens it. */
export interface FilledHub extends Asked {
  key: string;
}

/** Fills a database through the API of a hub that is closed again: partners, contracts, money. */
export async function fillHub(context: BenchContext, databaseUrl: string): Promise<FilledHub> {
  const undo: (() => unknown)[] = [];
  const hub = await startHub({ defer: (each) => undo.push(each) }, databaseUrl);
  context.progress("filling the database");
  const codes = Array.from({ length: PARTNERS }, (_, n) => `bench-${n}-${randomCode()}`);
  const ids: string[] = [];
  for (const code of codes) ids.push(await addSettled(hub, code));
  const [partnerId = ""] = ids;
  for (let batch = 0; batch < BATCHES; batch++) await record(hub, partnerId, batch);
  const accountId = await busiest(hub, partnerId);
  for (const each of undo) await each();
  return { key: hub.key, partnerCode: codes[0] ?? "", accountId };
}

function randomCode(): string {
  return randomBytes(3).toString("hex");
}

async function addSettled(hub: BenchHub, code: string): Promise<string> {
  const created = await send<{ createPartner: { partner: { id: string } } }>(
    hub,
    `mutation ($code: String!) { createPartner(input: { code: $code, name: $code,
      kind: GAME_PROVIDER }) { partner { id } } }`,
    { code },
  );
  const { id } = created.createPartner.partner;
  await send(
    hub,
    `mutation ($input: CreateContractInput!) { createContract(input: $input)
      { contract { id } } }`,
    { input: { partnerId: id, code: "eur", effectiveFrom: "2025-01-01", terms: TERMS } },
  );
  for (const reference of ["a", "b", "c"]) {
    await send(
      hub,
      `mutation ($id: ID!, $reference: String!) { openAccount(input: { partnerId: $id,
        purpose: "BENCH", currency: "EUR", normalSide: CREDIT, reference: $reference })
        { userErrors { message } } }`,
      { id, reference },
    );
  }
  return id;
}

function record(hub: BenchHub, partnerId: string, batch: number): Promise<unknown> {
  const transactions = Array.from({ length: BATCH }, (_, n) =>
    transactionOf(`${batch}-${n}`, batch * BATCH + n),
  );
  return send(
    hub,
    `mutation ($input: RecordTransactionsInput!) { recordTransactions(input: $input)
      { posted } }`,
    { input: { partnerId, transactions } },
  );
}

/** The row id of the partner's account that has the most entries. */
async function busiest(hub: BenchHub, partnerId: string): Promise<string> {
  const { partner } = await send<{
    partner: { accounts: { id: string; balance: { version: string } }[] };
  }>(hub, "query ($id: ID!) { partner(id: $id) { accounts { id balance { version } } } }", {
    id: partnerId,
  });
  const [first] = partner.accounts.toSorted(
    (a, b) => Number(b.balance.version) - Number(a.balance.version),
  );
  return (first?.id ?? "").slice("acc_".length);
}

async function send<Data>({ url, key }: BenchHub, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}
