import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import https from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestHub, type TestHub } from "../support/hub.js";

const TLS = join(import.meta.dirname, "../fixtures/tls");
const ca = readFileSync(join(TLS, "cert.pem"));

let hub: TestHub;

beforeAll(async () => {
  const config = { tlsCert: join(TLS, "cert.pem"), tlsKey: join(TLS, "key.pem") };
  hub = await startTestHub({ config });
});

afterAll(() => hub.close());

async function get(path: string, options: https.RequestOptions): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    https.get(hub.url + path, options, resolve).once("error", reject);
  });
  return text(response);
}

test("a hub with a certificate answers over HTTPS alone, to who trusts it", async () => {
  expect(hub.url).toMatch(/^https:\/\/localhost:\d+$/);
  expect(JSON.parse(await get("/healthz", { ca }))).toEqual({ status: "ok" });
  await expect(get("/healthz", {})).rejects.toThrow("self-signed certificate");
  await expect(get("/healthz", { ca, maxVersion: "TLSv1.1" })).rejects.toThrow(/protocol|version/i);
  await expect(fetch(hub.url.replace("https:", "http:") + "/healthz")).rejects.toThrow(
    "fetch failed",
  );
});

test("WebSockets come by it as well, and answers tell browsers to stay with it", async () => {
  const url = `${hub.url.replace("https:", "wss:")}/graphql`;
  const socket = new WebSocket(url, "graphql-transport-ws", { ca });
  const acknowledged = new Promise<string>((resolve, reject) => {
    socket.once("message", (data: Buffer) => resolve(data.toString("utf8")));
    socket.once("error", reject);
    socket.once("close", (code) => reject(new Error(`closed with ${code}`)));
  });
  socket.once("open", () => {
    const payload = { authorization: `Bearer ${hub.adminKey}` };
    socket.send(JSON.stringify({ type: "connection_init", payload }));
  });
  expect(JSON.parse(await acknowledged)).toMatchObject({ type: "connection_ack" });
  socket.close();
  const { headers } = await new Promise<IncomingMessage>((resolve, reject) => {
    https.get(`${hub.url}/healthz`, { ca }, resolve).once("error", reject);
  });
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
});
