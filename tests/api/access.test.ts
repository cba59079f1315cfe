import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isNonNullType, isObjectType, type GraphQLOutputType } from "graphql";
import { buildHubSchema } from "../../src/app/schema.js";
import { flatShare } from "../support/contracts.js";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;
const schema = buildHubSchema();

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.close());

interface NewKey {
  createApiKey: { secret: string; apiKey: { id: string } };
}

async function newKey(role: string, partnerId?: string, more: object = {}) {
  const input = { name: `the ${role}`, role, partnerId, ...more };
  const { createApiKey } = await hub.query<NewKey>(
    `mutation ($input: CreateApiKeyInput!) {
       createApiKey(input: $input) { secret apiKey { id } userErrors { code } } }`,
    { input },
  );
  return { id: createApiKey.apiKey.id, secret: createApiKey.secret };
}

async function newPartner(code: string): Promise<string> {
  const { createPartner } = await hub.query<{ createPartner: { partner: { id: string } } }>(
    `mutation ($code: String!) {
       createPartner(input: { code: $code, name: $code, kind: PAYMENT_VENDOR }) {
         partner { id } } }`,
    { code },
  );
  return createPartner.partner.id;
}

describe("a request", () => {
  test.each([
    ["no Authorization", {}],
    ["an unknown key", { authorization: "Bearer tutti_000000000000_0" }],
    ["another scheme", { authorization: "Basic dHV0dGk6dHV0dGk=" }],
    ["an empty key", { authorization: "Bearer " }],
    ["a key in the wrong header", { "x-api-key": "x" }],
  ])("with %s is turned away before anything is read", async (_what, headers: object) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: "{ not even JSON",
    });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain("Bearer");
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toEqual({ code: "UNAUTHENTICATED" });
  });

  test("asks who it comes from and is told", async () => {
    const { secret } = await newKey("OPERATOR");
    const { viewer } = await hub.query("{ viewer { name permissions } }", {}, secret);
    expect(viewer).toMatchObject({ name: "the OPERATOR" });
    expect(viewer).toHaveProperty("permissions", expect.arrayContaining(["partner:hold"]));
  });
});

describe("an API key", () => {
  test("is shown once, listed without its secret, and revoked with effect at once", async () => {
    const { id, secret } = await newKey("VIEWER");
    expect(secret).toMatch(/^tutti_[0-9a-f]{12}_[0-9a-f]{64}$/);
    const { apiKeys } = await hub.query<{ apiKeys: { nodes: { id: string; prefix: string }[] } }>(
      "{ apiKeys(last: 1) { nodes { id name prefix role permissions createdAt revokedAt } } }",
    );
    expect(apiKeys.nodes[0]).toMatchObject({ id, prefix: secret.slice(0, 18), role: "VIEWER" });
    const revoke =
      "mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { apiKey { revokedAt } " +
      "userErrors { code } } }";
    await hub.query("{ viewer { name } }", {}, secret);
    await hub.query(revoke, { id });
    const { status, errors } = await hub.graphql("{ viewer { name } }", {}, secret);
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
    const again = await hub.query(revoke, { id });
    expect(again["revokeApiKey"]).toMatchObject({
      userErrors: [{ code: "API_KEY_ALREADY_REVOKED" }],
    });
  });

  test("made with an idempotency key is made once, and its secret is not shown twice", async () => {
    const input = { name: "once", role: "VIEWER", idempotencyKey: "make-once" };
    const document =
      "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id" +
      " } } }";
    const first = await hub.query<NewKey>(document, { input });
    const again = await hub.query<NewKey>(document, { input });
    expect(again.createApiKey).toEqual({ secret: null, apiKey: first.createApiKey.apiKey });
  });

  test("never stands in the hub's log", async () => {
    const { secret } = await newKey("VIEWER");
    await hub.graphql("{ viewer { name } }", {}, secret);
    const log = JSON.stringify(hub.log);
    expect(log).not.toContain(secret.slice(-64));
    expect(log).not.toContain(hub.adminKey);
  });
});

describe("a viewer", () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

  test.each(mutations)("may not send $name", async ({ name, args, type }) => {
    const { secret } = await newKey("VIEWER");
    const command = `${name}(input: $input) { ${leafOf(type)} }`;
    const variable = `mutation ($input: ${String(args[0]?.type)}) { ${command} }`;
    const { status, errors } = await hub.graphql(variable, { input: {} }, secret);
    expect(status).toBe(403);
    expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  test("finds what it may not see neither as a node", async () => {
    const { id, secret } = await newKey("VIEWER");
    expect(await hub.query("query ($id: ID!) { node(id: $id) { id } }", { id })).toMatchObject({
      node: { id },
    });
    expect(await hub.query("query ($id: ID!) { node(id: $id) { id } }", { id }, secret)).toEqual({
      node: null,
    });
  });
});

function leafOf(type: GraphQLOutputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  return isObjectType(inner) && "userErrors" in inner.getFields()
    ? "userErrors { code }"
    : "__typename";
}

describe("a partner's key", () => {
  let own = "";
  let other = "";
  let contractOfOther = "";
  let key = "";

  beforeAll(async () => {
    own = await newPartner("own");
    other = await newPartner("other");
    const contract = `mutation ($id: ID!, $terms: ContractTerms!) { createContract(input: {
      partnerId: $id, code: "c", effectiveFrom: "2026-01-01", terms: $terms }) {
        contract { id } } }`;
    const terms = flatShare();
    await hub.query(contract, { id: own, terms });
    const made = await hub.query<{ createContract: { contract: { id: string } } }>(contract, {
      id: other,
      terms,
    });
    contractOfOther = made.createContract.contract.id;
    key = (await newKey("PARTNER", own)).secret;
  });

  test("sees its own rows", async () => {
    const seen = await hub.query(
      `query ($own: ID!) {
         viewer { partners { code } }
         partner(id: $own) { code contracts { code } }
         partners { totalCount nodes { code } }
         contracts { totalCount nodes { partner { code } } }
       }`,
      { own },
      key,
    );
    expect(seen).toEqual({
      viewer: { partners: [{ code: "own" }] },
      partner: { code: "own", contracts: [{ code: "c" }] },
      partners: { totalCount: 1, nodes: [{ code: "own" }] },
      contracts: { totalCount: 1, nodes: [{ partner: { code: "own" } }] },
    });
  });

  test("sees nothing of another's, by id, code, node, filter or cursor", async () => {
    const { partners } = await hub.query<{ partners: { pageInfo: { endCursor: string } } }>(
      "{ partners(first: 1) { pageInfo { endCursor } } }",
    );
    const nothing = await hub.query(
      `query ($other: ID!, $contract: ID!, $after: String!) {
         byId: partner(id: $other) { code }
         byCode: partner(code: "other") { code }
         node(id: $other) { id }
         nodes(ids: [$other, $contract]) { id }
         contract(id: $contract) { code }
         contracts(filter: { partnerId: $other }) { totalCount nodes { code } }
         partners(filter: { codes: ["other"] }) { totalCount nodes { code } }
         after: partners(after: $after, orderBy: { field: CODE }) { nodes { code } }
       }`,
      { other, contract: contractOfOther, after: partners.pageInfo.endCursor },
      key,
    );
    expect(nothing).toEqual({
      byId: null,
      byCode: null,
      node: null,
      nodes: [null, null],
      contract: null,
      contracts: { totalCount: 0, nodes: [] },
      partners: { totalCount: 0, nodes: [] },
      after: { nodes: [{ code: "own" }] },
    });
  });

  test("of the administrator's role commands its own partner, and no other", async () => {
    const { secret } = await newKey("ADMINISTRATOR", own);
    const hold =
      'mutation ($id: ID!) { holdPartner(input: { partnerId: $id, reason: "x" }) { partner { ' +
      "code } userErrors { code } } }";
    expect(await hub.query(hold, { id: other }, secret)).toEqual({
      holdPartner: { partner: null, userErrors: [{ code: "PARTNER_NOT_FOUND" }] },
    });
    expect(await hub.query(hold, { id: own }, secret)).toMatchObject({
      holdPartner: { partner: { code: "own" } },
    });
    const grant = 'mutation { createApiKey(input: { name: "x", role: VIEWER }) { secret } }';
    const { errors } = await hub.graphql(grant, {}, secret);
    expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
    const { apiKeys } = await hub.query<{ apiKeys: { nodes: { partner: { code: string } }[] } }>(
      "{ apiKeys { nodes { partner { code } } } }",
      {},
      secret,
    );
    expect(new Set(apiKeys.nodes.map((each) => each.partner.code))).toEqual(new Set(["own"]));
  });
});

test("a refusal to enter a command is on record as well", async () => {
  const { id, secret } = await newKey("VIEWER");
  await hub.graphql(
    'mutation { createPartner(input: { code: "x", name: "x", kind: GAME_PROVIDER }) { partner ' +
      "{ id } } }",
    {},
    secret,
  );
  const { rows } = await hub.database.pool.query(
    "select command, outcome, code from audit_event where actor_id = $1::uuid::text",
    [id.slice(4)],
  );
  expect(rows).toEqual([{ command: "createPartner", outcome: "REFUSED", code: "FORBIDDEN" }]);
});
