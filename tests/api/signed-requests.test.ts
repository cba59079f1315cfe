import { signatureHeaders, type SigningOptions } from "@tutti/client";
import { createTuttiClient, UnauthenticatedError } from "@tutti/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;
let aheadMs = 0;
let signing: SigningOptions;
const BODY = JSON.stringify({ query: "{ viewer { name } }" });

beforeAll(async () => {
  hub = await startTestHub({ clock: { now: () => new Date(Date.now() + aheadMs) } });
  const made = await admin().apiKeys.create({ name: "signer", role: "INTEGRATION" });
  signing = { keyId: made.apiKey.id, secret: made.signingSecret };
  await admin().partners.create({ code: "star", name: "Star", kind: "GAME_PROVIDER" });
});

afterAll(() => hub.close());

const admin = () => createTuttiClient({ url: hub.url, apiKey: hub.adminKey });

async function send(headers: Record<string, string>, body = BODY, path = "/graphql") {
  const type = path === "/graphql" ? "application/json" : "application/x-ndjson";
  const init = { method: "POST", headers: { "content-type": type, ...headers }, body };
  return fetch(`${hub.url}${path}`, init);
}

const sign = (body = BODY, path = "/graphql", nowMs?: number, by = signing) =>
  signatureHeaders(by, { method: "POST", url: new URL(`${hub.url}${path}`), body }, nowMs);

describe("a signed request", () => {
  test("is let in by the client, also over WebSocket", async () => {
    const client = createTuttiClient({ url: hub.url, signing, webSocket: WebSocket });
    expect((await client.viewer()).name).toBe("signer");
    for await (const item of client.balances.watch()) {
      expect(item).toBeDefined();
      break;
    }
  });

  test("is good once", async () => {
    const headers = await sign();
    expect((await send(headers)).status).toBe(200);
    expect((await send(headers)).status).toBe(401);
  });

  test("is good for its body, place and time only", async () => {
    const other = JSON.stringify({ query: "{ viewer { permissions } }" });
    expect((await send(await sign(), other)).status).toBe(401);
    const digest = (await sign(other))["content-digest"] ?? "";
    expect((await send({ ...(await sign()), "content-digest": digest }, other)).status).toBe(401);
    expect((await send(await sign(BODY, "/graphql/stream"))).status).toBe(401);
    expect((await send(await sign(BODY, "/graphql?x=1"))).status).toBe(401);
    for (const ageMs of [-301_000, 301_000]) {
      const at = Date.now() + ageMs;
      expect((await send(await sign(BODY, "/graphql", at))).status).toBe(401);
    }
    const stranger = { ...signing, secret: `${signing.secret}0` };
    expect((await send(await sign(BODY, "/graphql", undefined, stranger))).status).toBe(401);
  });

  test.each([
    ["a component less", (text: string) => text.replace(' "@path"', "")],
    ["another algorithm", (text: string) => text.replace("hmac-sha256", "none")],
    ["no nonce", (text: string) => text.replace(/;nonce="[^"]*"/, "")],
    ["no key", (text: string) => text.replace(/;keyid="[^"]*"/, "")],
    ["nonsense", () => "sig=("],
  ])("with %s is none", async (_what, changed) => {
    const headers = await sign();
    const input = changed(headers["signature-input"] ?? "");
    expect((await send({ ...headers, "signature-input": input })).status).toBe(401);
  });

  test("brings in transactions, and nothing when a byte of them was changed", async () => {
    const line = (id: string) =>
      `${JSON.stringify({
        externalId: id,
        type: "bet",
        direction: "IN",
        amount: "1.00",
        currency: "EUR",
        occurredAt: "2026-01-01T00:00:00Z",
      })}\n`;
    const path = "/ingest/star";
    const good = await send(await sign(line("a"), path), line("a"), path);
    expect(await good.text()).toContain('"POSTED"');
    const bad = await send(await sign(line("b"), path), line("c"), path);
    expect(bad.status).toBe(401);
    const { rows } = await hub.database.pool.query("select external_id as id from transaction");
    expect(rows).toEqual([{ id: "a" }]);
  });

  test("is signed by the secret before while secrets overlap, and not after", async () => {
    const { apiKeys } = admin();
    const made = await apiKeys.create({ name: "rotated", role: "VIEWER" });
    const before = { keyId: made.apiKey.id, secret: made.signingSecret };
    const rotated = await apiKeys.rotate({ apiKeyId: made.apiKey.id, overlapHours: 1 });
    const after = { ...before, secret: rotated.signingSecret };
    const viewer = (by: SigningOptions) =>
      createTuttiClient({ url: hub.url, signing: by }).viewer();
    await expect(viewer(before)).resolves.toHaveProperty("name", "rotated");
    await expect(viewer(after)).resolves.toHaveProperty("name", "rotated");
    aheadMs = 3_600_000;
    const now = Date.now() + aheadMs;
    expect((await send(await sign(BODY, "/graphql", now, before))).status).toBe(401);
    expect((await send(await sign(BODY, "/graphql", now, after))).status).toBe(200);
    aheadMs = 0;
    await apiKeys.revoke({ apiKeyId: made.apiKey.id });
    await expect(viewer(after)).rejects.toThrow(UnauthenticatedError);
  });
});
