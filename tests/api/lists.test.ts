import { getNamedType, isEnumType, isInputObjectType, type GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildHubSchema } from "../../src/app/schema.js";
import { startTestHub, type TestHub } from "../support/hub.js";

/** Every list that a query begins with, and by what it may be sorted. */
const schema = buildHubSchema();
const lists = Object.values((schema.getQueryType() as GraphQLObjectType).getFields())
  .filter((field) => String(field.type).endsWith("Connection!"))
  .map(({ name, args }) => {
    const order = getNamedType(args.find((arg) => arg.name === "orderBy")?.type);
    const by = isInputObjectType(order) && getNamedType(order.getFields()["field"]?.type);
    const fields = isEnumType(by) ? by.getValues().map((value) => value.name) : [];
    return { name, fields, isDirected: args.some((arg) => arg.name === "direction") };
  });
const sorted = lists.flatMap(({ name, fields }) => fields.map((field) => [name, field] as const));

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  for (const code of ["one", "two", "three"]) await fill(code);
});

afterAll(() => hub.close());

/** A partner with an account and transactions, a key and an adapter's rates. */
async function fill(code: string): Promise<void> {
  const { createPartner } = await hub.query<{ createPartner: { partner: { id: string } } }>(
    `mutation ($code: String!) { createPartner(input: { code: $code, name: $code,
      kind: PAYMENT_VENDOR }) { partner { id } } }`,
    { code },
  );
  const { id } = createPartner.partner;
  const transactions = ["a", "b"].map((externalId) => {
    const occurredAt = "2026-01-01T00:00:00Z";
    return { externalId, type: "bet", direction: "IN", amount: "1", currency: "EUR", occurredAt };
  });
  await hub.query(
    `mutation ($id: ID!, $code: String!, $transactions: [TransactionInput!]!) {
      recordTransactions(input: { partnerId: $id, transactions: $transactions }) { cursor }
      createApiKey(input: { name: $code, role: VIEWER, partnerId: $id }) { secret }
      publishExchangeRates(input: { source: $code, day: "2026-01-31",
        rates: [{ currency: "USD", quote: "KRW", rate: "1384.5" }] }) { cursor: __typename } }`,
    { id, code, transactions },
  );
}

interface Page {
  edges: { cursor: string; node: object }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  totalCount: number;
}

async function pageOf(list: string, args: string): Promise<Page> {
  const data = await hub.query<Record<string, Page>>(
    `{ ${list}(${args}) { totalCount edges { cursor node { __typename } }
      pageInfo { hasNextPage hasPreviousPage } } }`,
  );
  return data[list] as Page;
}

const cursorsOf = ({ edges }: Page): string[] => edges.map(({ cursor }) => cursor);

describe("every list", () => {
  test.each(sorted)(
    "%s by %s is read forward and backward, one way and the other",
    async (list, field) => {
      const ascending = `orderBy: { field: ${field} }`;
      const all = await pageOf(list, `first: 100, ${ascending}`);
      expect(all.totalCount).toBe(all.edges.length);
      expect(cursorsOf(await pageOf(list, `last: 100, ${ascending}`))).toEqual(cursorsOf(all));
      const turned = await pageOf(
        list,
        `first: 100, orderBy: { field: ${field}, direction: DESC }`,
      );
      expect(turned.edges).toHaveLength(all.edges.length);
      if (all.edges.length < 3) return;
      const [first, second] = cursorsOf(all);
      const next = await pageOf(list, `first: 1, after: "${first}", ${ascending}`);
      expect(cursorsOf(next)).toEqual([second]);
      expect(next.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true });
      const before = await pageOf(list, `last: 1, before: "${second}", ${ascending}`);
      expect(cursorsOf(before)).toEqual([first]);
    },
  );

  test("is filled by these tests where it is easily filled", async () => {
    const filled = ["accounts", "apiKeys", "exchangeRates", "partners", "transactions"];
    for (const list of filled)
      expect((await pageOf(list, "first: 100")).edges.length).toBeGreaterThan(2);
  });

  test.each(lists)(
    "$name refuses pages that are too large, and cursors of other lists",
    async ({ name, fields }) => {
      await expect(pageOf(name, "first: 101")).rejects.toThrow(/from 1 to 100/);
      await expect(pageOf(name, "first: 1, last: 1")).rejects.toThrow(/not both/);
      const [cursor] = cursorsOf(
        await pageOf("partners", "first: 1, orderBy: { field: NAME, direction: DESC }"),
      );
      const foreign = `after: "${cursor}", orderBy: { field: ${fields[0]} }`;
      await expect(pageOf(name, foreign)).rejects.toThrow(/not a cursor that this hub made/);
    },
  );

  test.each(lists.filter(({ isDirected }) => isDirected))(
    "$name is sorted by its deprecated direction as by its order",
    async ({ name, fields }) => {
      for (const direction of ["ASC", "DESC"]) {
        const before = await pageOf(name, `first: 100, direction: ${direction}`);
        const now = await pageOf(
          name,
          `first: 100, orderBy: { field: ${fields[0]}, direction: ${direction} }`,
        );
        expect(cursorsOf(now)).toEqual(cursorsOf(before));
      }
    },
  );
});
