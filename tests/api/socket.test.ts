import { connect as connectTcp } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CloseCode, type Client } from "graphql-ws";
import { WebSocket } from "ws";
import { DOCUMENT_LIMITS } from "../../src/app/document-limits.js";
import { MAX_SOCKET_OPERATIONS } from "../../src/app/graphql-websocket.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { answerOver, socketClient } from "../support/socket.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.close());

const connect = (params: object = { apiKey: hub.adminKey }) =>
  socketClient(hub.url, params as Record<string, unknown>);

async function newKey(role: string, more: object = {}): Promise<{ id: string; secret: string }> {
  const { createApiKey } = await hub.query<{
    createApiKey: { secret: string; apiKey: { id: string } };
  }>(
    `mutation ($input: CreateApiKeyInput!) {
       createApiKey(input: $input) { secret apiKey { id } } }`,
    { input: { name: role, role, ...more } },
  );
  return { id: createApiKey.apiKey.id, secret: createApiKey.secret };
}

const CREATE = `mutation ($code: String!) {
  createPartner(input: { code: $code, name: $code, kind: GAME_PROVIDER }) {
    partner { id } userErrors { code } } }`;
const HOLD = `mutation ($id: ID!) {
  holdPartner(input: { partnerId: $id, reason: "x" }) { userErrors { code } } }`;

/** Subscribes, and does something once the hub has the subscription. */
async function watching(
  client: Client,
  query = "subscription { partnerChanged { code state version } }",
) {
  const stream = client.iterate<Record<string, unknown>>({ query });
  const first = stream.next();
  // Operations of one socket begin in the order in which they are sent.
  await answerOver(client, "{ __typename }");
  return { stream, first };
}

/** The error with which a client's operation ended. */
async function failureOf(client: Client, query: string): Promise<unknown> {
  try {
    await client.iterate({ query }).next();
  } catch (error) {
    return error;
  }
  throw new Error("The operation did not fail");
}

describe("a connection", () => {
  test.each([
    ["an API key", () => ({ apiKey: hub.adminKey })],
    ["an authorization", () => ({ authorization: `Bearer ${hub.adminKey}` })],
    [
      "an Authorization as a header is spelled",
      () => ({ Authorization: `Bearer ${hub.adminKey}` }),
    ],
  ])("that gives %s when it begins is let in", async (_what, params) => {
    const { client } = connect(params());
    expect(await answerOver(client, "{ viewer { name } }")).toEqual({
      data: { viewer: { name: "first administrator" } },
    });
    await client.dispose();
  });

  test("that gives a header with its upgrade is let in", async () => {
    class WithHeader extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { authorization: `Bearer ${hub.adminKey}` } });
      }
    }
    const { client } = socketClient(hub.url, {}, { webSocketImpl: WithHeader });
    expect(await answerOver(client, "{ __typename }")).toEqual({ data: { __typename: "Query" } });
    await client.dispose();
  });

  test.each([
    ["no key", {}],
    ["an unknown key", { apiKey: "tutti_0_0" }],
    ["something that is no key", { apiKey: 42, authorization: {} }],
  ])("with %s is closed as unauthenticated, for good", async (_what, params) => {
    const { client, ended } = connect(params);
    await failureOf(client, "{ __typename }");
    expect(await ended).toEqual({ code: CloseCode.Unauthorized, reason: "UNAUTHENTICATED" });
  });

  test("that subscribes before it has said who it is, is closed", async () => {
    const socket = new WebSocket(
      `${hub.url.replace("http", "ws")}/graphql`,
      "graphql-transport-ws",
    );
    const closed = new Promise<number>((resolve) => socket.once("close", resolve));
    socket.once("open", () =>
      socket.send(
        JSON.stringify({ id: "1", type: "subscribe", payload: { query: "{ __typename }" } }),
      ),
    );
    expect(await closed).toBe(CloseCode.Unauthorized);
  });

  test.each([
    ["text that is no message", "hello", CloseCode.BadRequest],
    ["a message larger than any document", "x".repeat(200_000), 1009],
  ])("that sends %.30s is closed", async (_what, text, code) => {
    const socket = new WebSocket(
      `${hub.url.replace("http", "ws")}/graphql`,
      "graphql-transport-ws",
    );
    const closed = new Promise<number>((resolve) => socket.once("close", resolve));
    socket.once("open", () => socket.send(text));
    expect(await closed).toBe(code);
  });

  test("of another protocol or to another path is refused", async () => {
    const base = hub.url.replace("http", "ws");
    const other = new WebSocket(`${base}/graphql`, "graphql-ws");
    const elsewhere = new WebSocket(`${base}/elsewhere`, "graphql-transport-ws");
    const failures = await Promise.all(
      [elsewhere, other].map((socket) => new Promise((resolve) => socket.once("error", resolve))),
    );
    expect(failures.map(String)).toEqual([
      "Error: Unexpected server response: 404",
      "Error: Server sent no subprotocol",
    ]);
  });
});

describe("an operation over a socket", () => {
  test("may be a mutation, with its refusals in the payload", async () => {
    const { client } = connect();
    const first = await answerOver(client, CREATE, { code: "by-socket" });
    const again = await answerOver(client, CREATE, { code: "by-socket" });
    expect(first).toMatchObject({ data: { createPartner: { userErrors: [] } } });
    expect(again).toMatchObject({
      data: { createPartner: { partner: null, userErrors: [{ code: "PARTNER_CODE_TAKEN" }] } },
    });
    await client.dispose();
  });

  test.each([
    ["is no document", "{", "GRAPHQL_PARSE_FAILED"],
    ["asks for a field that is not there", "{ absent }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "is too deep",
      "{ a ".repeat(DOCUMENT_LIMITS.depth + 1) + "}".repeat(DOCUMENT_LIMITS.depth + 1),
      "PAYLOAD_TOO_LARGE",
    ],
  ])("that %s is refused, and the connection stays", async (_what, query, code) => {
    const { client } = connect();
    expect(await failureOf(client, query)).toMatchObject([{ extensions: { code } }]);
    expect(await answerOver(client, "{ __typename }")).toHaveProperty("data");
    await client.dispose();
  });

  test("needs the same permissions as over HTTP", async () => {
    const { secret } = await newKey("VIEWER");
    const { client } = connect({ apiKey: secret });
    const forbidden = [{ extensions: { code: "FORBIDDEN" } }];
    expect(await failureOf(client, "{ apiKeys { totalCount } }")).toMatchObject(forbidden);
    expect(
      await failureOf(client, CREATE.replaceAll("$code: String!", '$code: String! = "x"')),
    ).toMatchObject(forbidden);
    await client.dispose();
  });

  test("beyond the number that a connection may have is refused", async () => {
    const { client } = connect();
    const streams = Array.from({ length: MAX_SOCKET_OPERATIONS }, () => {
      const stream = client.iterate({ query: "subscription { partnerChanged { code } }" });
      return { stream, next: stream.next() };
    });
    expect(await failureOf(client, "{ __typename }")).toMatchObject([
      { extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } },
    ]);
    for (const { stream } of streams) void stream.return?.();
    await client.dispose();
  });
});

describe("a subscription", () => {
  test("tells of each change as it is after it, to those who may see it", async () => {
    const { client } = connect();
    const { stream, first } = await watching(client);
    await hub.query(CREATE, { code: "watched" });
    expect(await first).toMatchObject({
      value: { data: { partnerChanged: { code: "watched", state: "ACTIVE", version: 1 } } },
    });
    const second = stream.next();
    await hub.query(HOLD, {
      id: (await hub.query<{ partner: { id: string } }>('{ partner(code: "watched") { id } }'))
        .partner.id,
    });
    expect(await second).toMatchObject({
      value: { data: { partnerChanged: { code: "watched", state: "ON_HOLD", version: 2 } } },
    });
    await client.dispose();
  });

  test("of a partner's key tells of that partner only", async () => {
    const own = await hub.query<{ createPartner: { partner: { id: string } } }>(CREATE, {
      code: "own",
    });
    const { secret } = await newKey("PARTNER", { partnerId: own.createPartner.partner.id });
    const { client } = connect({ apiKey: secret });
    const { first } = await watching(client);
    await hub.query(CREATE, { code: "of-others" });
    await hub.query(HOLD, { id: own.createPartner.partner.id });
    expect(await first).toMatchObject({ value: { data: { partnerChanged: { code: "own" } } } });
    await client.dispose();
  });

  test("that is quiet ends when its client ends it", async () => {
    const { client } = connect();
    const { stream, first } = await watching(client);
    await stream.return?.();
    expect(await first).toMatchObject({ done: true });
    expect(await answerOver(client, "{ __typename }")).toHaveProperty("data");
    await client.dispose();
  });

  test("ends with its credential: told why, then closed", async () => {
    const { id, secret } = await newKey("VIEWER");
    const { client, ended } = connect({ apiKey: secret });
    const { first } = await watching(client);
    const failed = first.catch((error: unknown) => error);
    await hub.query(
      "mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { userErrors { code } } }",
      { id },
    );
    expect(await failed).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    expect(await ended).toMatchObject({ code: CloseCode.Unauthorized });
  });
});

describe("a hub that stops", () => {
  test("tells every connection when to come back, and lets in nobody new", async () => {
    const stopping = await startTestHub();
    const { client, ended } = socketClient(stopping.url, { apiKey: stopping.adminKey });
    const { first } = await watching(client);
    const cut = first.catch((error: unknown) => error);
    await stopping.stop();
    expect(await ended).toMatchObject({
      code: 1012,
      reason: expect.stringMatching(/^drain retryAfterMs=\d+$/),
    });
    await cut;
    await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow("fetch failed");
    await stopping.close();
  });

  test("does not wait for connections that were only opened in advance", async () => {
    const stopping = await startTestHub();
    const socket = connectTcp(Number(new URL(stopping.url).port), "127.0.0.1");
    const closed = new Promise<boolean>((resolve) => socket.once("close", resolve));
    await new Promise((resolve) => socket.once("connect", resolve));
    await stopping.query("{ __typename }");
    await stopping.stop();
    expect(await closed).toBe(false); // without an error
    await stopping.close();
  });

  test("finishes the operations under way, on sockets and over HTTP", async () => {
    const stopping = await startTestHub();
    const { client } = socketClient(stopping.url, { apiKey: stopping.adminKey });
    await answerOver(client, "{ __typename }");
    const lock = await stopping.database.pool.connect();
    await lock.query("begin");
    await lock.query("lock table partner in exclusive mode");
    const waiting = stopping.database.pool;
    const bySocket = answerOver(client, CREATE, { code: "by-socket" });
    const byHttp = stopping.query(CREATE, { code: "by-http" });
    for (;;) {
      const { rows } = await waiting.query(
        `select count(*)::integer as count from pg_locks
         where not granted and relation = 'partner'::regclass`,
      );
      if (rows[0].count >= 2) break;
    }
    const stopped = stopping.stop();
    await lock.query("commit");
    lock.release();
    expect(await bySocket).toMatchObject({ data: { createPartner: { userErrors: [] } } });
    expect(await byHttp).toMatchObject({ createPartner: { userErrors: [] } });
    await stopped;
    await stopping.close();
  });
});
