import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTerms } from "../../src/settlements/read-terms.rules.js";
import { flatShare } from "../support/contracts.js";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.close());

async function create(code: string): Promise<{ partner: { id: string } }> {
  const document = `mutation ($code: String!) { answer: createPartner(input: { code: $code,
    name: "Star Games", kind: GAME_PROVIDER }) { partner { id } } }`;
  return (await hub.query<{ answer: { partner: { id: string } } }>(document, { code })).answer;
}

describe("a contract", () => {
  test("is agreed, seen from both sides, and refused where another applies", async () => {
    const { partner } = await create("with-contract");
    const input = {
      partnerId: partner?.id,
      code: "krw",
      effectiveFrom: "2026-01-01",
      terms: flatShare(),
    };
    const document = `mutation ($input: CreateContractInput!) { createContract(input: $input) {
      contract { id code currency effectiveFrom effectiveTo timeZone startsAt endsAt
        versions { number state effectiveFrom startsAt endsAt terms }
        partner { code contracts { code } } }
      userErrors { code path } } }`;
    const made = await hub.query(document, { input });
    expect(made["createContract"]).toMatchObject({
      userErrors: [],
      contract: {
        startsAt: "2025-12-31T15:00:00.000Z",
        endsAt: null,
        timeZone: "Asia/Seoul",
        versions: [{ number: 1, state: "IN_FORCE", endsAt: null, terms: readTerms(flatShare()) }],
        partner: { code: "with-contract", contracts: [{ code: "krw" }] },
      },
    });
    const again = await hub.query(document, { input: { ...input, code: "krw-2" } });
    expect(again["createContract"]).toEqual({
      contract: null,
      userErrors: [{ code: "CONTRACT_OVERLAPS", path: ["input", "effectiveFrom"] }],
    });
    const list = await hub.query(
      "query ($id: ID!) { contracts(filter: { partnerId: $id }) { totalCount nodes { code } } }",
      { id: partner?.id },
    );
    expect(list).toEqual({ contracts: { totalCount: 1, nodes: [{ code: "krw" }] } });
  });

  test("never takes a rate as a JSON number", async () => {
    const { partner } = await create("with-number");
    const document = `mutation ($id: ID!) { createContract(input: { partnerId: $id, code: "c",
      effectiveFrom: "2026-01-01", terms: { currency: KRW, cycle: { rhythm: { kind: DAILY } },
        bases: [{ id: "b", kind: GGR }], clauses: [{ id: "s", kind: REVENUE_SHARE, basis: "b",
          beneficiary: PARTNER, scheme: FLAT, tiers: [{ from: "0", rate: 0.125 }] }] } }) {
      contract { id } userErrors { code path } } }`;
    const path = ["input", "terms", "clauses", "0", "tiers", "0", "rate"];
    expect(await hub.query(document, { id: partner?.id })).toEqual({
      createContract: { contract: null, userErrors: [{ code: "INVALID_RATE", path }] },
    });
  });
});

test("partners, contracts, versions and partners again are read in one statement each", async () => {
  const statements: string[] = [];
  const { pool } = hub.database;
  const original = pool.query.bind(pool);
  pool.query = ((...args: Parameters<typeof original>) => {
    const query: unknown = args[0];
    statements.push(typeof query === "string" ? query : (query as { text: string }).text);
    return original(...args);
  }) as typeof pool.query;
  await hub.query(`{ partners(first: 50) { nodes {
    code contracts { code versions { number } partner { code } } } } }`);
  pool.query = original;
  expect(
    statements.filter((text) => text.includes(" partner p") || text.includes("contract c")),
  ).toHaveLength(4);
});
