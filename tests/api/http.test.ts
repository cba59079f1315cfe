import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getIntrospectionQuery } from "graphql";
import { DOCUMENT_LIMITS, MAX_BODY_BYTES } from "../../src/app/document-limits.js";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.close());

function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${hub.adminKey}`, ...init.headers };
  return fetch(hub.url + path, { ...init, headers });
}

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return send("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: unknown } }[] };
  return errors[0]?.extensions.code;
}

describe("GraphQL over HTTP", () => {
  test("answers a query by POST and by GET", async () => {
    const query = "{ __typename }";
    const answers = await Promise.all([
      post({ query }),
      send(`/graphql?query=${encodeURIComponent(query)}`, {
        headers: { "apollo-require-preflight": "true" },
      }),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        data: { __typename: "Query" },
        extensions: { cost: { requested: 1, actual: 1, remaining: expect.any(Number) } },
      });
    }
  });

  test("sends no body to whoever has the answer already, and says where the time went", async () => {
    const path = `/graphql?query=${encodeURIComponent("{ viewer { name } }")}`;
    const headers = { "apollo-require-preflight": "true" };
    const first = await send(path, { headers });
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"/);
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    expect(first.headers.get("server-timing")).toMatch(/^read;dur=[\d.]+, answer;dur=[\d.]+$/);
    const second = await send(path, { headers: { ...headers, "if-none-match": tag } });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
    const other = `/graphql?query=${encodeURIComponent("{ viewer { permissions } }")}`;
    const third = await send(other, { headers: { ...headers, "if-none-match": tag } });
    expect(third.status).toBe(200);
  });

  test("speaks the media type of the specification when asked", async () => {
    const accept = "application/graphql-response+json";
    const answer = await post({ query: "{ __typename }" }, { accept });
    expect(answer.headers.get("content-type")).toBe(`${accept}; charset=utf-8`);
  });

  test("takes no mutation by GET", async () => {
    const query = encodeURIComponent(
      'mutation { revokeApiKey(input: { apiKeyId: "x" }) { userErrors { code } } }',
    );
    const answer = await send(`/graphql?query=${query}`, {
      headers: { "apollo-require-preflight": "1" },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
  });

  test.each([
    ["a GET that a page of another site can make", "GET", {}],
    ["a form that a page of another site can send", "POST", { "content-type": "text/plain" }],
  ])("refuses %s", async (_what, method, headers) => {
    const path = method === "GET" ? "/graphql?query=%7B__typename%7D" : "/graphql";
    const body = method === "POST" ? { body: '{"query":"{__typename}"}' } : {};
    const answer = await send(path, { method, headers, ...body });
    expect(answer.status).toBe(400);
  });

  test.each([
    ["a body that is no JSON", "{", 400, "BAD_REQUEST"],
    ["an empty body", "", 400, "BAD_REQUEST"],
    ["a body without a document", {}, 400, "BAD_REQUEST"],
    ["several operations at once", [{ query: "{__typename}" }], 400, "BAD_REQUEST"],
    ["a document that is none", { query: "{" }, 400, "GRAPHQL_PARSE_FAILED"],
    ["a field that is not there", { query: "{ absent }" }, 400, "GRAPHQL_VALIDATION_FAILED"],
    [
      "an operation that is not there",
      { query: "query a { __typename }", operationName: "b" },
      400,
      "OPERATION_RESOLUTION_FAILURE",
    ],
    [
      "a variable that is missing",
      { query: "query ($id: ID!) { node(id: $id) { id } }" },
      400,
      "BAD_USER_INPUT",
    ],
    ["a subscription", { query: "subscription { partnerChanged { id } }" }, 400, "BAD_REQUEST"],
  ])("refuses %s", async (_what, body, status, code) => {
    const answer = await post(body);
    const found = await codeOf(answer);
    expect(answer.status).toBe(status);
    expect(found).toBe(code);
  });

  test("answers introspection to whoever has a key", async () => {
    const answer = await post({ query: getIntrospectionQuery() });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty("data.__schema.queryType.name", "Query");
  });
});

describe("a request over a limit", () => {
  const aliases = Array.from(
    { length: DOCUMENT_LIMITS.aliases + 1 },
    (_, at) => `a${at}: __typename`,
  );
  const deep = DOCUMENT_LIMITS.depth + 1;

  test.each([
    ["aliases", `{ ${aliases.join(" ")} }`],
    ["levels", "{ a ".repeat(deep) + "}".repeat(deep)],
    ["fields", `{ ${"__typename ".repeat(DOCUMENT_LIMITS.fields + 1)} }`],
    [
      "directives",
      `{ __typename ${"@include(if: true) ".repeat(DOCUMENT_LIMITS.directives + 1)} }`,
    ],
  ])("of %s is refused by its size, without being validated", async (what, query) => {
    const started = performance.now();
    const answer = await post({ query });
    const { errors } = (await answer.json()) as {
      errors: { message: string; extensions: object }[];
    };
    expect(answer.status).toBe(400);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ extensions: { code: "PAYLOAD_TOO_LARGE" } });
    expect(errors[0]?.message).toContain(what);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("of tokens is refused", async () => {
    const answer = await post({ query: `{ ${"__typename ".repeat(5_000)} }` });
    expect(answer.status).toBe(400);
    expect(await codeOf(answer)).toBe("GRAPHQL_PARSE_FAILED");
  });

  test("of the body is refused", async () => {
    const answer = await post({
      query: "{ __typename }",
      variables: { x: "x".repeat(MAX_BODY_BYTES) },
    });
    expect(answer.status).toBe(413);
    expect(await codeOf(answer)).toBe("PAYLOAD_TOO_LARGE");
  });
});

describe("an answer", () => {
  test("carries the request's id: the given one when it is fit, or a new one", async () => {
    const given = await post({ query: "{ __typename }" }, { "x-request-id": "trace-0123456789" });
    expect(given.headers.get("x-request-id")).toBe("trace-0123456789");
    for (const unfit of ["short", "with spaces in it", "x".repeat(200)]) {
      const answer = await post({ query: "{ __typename }" }, { "x-request-id": unfit });
      expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("tells browsers to run, guess and keep nothing, and allows no other site", async () => {
    const answer = await post({ query: "{ __typename }" }, { origin: "https://elsewhere.example" });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    expect(answer.headers.has("access-control-allow-origin")).toBe(false);
    expect(answer.headers.has("x-powered-by")).toBe(false);
  });

  test("to a path that is not there says where things are", async () => {
    const answer = await send("/nothing");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("/graphql");
  });
});

test("a fault of ours shows nothing but an id, under which the log has the cause", async () => {
  const broken = await startTestHub();
  await broken.query("{ viewer { name } }");
  const { pool } = broken.database;
  const original = pool.query.bind(pool);
  pool.query = () => Promise.reject(new Error("secret detail of ours"));
  const { errors, headers, data } = await broken.graphql(
    "{ partners { totalCount } viewer { name } }",
  );
  pool.query = original;
  const requestId = headers.get("x-request-id");
  expect(data).toBeNull();
  expect(errors).toEqual([
    {
      message: "Internal server error",
      locations: [{ line: 1, column: 3 }],
      path: ["partners"],
      extensions: { code: "INTERNAL_SERVER_ERROR", correlationId: requestId },
    },
  ]);
  const logged = broken.log.find((line) => line.level === "error");
  expect(logged?.fields).toMatchObject({ requestId, err: { message: "secret detail of ours" } });
  await broken.close();
});

describe("the explorer", () => {
  test("is a page that asks no key, holds no data and loads nothing from elsewhere", async () => {
    const answer = await fetch(`${hub.url}/explorer`);
    const page = await answer.text();
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(page).toContain("/graphql");
    expect(page).not.toContain(hub.adminKey);
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test("has all of its files here", async () => {
    const page = await (await fetch(`${hub.url}/explorer`)).text();
    const files = [...page.matchAll(/(?:src|href)="([^"/][^"]*)"/g)].map((match) => match[1]);
    expect(files.length).toBeGreaterThan(5);
    const answers = await Promise.all(files.map((file) => fetch(`${hub.url}/explorer/${file}`)));
    expect(answers.map((answer) => answer.status)).toEqual(files.map(() => 200));
    const kept = answers.map((answer) => answer.headers.get("cache-control"));
    expect(new Set(kept)).toEqual(new Set(["public, max-age=3600"]));
  });

  test("gives no file beside its own", async () => {
    for (const path of [
      "/explorer/../package.json",
      "/explorer/%2e%2e/package.json",
      "/explorer/",
    ]) {
      expect((await fetch(hub.url + path)).status).toBeOneOf([403, 404]);
    }
  });
});
