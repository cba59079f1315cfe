import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  typeFromAST,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildHubSchema } from "../../src/app/schema.js";
import { startTestHub, type TestHub } from "../support/hub.js";

/** Every document of the SDK, with the fragments of all files. */
const FOLDER = join(import.meta.dirname, "../../schema/operations");
const definitions = readdirSync(FOLDER).flatMap(
  (file) => parse(readFileSync(join(FOLDER, file), "utf8")).definitions,
);
const fragments = new Map(
  definitions.flatMap((each) =>
    each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
  ),
);
const operations = definitions
  .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  .filter((each) => each.operation !== OperationTypeNode.SUBSCRIPTION);

const schema = buildHubSchema();
/** Longer than any name may be: what is commanded with it is refused, each time alike. */
const TOO_LONG = "x".repeat(3_000);
const SCALARS: Record<string, unknown> = {
  Int: 1,
  Boolean: true,
  Int64: "1",
  Decimal: "1.5",
  DateTime: "2026-01-01T00:00:00Z",
  Date: "2026-01-01",
  Currency: "EUR",
};

let hub: TestHub;
/** What queries ask for is there, so that there is something to compare. */
let known: Record<string, Record<string, unknown>>;

beforeAll(async () => {
  hub = await startTestHub();
  const { createPartner } = await hub.query<{ createPartner: { partner: { id: string } } }>(
    `mutation { createPartner(input: { code: "star", name: "Star", kind: PAYMENT_VENDOR })
      { partner { id } } }`,
  );
  const partnerId = createPartner.partner.id;
  const { recordTransactions } = await hub.query<{
    recordTransactions: { outcomes: { transactionId: string }[] };
  }>(
    `mutation ($id: ID!) { recordTransactions(input: { partnerId: $id, transactions: [
      { externalId: "a", type: "bet", direction: IN, amount: "12.50", currency: "EUR",
        occurredAt: "2026-01-01T00:00:00Z" }] }) { outcomes { transactionId } } }`,
    { id: partnerId },
  );
  const { partner } = await hub.query<{ partner: { accounts: { id: string }[] } }>(
    "query ($id: ID) { partner(id: $id) { accounts { id } } }",
    { id: partnerId },
  );
  const [account] = partner.accounts;
  known = {
    Partner: { id: partnerId },
    RotateDataKeys: { input: { reason: "a test", idempotencyKey: "keys" } },
    PlaceRetentionHold: { input: { partnerId, reason: "a test", idempotencyKey: "hold" } },
    ErasePartner: { input: { partnerId, reason: "a test", idempotencyKey: "erase" } },
    RotateStatementKey: { input: { idempotencyKey: "once" } },
    Account: { id: account?.id },
    AccountEntries: { id: account?.id },
    ExportTransactions: { input: { format: "CSV", partnerId: "nonsense" } },
    Transaction: { id: recordTransactions.outcomes[0]?.transactionId },
  };
});

afterAll(() => hub.close());

/** A value of a type, optional parts left out. */
function valueOf(type: GraphQLInputType): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [valueOf(inner.ofType)];
  const named = getNamedType(inner);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (!isInputObjectType(named)) return SCALARS[named.name] ?? TOO_LONG;
  const required = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(required.map((field) => [field.name, valueOf(field.type)]));
}

function variablesOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const required = (operation.variableDefinitions ?? []).filter(
    ({ type }) => type.kind === Kind.NON_NULL_TYPE,
  );
  const values = required.map(({ variable, type }) => {
    const value = valueOf(typeFromAST(schema, type) as GraphQLInputType);
    return [variable.name.value, value] as const;
  });
  return { ...Object.fromEntries(values), ...known[operation.name?.value ?? ""] };
}

/** The operation with the fragments that it spreads, and those that they spread. */
function sourceOf(operation: OperationDefinitionNode): string {
  const spread = new Set<string>();
  const gather = (text: string): void => {
    for (const [, name = ""] of text.matchAll(/\.\.\.\s*(\w+)/g)) {
      const fragment = fragments.get(name);
      if (!fragment || spread.has(name)) continue;
      spread.add(name);
      gather(print(fragment));
    }
  };
  gather(print(operation));
  const parts = [...spread].map((name) => fragments.get(name)).filter((each) => each !== undefined);
  return [operation, ...parts].map(print).join("\n");
}

async function send(body: object, accept = "application/json"): Promise<string> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${hub.adminKey}` };
  const init = { method: "POST", headers: { ...headers, accept }, body: JSON.stringify(body) };
  const text = await (await fetch(`${hub.url}/graphql`, init)).text();
  // Errors carry the id of their request; the cost tells what is left of a budget.
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: object[] };
  return JSON.stringify({ data, errors }).replaceAll(/"correlationId":"[^"]+"/g, "");
}

test.each(operations.map((each) => [each.name?.value ?? "", each] as const))(
  "%s is answered alike compiled and interpreted, on the short way and by Apollo",
  async (_name, operation) => {
    const body = { query: sourceOf(operation), variables: variablesOf(operation) };
    const interpreted = await send(body);
    expect(JSON.parse(interpreted)).not.toEqual({});
    const others = [await send(body), await send(body), await send(body)];
    const byApollo = await send(body, "application/graphql-response+json");
    for (const other of [...others, byApollo]) expect(other).toBe(interpreted);
  },
);

test("a variable that is refused is told alike, however often", async () => {
  const body = { query: "query ($id: ID!) { account(id: $id) { id } }", variables: {} };
  const first = await send(body);
  expect(first).toContain('"code":"BAD_USER_INPUT"');
  for (let times = 0; times < 4; times++) expect(await send(body)).toBe(first);
});

test("an error at a field is told alike, however often", async () => {
  const body = { query: '{ a: account(id: "nonsense") { id } viewer { name } }' };
  const first = await send(body);
  expect(first).toContain('"code":"INVALID_INPUT"');
  expect(first).toContain('"path":["a"]');
  for (let times = 0; times < 4; times++) expect(await send(body)).toBe(first);
});

test("all that is compiled could be compiled", () => {
  expect(hub.log.filter(({ message }) => message.includes("compiled"))).toEqual([]);
});
