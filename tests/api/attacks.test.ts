import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestHub, type TestHub } from "../support/hub.js";
import { answerOver, socketClient } from "../support/socket.js";

/** What graphql-cop and graphql-armor look for, on each way in. */

let hub: TestHub;
/** Of a key that may not ask for the schema. */
let viewerKey: string;

beforeAll(async () => {
  hub = await startTestHub();
  const { createApiKey } = await hub.query<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "p", role: VIEWER }) { secret } }',
  );
  viewerKey = createApiKey.secret;
});

afterAll(() => hub.close());

interface Body {
  query: string;
  variables?: Record<string, unknown>;
}

interface Told {
  data?: unknown;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

type Way = (body: Body, key: string) => Promise<Told>;

const post = (path: string, body: unknown, key: string, headers: object = {}) =>
  fetch(`${hub.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify(body),
  });

const WAYS: Record<string, Way> = {
  HTTP: async (body, key) => (await (await post("/graphql", body, key)).json()) as Told,
  async "server-sent events"(body, key) {
    const response = await post("/graphql/stream", body, key, { accept: "text/event-stream" });
    const text = await response.text();
    const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
    return JSON.parse(data) as Told;
  },
  async WebSocket({ query, variables = {} }, key) {
    const { client } = socketClient(hub.url, { apiKey: key });
    try {
      return await answerOver(client, query, variables);
    } catch (errors) {
      return Array.isArray(errors) ? { errors: errors as Told["errors"] } : closedWith(errors);
    } finally {
      await client.dispose();
    }
  },
};

/** Too large for a socket is what ends it. */
function closedWith(end: unknown): Told {
  const code: unknown = Reflect.get(Object(end) as object, "code");
  if (code !== 1009) throw new Error(`The socket ended with ${String(code)}`, { cause: end });
  return { errors: [{ message: "too large", extensions: { code: "PAYLOAD_TOO_LARGE" } }] };
}

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

const nested = (depth: number, part: string, leaf: string): string =>
  `${`${part} { `.repeat(depth)}${leaf}${" }".repeat(depth)}`;

const doubling = times(30, (index) =>
  index === 0
    ? "fragment f0 on Query { viewer { name } }"
    : `fragment f${index} on Query { ...f${index - 1} a: __typename ...f${index - 1} }`,
);

const CYCLE = "__schema { types { fields { type { fields { type { fields { name } } } } } } }";

/** Attacks by name, and the code with which they are refused. */
const ATTACKS: Record<string, [code: string, body: Body]> = {
  "aliases without end": [
    "PAYLOAD_TOO_LARGE",
    { query: `{ ${times(500, (index) => `a${index}: viewer { name }`)} }` },
  ],
  "directives without end": [
    "PAYLOAD_TOO_LARGE",
    { query: `{ viewer { name ${"@include(if: true) ".repeat(400)} } }` },
  ],
  "directives that are none": [
    "PAYLOAD_TOO_LARGE",
    { query: `{ viewer { name ${"@aa".repeat(1_500)} } }` },
  ],
  "the same field again and again": [
    "PAYLOAD_TOO_LARGE",
    { query: `{ viewer { ${"name ".repeat(1_500)} } }` },
  ],
  "fragments in a circle": [
    "GRAPHQL_VALIDATION_FAILED",
    { query: "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }" },
  ],
  "a fragment in itself": [
    "GRAPHQL_VALIDATION_FAILED",
    { query: "{ ...a } fragment a on Query { viewer { name } ...a }" },
  ],
  "fragments that double": ["PAYLOAD_TOO_LARGE", { query: `{ ...f29 } ${doubling}` }],
  "deep nesting": [
    "PAYLOAD_TOO_LARGE",
    { query: `{ ${nested(40, "partners { nodes { contracts", "id").replaceAll(" }", " } } }")} }` },
  ],
  "the schema in a circle": ["GRAPHQL_VALIDATION_FAILED", { query: `{ ${CYCLE} }` }],
  "tokens without end": ["GRAPHQL_PARSE_FAILED", { query: `{ ${"a ".repeat(60_000)} }` }],
  "brackets without end": [
    "PAYLOAD_TOO_LARGE",
    { query: `{ viewer(a: ${"[".repeat(60_000)}${"]".repeat(60_000)}) { name } }` },
  ],
  "pages in pages": [
    "PAYLOAD_TOO_LARGE",
    {
      query:
        "{ partners(first: 100) { nodes { accounts { entries(first: 100) { nodes { version } } " +
        "} contracts { versions { number } } } } }",
    },
  ],
  "a variable of megabytes": [
    "PAYLOAD_TOO_LARGE",
    { query: "query ($a: ID!) { node(id: $a) { id } }", variables: { a: "x".repeat(3 * 2 ** 20) } },
  ],
};

const collect = (() => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
})();

/** Generous: what an attack would need is seconds and gigabytes. */
const CPU_LIMIT_MS = 1_000;
const MEMORY_LIMIT_BYTES = 64 * 2 ** 20;

describe.each(Object.entries(WAYS))("over %s", (_name, send) => {
  test.each(Object.entries(ATTACKS))("%s are refused, at little cost", async (_what, attack) => {
    const [code, body] = attack;
    collect();
    const before = { heap: process.memoryUsage().heapUsed, cpu: process.cpuUsage() };
    const { data, errors } = await send(body, hub.adminKey);
    const { user, system } = process.cpuUsage(before.cpu);
    collect();
    const grown = process.memoryUsage().heapUsed - before.heap;
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toContain(code);
    expect((user + system) / 1_000).toBeLessThan(CPU_LIMIT_MS);
    expect(grown).toBeLessThan(MEMORY_LIMIT_BYTES);
  });

  test("the schema is told to whom it may be, and nobody else is helped to guess", async () => {
    const schema = { query: "{ __schema { queryType { name } } }" };
    const typed = { query: '{ __type(name: "Partner") { fields { name } } }' };
    const misspelt = { query: "{ vieweer { name } }" };
    for (const body of [schema, typed]) {
      const refused = await send(body, viewerKey);
      expect(refused.errors?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");
      expect((await send(body, hub.adminKey)).errors).toBeUndefined();
    }
    expect((await send(misspelt, hub.adminKey)).errors?.[0]?.message).toContain("Did you mean");
    const unhelped = (await send(misspelt, viewerKey)).errors?.[0]?.message;
    expect(unhelped).toBe('Cannot query field "vieweer" on type "Query".');
    const wrong = { query: "query ($k: ApiKeyRole!) { viewer { name } }", variables: { k: "x" } };
    expect(JSON.stringify(await send(wrong, viewerKey))).not.toContain("Did you mean");
  });

  test("variables that are nested without end are refused, and the hub lives on", async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 1_000; level += 1) deep = [deep];
    const query =
      "query ($t: ContractTerms!) { validateTerms(terms: $t) { problems { message } } }";
    const answer = await send({ query, variables: { t: deep } }, hub.adminKey);
    expect(answer.errors?.map(({ extensions }) => extensions?.["code"])).not.toContain(
      "INTERNAL_SERVER_ERROR",
    );
    expect((await send({ query: "{ viewer { name } }" }, hub.adminKey)).data).toBeTruthy();
  });
});

describe("a site that is none of ours", () => {
  const query = "{ viewer { name } }";
  const authorization = () => ({ authorization: `Bearer ${hub.adminKey}` });
  const get = (path: string, headers: object = {}) =>
    fetch(`${hub.url}${path}`, { headers: { ...authorization(), ...headers } });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"])(
    "sends nothing as a form does: %s",
    async (type) => {
      const init = { method: "POST", headers: { ...authorization(), "content-type": type } };
      const body = type.startsWith("application") ? "query=%7Bviewer%7Bname%7D%7D" : query;
      for (const path of ["/graphql", "/graphql/stream"]) {
        const { status } = await fetch(`${hub.url}${path}`, { ...init, body });
        expect([400, 415]).toContain(status);
      }
    },
  );

  test("asks nothing by a link, and nobody changes anything by one", async () => {
    const asked = await get(`/graphql?query=${encodeURIComponent(query)}`);
    expect(asked.status).toBe(400);
    const command = 'mutation { revokeApiKey(input: { apiKeyId: "key_1" }) { apiKey { id } } }';
    const path = `/graphql?query=${encodeURIComponent(command)}`;
    const sent = await get(path, { "apollo-require-preflight": "true" });
    expect(sent.status).toBe(405);
    const streamed = await get(path.replace("graphql", "graphql/stream"));
    expect(await streamed.text()).toContain("A mutation is sent with POST");
  });

  test("is told by no header that it may read an answer", async () => {
    const origin = { origin: "https://evil.example" };
    const asked = await post("/graphql", { query }, hub.adminKey, origin);
    const preflight = await fetch(`${hub.url}/graphql`, { method: "OPTIONS", headers: origin });
    for (const { headers } of [asked, preflight]) {
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-request-id")).toBeTruthy();
    }
  });
});

test("many operations are not sent as one", async () => {
  const batch = Array.from({ length: 50 }, () => ({ query: "{ viewer { name } }" }));
  for (const path of ["/graphql", "/graphql/stream"]) {
    expect((await post(path, batch, hub.adminKey)).status).toBe(400);
  }
  const socket = new WebSocket(`${hub.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  await new Promise((resolve) => socket.once("open", resolve));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  socket.send(JSON.stringify([{ type: "connection_init" }, { type: "connection_init" }]));
  expect(await closed).toBe(4400);
});

test("nothing says more than it must: no traces, no console, no inner texts", async () => {
  const answer = await post("/graphql", { query: "{ viewer { name } }" }, hub.adminKey, {
    "apollo-tracing": "1",
    "x-apollo-tracing": "1",
  });
  expect(Object.keys(Object((await answer.json()) as object))).toEqual(["data", "extensions"]);
  for (const path of ["/graphiql", "/playground", "/console", "/graphql/schema"]) {
    expect((await fetch(`${hub.url}${path}`)).status).toBe(404);
  }
  const malformed = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${hub.adminKey}` },
    body: "{ not JSON",
  });
  expect(malformed.status).toBe(400);
  expect(await malformed.text()).not.toMatch(/at \w+ \(|node_modules|\.[jt]s:\d/);
});

test("keys that are none are counted by address, on every way in", async () => {
  const tried = Array.from({ length: 320 }, () => post("/graphql", {}, "tutti_none"));
  const statuses = (await Promise.all(tried)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  const { client, ended } = socketClient(hub.url, { apiKey: "tutti_none" });
  await answerOver(client, "{ viewer { name } }").catch(() => undefined);
  expect(await ended).toEqual({ code: 4403, reason: "too many bad credentials" });
  expect((await post("/graphql", { query: "{ viewer { name } }" }, hub.adminKey)).status).toBe(200);
});
