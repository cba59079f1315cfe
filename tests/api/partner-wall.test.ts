import { setTimeout as wait } from "node:timers/promises";
import {
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
} from "graphql";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { contextMaker as contextMakerOf } from "../../src/app/context.js";
import { buildHubSchema } from "../../src/app/schema.js";
import { systemClock } from "../../src/shared/clock.js";
import { ROW_RULES } from "../../src/shared/database/row-security.queries.js";
import type { IdPrefix } from "../../src/shared/graphql/global-id.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { feedWebhooks } from "../../src/webhooks/feed-webhooks.js";
import { flatShare } from "../support/contracts.js";
import { startTestHub, type GraphQLAnswer, type TestHub } from "../support/hub.js";
import { idsFrom, nobody } from "../support/partner-ids.js";
import { fillPartners, record, uuidOf, type FilledPartner } from "../support/partner-world.js";
import { SchemaWalk } from "../support/schema-walk.js";
import { socketClient } from "../support/socket.js";

/**
 * What the application knows of a caller's partners is taken from it here: its own conditions then
 * show everything, and what is not shown is kept back by Postgres alone.
 */
const conditions = vi.hoisted(() => ({ on: true }));

vi.mock("../../src/app/context.js", async (importOriginal) => {
  const original = await importOriginal<{ contextMaker: typeof contextMakerOf }>();
  const contextMaker: typeof contextMakerOf = async (deps) => {
    const make = await original.contextMaker(deps);
    return (actor, origin) => {
      const ctx = make(actor, origin);
      if (conditions.on) return ctx;
      return { ...ctx, scope: null, actor: { ...actor, scope: null } };
    };
  };
  return { ...original, contextMaker };
});

const schema = buildHubSchema();
const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

let hub: TestHub;
let owner: pg.Client;
/** Whose rows are asked for, and who asks. */
let other: FilledPartner;
let own: FilledPartner;

beforeAll(async () => {
  // Without the jobs: what the clock starts would change rows meanwhile.
  hub = await startTestHub({ config: { roles: new Set(["api", "live", "ingest"]) } });
  ({ other, own, owner } = await fillPartners(hub));
});

afterAll(async () => {
  await owner.end();
  await hub.close();
});

/** Queries that show nothing that belongs to a partner, and why. */
const OF_NOBODY: Record<string, string> = {
  viewer: "the credential itself",
  permissionCatalogue: "the catalogue",
  roles: "the hub's own",
  ownRoles: "sets of permissions",
  payoutTotals: "sums: that they are those of an absent partner is looked at",
  positionTotals: "sums: that they are those of an absent partner is looked at",
  statementTotals: "sums: that they are those of an absent partner is looked at",
  positionTransactions: "what counts now: that it is nothing of an absent one is looked at",
  retentionReport: "counts, of the whole hub",
  reconciliationPolicy: "settings: that they are those of an absent partner is looked at",
  encryptionStatus: "counts, of the hub's own keys",
  payoutAccountsByNumber: "by a keyed hash: that it shows nothing of an absent one is looked at",
  settlementTotals: "sums: that they are those of an absent partner is looked at",
  adapters: "formats, which are the operator's",
  contractTemplate: "made from its argument alone",
  validateTerms: "made from its argument alone",
  exchangeRates: "published for everyone",
  statementKeys: "public keys",
  wallet: "wallets are of the platform's customers",
  settlementPeriods: "days, by the contract's calendar: that they are shown at all is looked at",
  simulateTerms: "figures that are made anew: that they are shown at all is looked at",
  transactionProof: "hashes: that they are shown at all is looked at",
  position: "figures of the present: that they are shown at all is looked at",
};

const KNOWN = { ContractTerms: flatShare({ currency: "EUR" }) };

function walkFor(whose: Pick<FilledPartner, "ids" | "mark">): SchemaWalk {
  return new SchemaWalk(schema, idsFrom(whose.ids, whose.mark), KNOWN);
}

/** The same field with nothing that may be left out, and with each id that may be given. */
function textsOf(field: GraphQLField<unknown, unknown>, whose: typeof nobody): string[] {
  const walk = walkFor(whose);
  const variants = [{}, ...walk.optionalIds(field)];
  return variants.map((more) => `{ ${walk.fieldText(field, 2, more)} }`);
}

function expectNothingOf(answer: GraphQLAnswer, asked: string): void {
  const data = JSON.stringify(answer.data ?? null);
  const shown = other.secrets.filter((secret) => data.includes(secret));
  expect([asked, shown]).toEqual([asked, []]);
  const told = !asked.includes(other.mark) && JSON.stringify(answer.errors ?? []);
  expect([asked, told && told.includes(other.mark)]).toEqual([asked, false]);
}

/** What was answered, without what was asked for and the request's own ids. */
function likeness({ data, errors }: GraphQLAnswer, whose: typeof nobody): string {
  let text = JSON.stringify({ data, errors });
  for (const [prefix, id] of [...Object.entries(whose.ids), ["mark", whose.mark]]) {
    if (prefix !== "rol") text = text.replaceAll(new RegExp(`${id}(?![0-9a-f])`, "g"), "?");
  }
  return text.replaceAll(/"correlationId":"[^"]+"/g, "");
}

/** What would be ours, or this test's: not the caller's. */
const FAULTS: unknown[] = ["INTERNAL_SERVER_ERROR", "GRAPHQL_VALIDATION_FAILED"];

const faults = ({ errors = [] }: GraphQLAnswer, codes = FAULTS) =>
  errors.filter(({ extensions }) => codes.includes(extensions["code"]));

describe.each([
  ["the application's conditions and row-level security", true],
  ["row-level security alone", false],
])("with %s, a partner's key", (_walls, on) => {
  beforeAll(() => void (conditions.on = on));
  afterAll(() => void (conditions.on = true));

  test.each(queries)("is shown nothing of another partner by $name", async (field) => {
    const asked = textsOf(field, other);
    const alike = textsOf(field, nobody);
    const seen: string[] = [];
    for (const [index, text] of asked.entries()) {
      const answer = await hub.graphql(text, {}, own.key);
      expect([text, faults(answer)]).toEqual([text, []]);
      expectNothingOf(answer, text);
      const absent = await hub.graphql(alike[index] ?? "", {}, own.key);
      expect([text, likeness(answer, other)]).toEqual([text, likeness(absent, nobody)]);
      seen.push(JSON.stringify((await hub.graphql(text)).data));
    }
    // To whoever sees everything the same is shown, or the above would prove nothing.
    const shown = seen.some((data) => other.secrets.some((secret) => data.includes(secret)));
    const known = shown || field.name in OF_NOBODY;
    expect(known ? "" : `${field.name} shows nothing: fill its rows, or say why`).toBe("");
  });

  test("finds no node of another partner, and what it finds shows none", async () => {
    const node = schema.getType("Node");
    const types = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
    const walk = walkFor(own);
    const parts = types.map((type) => `... on ${type.name}${walk.selection(type, 1)}`);
    const found = new Set<string>();
    for (const [prefix, id] of Object.entries(other.ids)) {
      const text = `query ($id: ID!) { node(id: $id) { __typename id } }`;
      if (prefix !== "rol") {
        expect([id, await hub.query(text, { id }, own.key)]).toEqual([id, { node: null }]);
      }
      const seen = await hub.graphql<{ node: { __typename: string } | null }>(text, { id });
      expect([id, seen.errors]).toEqual([id, undefined]);
      if (seen.data?.node) found.add(seen.data.node.__typename);
      const mine = own.ids[prefix as IdPrefix];
      for (const part of parts) {
        const whole = `query ($id: ID!) { node(id: $id) { __typename ${part} } }`;
        expectNothingOf(await hub.graphql(whole, { id: mine }, own.key), `${mine} ${whole}`);
      }
    }
    expect([...found].toSorted()).toEqual(types.map(({ name }) => name).toSorted());
  });

  test("goes on from another's place in a list and sees nothing of it", async () => {
    const lists = queries.filter(({ args }) => args.some(({ name }) => name === "after"));
    for (const field of lists.filter(({ args }) => !args.some(({ type }) => isNonNullType(type)))) {
      const whole = `{ list: ${field.name}(first: 1) { pageInfo { endCursor } } }`;
      const { list } = await hub.query<{ list: { pageInfo: { endCursor: string | null } } }>(whole);
      const { endCursor } = list.pageInfo;
      for (const more of [{ after: endCursor }, { before: endCursor }]) {
        const text = `{ ${walkFor(own).fieldText(field, 1, more)} }`;
        const answer = await hub.graphql(text, {}, own.key);
        expectNothingOf(answer, text);
        expect([text, faults(answer)]).toEqual([text, []]);
      }
    }
  });

  test("changes nothing of another partner by any mutation", async () => {
    const before = await rowsOf(other);
    for (const field of mutations) {
      const input = walkFor(other).input(field.args[0]?.type ?? never(field.name), field.name);
      const payload = getNamedType(field.type);
      const shown = isObjectType(payload) ? walkFor(own).selection(payload, 1) : "";
      const type = String(field.args[0]?.type);
      const text = `mutation ($input: ${type}) { ${field.name}(input: $input)${shown} }`;
      const answer = await hub.graphql(text, { input }, own.key);
      const wrong = faults(answer, ["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]);
      expect([text, wrong]).toEqual([text, []]);
      expectNothingOf(answer, `${text} ${JSON.stringify(input)}`);
    }
    expect(await rowsOf(other)).toEqual(before);
  });

  test("is told nothing of another partner by any subscription, nor by a webhook", async () => {
    const { client } = socketClient(hub.url, { apiKey: own.key });
    const streams = subscriptions.flatMap((field) =>
      [{}, ...walkFor(other).optionalIds(field)].map((more) => {
        const since = field.args.some(({ name }) => name === "from") && { from: "2024-01-01" };
        const text = walkFor(own).fieldText(field, 1, { ...since, ...more });
        return { more, query: `subscription { ${text} }`, heard: [] as string[] };
      }),
    );
    const ofJobs = /\{ reconciliationRan\b/; // told by a job, and none works here
    const refused: unknown[] = [];
    const listening = streams.map(async ({ query, more, heard }) => {
      try {
        for await (const { data } of client.iterate({ query })) heard.push(JSON.stringify(data));
      } catch (error) {
        if (Object.keys(more).length === 0 && Array.isArray(error)) refused.push(query, error);
      }
    });
    const ends = Promise.allSettled(listening);
    // What happens to the other is told before what happens to this one, if it is told at all.
    const untold = () =>
      streams
        .filter(({ more, query }) => Object.keys(more).length === 0 && !ofJobs.test(query))
        .filter(({ heard }) => !own.secrets.some((secret) => heard.join().includes(secret)))
        .map(({ query, heard }) => [query, ...heard]);
    await happen(other, on ? "21" : "31");
    for (let times = 0; times < 100 && untold().length > 0 && refused.length === 0; times += 1) {
      await happen(own, `${on ? "21" : "31"}${times}`);
      await wait(50);
    }
    client.terminate();
    await ends;
    expect([...refused, ...untold()]).toEqual([]);
    for (const { query, heard } of streams) {
      const shown = other.secrets.filter((secret) => heard.join().includes(secret));
      expect([query, shown]).toEqual([query, []]);
    }
    await expectDelivered();
  });

  test("takes out nothing of another partner as a file, nor by a path", async () => {
    const command = `mutation ($input: ExportTransactionsInput!) {
      exportTransactions(input: $input) { path } }`;
    for (const more of [{}, { partnerId: other.ids.ptr }]) {
      const input = { format: "NDJSON", ...more };
      const { exportTransactions } = await hub.query<{
        exportTransactions: { path: string };
      }>(command, { input }, own.key);
      const file = await (await fetch(`${hub.url}${exportTransactions.path}`)).text();
      for (const secret of other.secrets) expect(file).not.toContain(secret);
      expect(file.includes(own.mark)).toBe(!("partnerId" in more));
    }
    const statement = (id: string) => get(`/statements/${id}.json`);
    expect((await statement(own.ids.stm)).status).toBe(200);
    expect(await statement(other.ids.stm)).toMatchObject({ status: 404 });
    expect((await get("/metrics")).status).toBe(403);
    expect((await get("/ledger/verify", "POST", {})).status).toBe(403);
    expect((await get(`/ingest/${other.mark}`, "POST")).status).toBe(
      (await get("/ingest/zz-absent", "POST")).status,
    );
  });

  test("reads no row of another partner from any table, and none by default", async () => {
    for (const [table, { kind }] of Object.entries(ROW_RULES)) {
      if (kind === "SHARED") continue;
      const mine = await rowsFor(table, own);
      const theirs = await rowsFor(table, other);
      const filled = kind === "OWNED";
      expect([table, mine.length > 0, theirs.length > 0]).toEqual([table, filled, filled]);
      expect([table, mine.filter((row) => theirs.includes(row))]).toEqual([table, []]);
      expect([table, await rowsFor(table, null)]).toEqual([table, []]);
    }
  });
});

/** The rows of a table that a session sees that is limited to a partner, or to nobody said whom. */
async function rowsFor(table: string, whose: FilledPartner | null): Promise<string[]> {
  const client = await hub.database.connect();
  await client.query("begin; set local role tutti_partner");
  if (whose) await client.query(`set local tutti.scope = '${uuidOf(whose.ids.ptr)}'`);
  const { rows } = await client.query<{ row: string }>(`select t::text as row from ${table} t`);
  await client.end();
  return rows.map(({ row }) => row);
}

/** Everything that is of a partner, from all tables; that somebody tried is on record. */
async function rowsOf(whose: FilledPartner): Promise<object> {
  const owned = Object.entries(ROW_RULES).filter(
    ([table, { kind }]) => kind === "OWNED" && table !== "audit_event",
  );
  const all = owned.map(async ([table]) => [table, (await rowsFor(table, whose)).toSorted()]);
  return Object.fromEntries((await Promise.all(all)) as [string, string[]][]);
}

/** Something of each kind that subscriptions tell of. */
async function happen({ ids, mark }: FilledPartner, round: string): Promise<void> {
  await record(hub, ids.ptr, mark, round);
  const input = { partnerId: ids.ptr, reason: mark };
  const payload = "partner { id } userErrors { code }";
  await hub.query(
    `mutation ($input: HoldPartnerInput!) { holdPartner(input: $input) { ${payload} } }`,
    { input },
  );
  await hub.query(
    `mutation ($id: ID!) { releasePartner(input: { partnerId: $id }) { ${payload} } }`,
    { id: ids.ptr },
  );
}

/** What webhooks are made of, and for whom. */
async function expectDelivered(): Promise<void> {
  while (await feedWebhooks(hub.database, uuidv7Ids(systemClock)));
  const { rows } = await owner.query<{ body: string; mine: boolean }>(
    `select m.body, e.id = $1 as mine from webhook_message m
     join webhook_endpoint e on e.id = m.endpoint_id`,
    [uuidOf(own.ids.whe)],
  );
  const mine = rows.filter((row) => row.mine).map(({ body }) => body);
  expect(mine.join()).toContain(own.mark);
  for (const secret of other.secrets) expect(mine.join()).not.toContain(secret);
  expect(rows.some((row) => !row.mine)).toBe(true);
}

const LINES = { "content-type": "application/x-ndjson" };

function get(path: string, method = "GET", more: object = LINES): Promise<Response> {
  const headers = { authorization: `Bearer ${own.key}`, ...more };
  return fetch(`${hub.url}${path}`, { method, headers });
}

function never(name: string): never {
  throw new Error(`${name} takes no input`);
}
