import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closePages, openDashboard, startBrowser } from "../support/browser.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { wallLedger, type WallLedger } from "../support/wall-ledger.js";

/**
 * The hub writes the frames of live items itself (RFC 6455, section 5.2): their lengths take 7, 16
 * or 64 bits, so the sizes on both sides of each step are read by two clients of others' making.
 */
const SIZES = [125, 126, 65_535, 65_536];

const DOCUMENT = `subscription Watch($ids: [ID!]!) { balances(accountIds: $ids) { __typename } }`;

/** The smallest message of this subscription, without its id. */
const REST = byteLength(
  '{"type":"next","payload":{"data":{"balances":{"__typename":""}}},"id":""}',
);
const SNAPSHOT = byteLength("BalancesSnapshot");

interface Listening {
  url: string;
  key: string;
  /** A subscription each. */
  ids: string[];
  accountIds: string[];
  document: string;
  /** How many items are heard before the socket is closed. */
  wanted: number;
}

interface Heard {
  id: string;
  bytes: number;
  kind: string;
}

/** Runs in Node and in the page alike, so all that it uses is in it. */
async function listen(given: Listening): Promise<Heard[]> {
  const { url, key, ids, accountIds, document, wanted } = given;
  const socket = new WebSocket(url, "graphql-transport-ws");
  const send = (message: object): void => socket.send(JSON.stringify(message));
  const heard: Heard[] = [];
  const ended = Promise.withResolvers<void>();
  socket.onclose = ({ code, reason }) => ended.reject(new Error(`closed ${code} ${reason}`));
  socket.onopen = () =>
    send({ type: "connection_init", payload: { authorization: `Bearer ${key}` } });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data));
    const payload = { query: document, variables: { ids: accountIds } };
    if (message.type === "connection_ack")
      ids.forEach((id) => send({ id, type: "subscribe", payload }));
    if (message.type !== "next") return;
    const kind: string = message.payload.data.balances.__typename;
    heard.push({ id: message.id, bytes: new TextEncoder().encode(data).length, kind });
    if (heard.length === ids.length) Reflect.get(globalThis, "onSnapshots")();
    if (heard.length === wanted) ended.resolve();
  };
  await ended.promise;
  socket.onclose = null;
  socket.close();
  return heard;
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** An id that makes the snapshot's message as long; some characters take two to four bytes. */
function idFor(size: number): string {
  const wide = "잔액 é 🎮 ";
  const rest = size - REST - SNAPSHOT - byteLength(wide);
  return wide + "x".repeat(rest);
}

describe("frames of live items", () => {
  let hub: TestHub;
  let browser: Browser;
  let ledger: WallLedger;
  let accountIds: [string, string];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), startBrowser()]);
    ledger = wallLedger(hub);
    const open = (reference: string) =>
      ledger.openAccount({ purpose: "WALLET", currency: "KRW", reference });
    accountIds = [await open("one"), await open("two")];
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

  const request = (): Listening => ({
    url: `${hub.url.replace("http", "ws")}/graphql`,
    key: hub.adminKey,
    ids: SIZES.map(idFor),
    document: DOCUMENT,
    accountIds,
    wanted: 2 * SIZES.length,
  });

  /** Sizes and ids of the snapshots, then the ids of the changes behind them. */
  const sorted = (heard: Heard[]) => {
    const snapshots = heard.filter(({ kind }) => kind === "BalancesSnapshot");
    const changes = heard.filter(({ kind }) => kind === "BalancesChanged");
    return [
      snapshots.map(({ bytes }) => bytes).toSorted((left, right) => left - right),
      snapshots.map(({ id }) => id).toSorted(),
      changes.map(({ id }) => id).toSorted(),
    ];
  };
  const ids = SIZES.map(idFor).toSorted();

  it("arrive whole in Node's own WebSocket, at every step of their length", async () => {
    const snapshots = Promise.withResolvers<void>();
    Object.assign(globalThis, { onSnapshots: snapshots.resolve });
    const heard = listen(request());
    await Promise.race([snapshots.promise, heard]);
    await ledger.transfer(...accountIds, "1");
    expect(sorted(await heard)).toEqual([SIZES, ids, ids]);
  });

  it("arrive whole in Chromium, at every step of their length", async () => {
    const { page } = await openDashboard(browser, hub.url);
    const snapshots = Promise.withResolvers<void>();
    await page.exposeFunction("onSnapshots", snapshots.resolve);
    const heard = page.evaluate(listen, request());
    await Promise.race([snapshots.promise, heard]);
    await ledger.transfer(...accountIds, "1");
    expect(sorted(await heard)).toEqual([SIZES, ids, ids]);
  });
});
