import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.close());

interface PartnerPayload {
  partner: { id: string; code: string; state: string; version: number } | null;
  userErrors: { code: string; message: string; path: string[] | null }[];
}

const PAYLOAD = "partner { id code state version } userErrors { code message path }";

async function command(name: string, input: object): Promise<PartnerPayload> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { answer: ${name}(input: $input) { ${PAYLOAD} } }`;
  const { answer } = await hub.query<{ answer: PartnerPayload }>(document, { input });
  return answer;
}

const create = (code: string, more: object = {}) =>
  command("createPartner", { code, name: `The ${code}`, kind: "GAME_PROVIDER", ...more });

describe("a partner", () => {
  test("that was created is found by its id, its code and as a node", async () => {
    const { partner, userErrors } = await create("found");
    expect(userErrors).toEqual([]);
    const found = await hub.query(
      `query ($id: ID!) {
         byId: partner(id: $id) { code }
         byCode: partner(code: "found") { id name kind state synthetic version createdAt }
         node(id: $id) { __typename id ... on Partner { code } }
         nodes(ids: [$id, "ptr_00000000000000000000000000000000"]) { id }
       }`,
      { id: partner?.id },
    );
    expect(found).toMatchObject({
      byId: { code: "found" },
      byCode: { id: partner?.id, name: "The found", state: "ACTIVE", synthetic: false, version: 1 },
      node: { __typename: "Partner", id: partner?.id, code: "found" },
      nodes: [{ id: partner?.id }, null],
    });
  });

  test("that is not there is null, and an id that is none is told so", async () => {
    const absent = `{ partner(code: "absent") { id } node(id: "ctr_${"0".repeat(32)}") { id } }`;
    expect(await hub.query(absent)).toEqual({ partner: null, node: null });
    const { errors, data } = await hub.graphql('{ partner(id: "42") { id } }');
    expect(data).toEqual({ partner: null });
    expect(errors?.[0]).toMatchObject({ path: ["partner"], extensions: { code: "INVALID_INPUT" } });
  });

  test("with a code that is taken is refused, and told where the reason lies", async () => {
    await create("taken");
    expect(await create("taken")).toEqual({
      partner: null,
      userErrors: [
        {
          code: "PARTNER_CODE_TAKEN",
          message: 'Another partner has the code "taken"',
          path: ["input", "code"],
        },
      ],
    });
  });

  test("is held once by the same key, and a watcher of its version sees one change", async () => {
    const { partner } = await create("to-hold");
    const input = { partnerId: partner?.id, reason: "disputed", idempotencyKey: "hold-1" };
    const first = await command("holdPartner", input);
    const again = await command("holdPartner", input);
    expect(first.partner).toMatchObject({ state: "ON_HOLD", version: 2 });
    expect(again).toEqual(first);
    const other = await command("holdPartner", { ...input, reason: "other" });
    expect(other.userErrors[0]?.code).toBe("IDEMPOTENCY_KEY_REUSED");
    const held = await command("holdPartner", { partnerId: partner?.id, reason: "again" });
    expect(held.userErrors[0]?.code).toBe("PARTNER_ALREADY_ON_HOLD");
    const released = await command("releasePartner", { partnerId: partner?.id });
    expect(released.partner).toMatchObject({ state: "ACTIVE", version: 3 });
  });

  test("of another kind of id is refused in the payload", async () => {
    const partnerId = `ctr_${"0".repeat(32)}`;
    const { userErrors } = await command("holdPartner", { partnerId, reason: "x" });
    expect(userErrors[0]).toMatchObject({ code: "INVALID_INPUT", path: ["input", "partnerId"] });
  });
});

interface Page {
  partners: {
    totalCount?: number;
    edges: { cursor: string; node: { code: string } }[];
    pageInfo: {
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
  };
}

async function page(args: string): Promise<Page["partners"]> {
  const fields =
    "edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
  const document = `{ partners(filter: { kind: SECURITY_VENDOR } ${args}) { ${fields} } }`;
  return (await hub.query<Page>(document)).partners;
}

const codesOf = (each: Page["partners"]) => each.edges.map((edge) => edge.node.code);

describe("a list of partners", () => {
  const codes = Array.from({ length: 7 }, (_, index) => `page-${index}`);

  beforeAll(async () => {
    for (const code of codes.toReversed()) await create(code, { kind: "SECURITY_VENDOR" });
  });

  test("is walked forward, page by page, without a gap or a repetition", async () => {
    const seen: string[] = [];
    let after = "";
    for (;;) {
      const next = await page(`first: 3 ${after}`);
      seen.push(...codesOf(next));
      expect(next.pageInfo.hasPreviousPage).toBe(after !== "");
      if (!next.pageInfo.hasNextPage) break;
      after = `after: "${next.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(codes);
  });

  test("is walked backward the same way", async () => {
    const seen: string[] = [];
    let before = "";
    for (;;) {
      const next = await page(`last: 3 ${before}`);
      seen.unshift(...codesOf(next));
      if (!next.pageInfo.hasPreviousPage) break;
      before = `before: "${next.pageInfo.startCursor}"`;
    }
    expect(seen).toEqual(codes);
  });

  test("between two cursors has what lies between them", async () => {
    const { edges } = await page("first: 7");
    const between = await page(
      `first: 7 after: "${edges[1]?.cursor}" before: "${edges[5]?.cursor}"`,
    );
    expect(codesOf(between)).toEqual(codes.slice(2, 5));
  });

  test("does not move when a partner is added before the place that is reached", async () => {
    const first = await page("first: 2");
    await create("page-0-late", { kind: "SECURITY_VENDOR" });
    const second = await page(`first: 2 after: "${first.pageInfo.endCursor}"`);
    expect(codesOf(second)).toEqual(["page-2", "page-3"]);
  });

  test.each([
    ["CODE", "DESC", "page-6"],
    ["NAME", "DESC", "page-6"],
    ["CREATED_AT", "ASC", "page-6"],
    ["CREATED_AT", "DESC", "page-0-late"],
  ])("by %s %s begins with %s, and its second page follows", async (field, direction, code) => {
    const orderBy = `orderBy: { field: ${field}, direction: ${direction} }`;
    const all = codesOf(await page(`first: 100 ${orderBy}`));
    const first = await page(`first: 4 ${orderBy}`);
    const second = await page(`first: 4 ${orderBy} after: "${first.pageInfo.endCursor}"`);
    expect(codesOf(first)[0]).toBe(code);
    expect([...codesOf(first), ...codesOf(second)]).toEqual(all);
  });

  test("is filtered, and counted when that is asked", async () => {
    const { partners } = await hub.query<Page>(
      '{ partners(filter: { codes: ["page-1", "page-2", "none"], state: ACTIVE }) { totalCount ' +
        "edges { cursor node { code } } pageInfo { hasNextPage } } }",
    );
    expect(partners.totalCount).toBe(2);
    expect(codesOf(partners)).toEqual(["page-1", "page-2"]);
  });

  test.each(["first: 0", "first: 101", "last: 0", "first: 1 last: 1"])(
    "%s is refused",
    async (args) => {
      const { errors } = await hub.graphql(`{ partners(${args}) { totalCount } }`);
      expect(errors?.[0]?.extensions["code"]).toBe("INVALID_INPUT");
    },
  );

  test("refuses a cursor of another order or list", async () => {
    const { pageInfo } = await page("first: 1");
    const cursor = pageInfo.endCursor;
    for (const list of [
      `partners(after: "${cursor}", orderBy: { field: NAME })`,
      `contracts(after: "${cursor}")`,
      'partners(after: "made-up")',
    ]) {
      const { errors } = await hub.graphql(`{ ${list} { totalCount } }`);
      expect(errors?.[0]?.extensions["code"]).toBe("INVALID_CURSOR");
    }
  });
});
