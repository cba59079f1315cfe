import pg from "pg";
import { encodeId, type IdPrefix } from "../../src/shared/graphql/global-id.js";
import { flatShare } from "./contracts.js";
import type { TestHub } from "./hub.js";
import type { MadeRows } from "./partner-row-types.js";
import { fillRows } from "./partner-rows.js";

/** A partner that has something of everything. */
export interface FilledPartner {
  /** Stands in every text of its rows, and nowhere else. */
  mark: string;
  /** The API's ids of one of each kind of thing that it has. */
  ids: Record<IdPrefix, string>;
  /** Texts that nobody else may ever be shown: its mark, its ids, its amounts. */
  secrets: string[];
  /** A key that may do everything, limited to it. */
  key: string;
}

/** One partner after the other, on one hub. */
export async function fillPartners(hub: TestHub): Promise<{
  other: FilledPartner;
  own: FilledPartner;
  owner: pg.Client;
}> {
  const owner = await ownerOf(hub);
  const other = await fill(hub, owner, { mark: "zz-other", amount: "777" });
  const own = await fill(hub, owner, { mark: "zz-own", amount: "333" });
  return { other, own, owner };
}

/** A session of the login that owns the tables: no policy applies to it. */
async function ownerOf({ database }: TestHub): Promise<pg.Client> {
  const url = new URL(String(database.pool.options.connectionString));
  url.searchParams.delete("options");
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
}

interface Filling {
  mark: string;
  amount: string;
}

async function fill(
  hub: TestHub,
  owner: pg.Client,
  { mark, amount }: Filling,
): Promise<FilledPartner> {
  const partner = await one<{ id: string }>(hub, "createPartner", "partner { id }", {
    code: mark,
    name: mark,
    kind: "GAME_PROVIDER",
  });
  const partnerId = partner.id;
  const { contract, key, endpoint } = await equip(hub, partnerId, mark);
  const transactionId = await record(hub, partnerId, mark, `${amount}1`);
  const { accountId, transferId } = await found(owner, transactionId);
  const marked = { id: uuidOf(partnerId), contractId: uuidOf(contract.id), mark, amount };
  const ledger = { accountId, transactionId: uuidOf(transactionId) };
  const rows = await fillRows(owner, { ...marked, ...ledger, endpointId: uuidOf(endpoint.id) });
  const apiKey = String(Reflect.get(Object(key["apiKey"]) as object, "id"));
  const ids: Record<IdPrefix, string> = {
    ...idsOf(rows),
    ptr: partnerId,
    ctr: contract.id,
    txn: transactionId,
    whe: endpoint.id,
    key: apiKey,
    acc: encodeId("acc", BigInt(accountId)),
    trf: encodeId("trf", transferId),
    ...(await grantedTo(owner, apiKey)),
  };
  return { mark, ids, key: String(key["secret"]), secrets: secretsOf(mark, amount, ids) };
}

/** A contract, a key that may do everything within the partner, and an endpoint. */
async function equip(hub: TestHub, partnerId: string, mark: string) {
  const contract = await one<{ id: string }>(hub, "createContract", "contract { id }", {
    partnerId,
    code: mark,
    effectiveFrom: "2024-01-01",
    terms: flatShare({ currency: "EUR" }),
  });
  const role = "ADMINISTRATOR";
  const key = await made(hub, "createApiKey", "secret apiKey { id }", {
    partnerId,
    name: mark,
    role,
  });
  const endpoint = await one<{ id: string }>(hub, "createWebhookEndpoint", "endpoint { id }", {
    partnerId,
    url: `https://example.com/${mark}`,
    description: mark,
    eventKinds: ["TRANSACTION_POSTED"],
  });
  return { contract, key, endpoint };
}

/** What a key was granted, and a role of the hub's own making, which is nobody's. */
async function grantedTo(owner: pg.Client, apiKey: string) {
  const { rows } = await owner.query<{ grant: string; role: string }>(
    `with made as (insert into own_role (id, name, description, permissions, version, created_at)
       values (gen_random_uuid(), gen_random_uuid()::text, '', '[]', 1, now()) returning id)
     select g.id as grant, made.id as role from role_grant g, made where g.holder_id = $1`,
    [uuidOf(apiKey)],
  );
  const [{ grant, role } = { grant: "", role: "" }] = rows;
  return { grt: encodeId("grt", grant), rol: encodeId("rol", role) };
}

/** Both ways of writing an id; a number is only known by what stands around it. */
function secretsOf(mark: string, amount: string, ids: Record<IdPrefix, string>): string[] {
  const written = Object.entries(ids)
    .filter(([prefix]) => prefix !== "rol") // roles are for all
    .flatMap(([prefix, id]) => (prefix === "acc" ? [`"${id}"`] : [id, uuidOf(id)]));
  const amounts = Array.from(
    { length: 14 },
    (_, n) => `${amount}${String(n + 1).padStart(3, "0")}`,
  );
  // In quotes: the digits alone may well stand in somebody's id.
  return [mark, ...written, ...amounts.map((each) => `"${each}"`)];
}

function idsOf(rows: MadeRows) {
  return {
    stl: encodeId("stl", rows.settlement),
    stm: encodeId("stm", rows.statement),
    pay: encodeId("pay", rows.payout),
    run: encodeId("run", rows.run),
    job: encodeId("job", rows.job),
    alr: encodeId("alr", rows.alert),
    doc: encodeId("doc", rows.document),
    bnk: encodeId("bnk", rows.payoutAccount),
    whm: encodeId("whm", rows.message),
    per: encodeId("per", rows.person),
    qrn: encodeId("qrn", rows.quarantined),
    rhd: encodeId("rhd", rows.held),
    brk: encodeId("brk", rows.openBreak),
    rrn: encodeId("rrn", rows.reconciled),
  };
}

/** The UUID behind an id of the API. */
export function uuidOf(globalId: string): string {
  const hex = globalId.slice(4);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
    .filter((part) => part !== "")
    .join("-");
}

/** Records a transaction and answers its id. */
export async function record(hub: TestHub, partnerId: string, mark: string, amount: string) {
  const transaction = {
    externalId: `${mark}-${amount}`,
    type: "bet",
    direction: "IN",
    amountMinor: amount,
    currency: "EUR",
    occurredAt: "2025-02-03T00:00:00Z",
    counterparty: mark,
    reference: mark,
  };
  const { outcomes } = await made(hub, "recordTransactions", "outcomes { transactionId status }", {
    partnerId,
    transactions: [transaction],
  });
  return (outcomes as { transactionId: string }[])[0]?.transactionId ?? "";
}

async function found(owner: pg.Client, transactionId: string) {
  const { rows } = await owner.query<{ id: string; account: string }>(
    `select m.id, a.id::text as account from transfer m
     join account a on a.id in (m.debit_account_id, m.credit_account_id)
     where m.transaction_id = $1 and a.partner_id is not null`,
    [uuidOf(transactionId)],
  );
  const [transfer] = rows;
  if (!transfer) throw new Error("The transaction moved nothing of the partner");
  return { transferId: transfer.id, accountId: transfer.account };
}

async function made(hub: TestHub, name: string, selection: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const command = `${name}(input: $input) { ${selection} userErrors { code message } }`;
  const data = await hub.query(`mutation ($input: ${type}) { ${command} }`, { input });
  const payload = Object(data[name]) as Record<string, unknown>;
  const errors = JSON.stringify(payload["userErrors"]);
  if (errors !== "[]") throw new Error(`${name} answered ${errors}`);
  return payload;
}

/** The one thing that a command made. */
async function one<T>(hub: TestHub, name: string, selection: string, input: object): Promise<T> {
  const payload = await made(hub, name, selection, input);
  return payload[selection.split(" ")[0] ?? ""] as T;
}
