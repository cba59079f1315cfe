import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTuttiClient, DocumentNotTrustedError } from "@tutti/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { documentId } from "../../src/app/trusted-documents.js";
import { startTestHub, type TestHub } from "../support/hub.js";

const file = join(import.meta.dirname, "../../schema/trusted-documents.json");
const documents = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
const viewerId = Object.keys(documents).find((id) => documents[id]?.includes("query Viewer")) ?? "";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub({ config: { trustedOnly: true } });
});

afterAll(() => hub.close());

function send(body: object, path = "/graphql"): Promise<Response> {
  const authorization = `Bearer ${hub.adminKey}`;
  const headers = { authorization, "content-type": "application/json" };
  return fetch(hub.url + path, { method: "POST", headers, body: JSON.stringify(body) });
}

function client() {
  return createTuttiClient({ url: hub.url, apiKey: hub.adminKey, webSocket: WebSocket });
}

describe("a hub that executes trusted documents only", () => {
  test("knows each of the SDK's by the hash of its text", () => {
    for (const [id, text] of Object.entries(documents)) expect(documentId(text)).toBe(id);
  });

  test.each([
    ["its id", { documentId: viewerId }],
    ["its id, prefixed", { documentId: `sha256:${viewerId}` }],
    ["the hash of Apollo's and urql's links", persisted(viewerId)],
    ["its own text", { query: documents[viewerId] }],
  ])("executes one that is named by %s", async (_how, body) => {
    const answer = await send(body);
    expect(await answer.json()).toMatchObject({ data: { viewer: { name: expect.any(String) } } });
  });

  test("executes one that is named in a GET", async () => {
    const headers = {
      authorization: `Bearer ${hub.adminKey}`,
      "apollo-require-preflight": "true",
    };
    const answer = await fetch(`${hub.url}/graphql?documentId=${viewerId}`, { headers });
    expect(await answer.json()).toMatchObject({ data: { viewer: {} } });
  });

  test.each([
    ["another text", { query: "{ viewer { name } }" }],
    ["an introspection", { query: "{ __schema { types { name } } }" }],
    ["an unknown id", { documentId: documentId("{ viewer { name } }") }],
    ["an unknown hash with a text to register", persisted("0".repeat(64), "{ __typename }")],
  ])("refuses %s", async (_what, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: "DOCUMENT_NOT_TRUSTED" } }],
    });
  });

  test("refuses another text as an event stream", async () => {
    const answer = await send(
      { query: "subscription { balances { __typename } }" },
      "/graphql/stream",
    );
    expect(await answer.text()).toContain("DOCUMENT_NOT_TRUSTED");
  });

  test("serves the SDK, over HTTP and over WebSocket", async () => {
    const sdk = client();
    expect(await sdk.viewer()).toMatchObject({ name: expect.any(String) });
    const stream = sdk.balances.watch();
    const first = await stream.next();
    await stream.return();
    expect(first.value?.__typename).toBe("BalancesSnapshot");
  });

  test("refuses the SDK a document of the caller's own", async () => {
    const { ViewerDocument } = await import("@tutti/client");
    const { TypedDocumentString } = await import("@tutti/client");
    const own = new TypedDocumentString<object, object>("{ viewer { permissions } }");
    expect(ViewerDocument.toString()).toBe(documents[viewerId]);
    await expect(client().query(own, {})).rejects.toThrow(DocumentNotTrustedError);
  });
});

function persisted(sha256Hash: string, query?: string): object {
  return {
    ...(query ? { query } : {}),
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  };
}
