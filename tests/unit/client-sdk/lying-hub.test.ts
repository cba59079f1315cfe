import {
  createTuttiClient,
  HubError,
  NetworkError,
  ProtocolError,
  RateLimitedError,
  RefusedError,
  TimeoutError,
  type TuttiClientOptions,
} from "@tutti/client";
import { describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { body, startLyingHub, type Lie, type LyingHub } from "../../support/lying-hub.js";

/** Vitest fails a run with a rejection that nobody handles: these tests rely on that. */
const ATTEMPTS = 3;

function clientOf(hub: LyingHub, options: Partial<TuttiClientOptions> = {}) {
  const retry = { attempts: ATTEMPTS, firstPauseMs: 1, longestPauseMs: 1 };
  return createTuttiClient({ url: hub.url, apiKey: "any", retry, ...options });
}

const refusal = (extensions: unknown): Lie =>
  body(JSON.stringify({ errors: [{ message: "no", extensions }] }));

const truncated: Lie = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"data":{"vi', () => response.destroy());
};

const endless: Lie = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const piece = "x".repeat(65_536);
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on("drain", more);
  more();
};

const silentAfterHead: Lie = (response) => response.writeHead(200).flushHeaders();

describe("a query to what is no hub fails with an error of its kind", () => {
  test.each<[what: string, lie: Lie, kind: unknown, times: number]>([
    ["a page of text", body("hello", 200, { "content-type": "text/html" }), ProtocolError, 1],
    ["a number", body("5"), ProtocolError, 1],
    ["a list", body("[]"), ProtocolError, 1],
    ["nothing", body(""), ProtocolError, 1],
    ["no data", body('{"data":null}'), ProtocolError, 1],
    ["errors that are none", body('{"errors":[null],"data":5}'), ProtocolError, 1],
    ["data without what was asked for", body('{"data":{}}'), ProtocolError, 1],
    ["data of another shape", body('{"data":{"viewer":5}}'), ProtocolError, 1],
    ["an error without a code", body('{"errors":[{"message":"no"}]}'), HubError, 1],
    ["extensions that are a text", refusal("no"), HubError, 1],
    ["a code that nobody knows", refusal({ code: "NEVER_HEARD" }), RefusedError, 1],
    ["a body that breaks off", truncated, NetworkError, ATTEMPTS],
    [
      "what is not gzip",
      body("not at all", 200, { "content-encoding": "gzip" }),
      NetworkError,
      ATTEMPTS,
    ],
    ["a cut line", (response) => void response.destroy(), NetworkError, ATTEMPTS],
    ["no HTTP", (response) => void response.socket?.end("hello\n"), NetworkError, ATTEMPTS],
    ["a gateway that finds no hub", body("<html>", 502), NetworkError, ATTEMPTS],
    ["a rate limit", refusal({ code: "RATE_LIMITED", retryAfter: -1 }), RateLimitedError, ATTEMPTS],
    ["a pause of years", refusal({ code: "RATE_LIMITED", retryAfter: 1e9 }), RateLimitedError, 1],
    ["a gateway that asks for one", body("", 503, { "retry-after": "1e9" }), NetworkError, 1],
  ])("%s", async (_what, lie, kind, times) => {
    await using hub = await startLyingHub(lie);
    await expect(clientOf(hub).viewer()).rejects.toBeInstanceOf(kind);
    expect(hub.asked()).toBe(times);
  });

  test.each<[what: string, lie: Lie]>([
    ["silence", () => undefined],
    ["silence after the head", silentAfterHead],
  ])("%s is given up in time, or when the caller says so", async (_what, lie) => {
    await using hub = await startLyingHub(lie);
    const retry = { attempts: 1, firstPauseMs: 1, longestPauseMs: 1 };
    const tutti = clientOf(hub, { retry, timeoutMs: 30 });
    await expect(tutti.viewer()).rejects.toBeInstanceOf(TimeoutError);
    const end = new AbortController();
    const patient = clientOf(hub).viewer({ signal: end.signal });
    end.abort(new Error("enough"));
    await expect(patient).rejects.toThrow("enough");
  });

  test("an answer without end is left after its limit", async () => {
    await using hub = await startLyingHub(endless);
    const tutti = clientOf(hub, { maxAnswerBytes: 1_000_000 });
    await expect(tutti.viewer()).rejects.toThrow(/more than 1000000 bytes/);
  });

  test.each([
    ["a page without nodes", { pageInfo: { hasNextPage: false, endCursor: null } }],
    ["a page that is no page", { nodes: [] }],
    ["a page that leads to itself", { nodes: [], pageInfo: { hasNextPage: true, endCursor: "a" } }],
  ])("%s ends a list with an error", async (_what, partners) => {
    await using hub = await startLyingHub(body(JSON.stringify({ data: { partners } })));
    const readAll = async (): Promise<void> => {
      for await (const partner of clientOf(hub).partners.list()) expect(partner).toBeUndefined();
    };
    await expect(readAll()).rejects.toThrow(ProtocolError);
  });
});

describe("a command", () => {
  const input = { externalId: "a", debitAccountId: "x", creditAccountId: "y", amountMinor: "1" };
  const transfer = { ...input, currency: "EUR", code: "TEST" };

  test("without a key is sent once, whatever comes of it", async () => {
    await using hub = await startLyingHub(truncated);
    const key = { name: "ci", role: "VIEWER" as const };
    await expect(clientOf(hub).apiKeys.create(key)).rejects.toBeInstanceOf(NetworkError);
    expect(hub.asked()).toBe(1);
  });

  test("with a key is repeated, the same to the letter", async () => {
    const bodies = new Set<string>();
    await using hub = await startLyingHub(truncated);
    const send: typeof fetch = (url, init) => {
      bodies.add(JSON.stringify(init?.body));
      return fetch(url, init);
    };
    const call = clientOf(hub, { fetch: send }).transactions.postTransfer(transfer);
    await expect(call).rejects.toBeInstanceOf(NetworkError);
    expect([hub.asked(), bodies.size]).toEqual([ATTEMPTS, 1]);
  });

  test.each([
    ["a payload that is none", 5],
    ["a payload whose refusals are none", { userErrors: 5 }],
  ])("%s is not taken for a success", async (_what, postTransfer) => {
    await using hub = await startLyingHub(body(JSON.stringify({ data: { postTransfer } })));
    await expect(clientOf(hub).transactions.postTransfer(transfer)).rejects.toThrow(ProtocolError);
  });
});

describe("a stream of nonsense ends with an error", () => {
  const next = (payload: unknown) => (id: string) => ({ id, type: "next", payload });
  const item = (balances: unknown) => next({ data: { balances } });

  /** Says yes to everything, and answers each subscription with one message. */
  function answering(message: (id: string) => unknown) {
    return (socket: WebSocket): void => {
      socket.on("message", (bytes: Buffer) => {
        const { type, id } = JSON.parse(bytes.toString()) as { type: string; id: string };
        if (type === "connection_init") socket.send('{"type":"connection_ack"}');
        if (type === "subscribe") socket.send(JSON.stringify(message(id)));
      });
    };
  }
  const greeting = (bytes: string | Buffer) => (socket: WebSocket) => socket.send(bytes);

  test.each<[what: string, nonsense: (socket: WebSocket) => void, kind: unknown]>([
    ["no JSON", greeting("hello"), ProtocolError],
    ["bytes", greeting(Buffer.from([0, 1, 2])), ProtocolError],
    ["no message of the protocol", greeting('{"type":"surprise"}'), ProtocolError],
    ["a number for an item", answering(item(5)), ProtocolError],
    ["an item of no kind", answering(item({ cursor: null })), ProtocolError],
    ["changes that are none", answering(item({ __typename: "BalancesChanged" })), ProtocolError],
    ["data that is none", answering(next({ data: 5 })), ProtocolError],
    ["a payload that is none", answering(next(5)), ProtocolError],
    [
      "versions that are none",
      answering(
        item({
          __typename: "BalancesChanged",
          cursor: null,
          changes: [{ fromVersion: "a", version: "b", account: { id: "x" } }],
        }),
      ),
      ProtocolError,
    ],
    [
      "an error without a code",
      answering((id) => ({ id, type: "error", payload: [{ message: "no" }] })),
      HubError,
    ],
  ])("%s", async (_what, nonsense, kind) => {
    await using hub = await startLyingHub(body("{}"), nonsense);
    const stream = clientOf(hub).balances.watch();
    await expect(stream.next()).rejects.toBeInstanceOf(kind);
  });

  test("a socket that is cut is opened again, until the caller ends it", async () => {
    await using hub = await startLyingHub(body("{}"));
    const end = new AbortController();
    const causes: Error[] = [];
    const onReconnect = ({ attempt, cause }: { attempt: number; cause: Error }): void => {
      causes.push(cause);
      if (attempt === 2) end.abort();
    };
    const stream = clientOf(hub).balances.watch({}, { signal: end.signal, onReconnect });
    expect((await stream.next()).done).toBe(true);
    expect(causes.every((cause) => cause instanceof NetworkError)).toBe(true);
  });
});
