import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { LiveFrame } from "../../../src/live/live-frame.js";
import type { LiveHub } from "../../../src/live/live-hub.js";
import { BalancesChangedItem } from "../../../src/live/live-item.js";
import { LIVE_LIMITS } from "../../../src/live/live-limits.js";
import { PendingSubscription } from "../../../src/live/pending-subscription.js";
import { SocketOutlet } from "../../../src/live/socket-outlet.js";
import { testLedger } from "../../support/ledger.js";
import { EVERYTHING, Mover, openBalances, startLive, until } from "../../support/live.js";

/** Large, so that the system's own buffers are full before long. */
const PADDING = "x".repeat(400_000);
const MOVES = 60;

interface Told {
  changes: { fromVersion: number; version: number; id: string }[];
}

let ledger: Awaited<ReturnType<typeof testLedger>>;
let live: LiveHub;
let mover: Mover;
let server: WebSocketServer;

beforeAll(async () => {
  ledger = await testLedger();
  live = await startLive(ledger, { engine: ledger.engine });
  mover = new Mover(ledger);
  await mover.open(2);
  server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  await once(server, "listening");
});
afterAll(async () => {
  for (const client of server.clients) client.terminate();
  server.close();
  await live.stop();
  await ledger.close();
});

/** A client over a real socket, in the group that all of them share. */
async function subscribed(pauses: boolean) {
  const arrived = once(server, "connection") as Promise<[WebSocket]>;
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const told: Told[] = [];
  client.on("message", (data: Buffer) => {
    const { payload } = JSON.parse(data.toString()) as { payload: Told };
    told.push(payload);
  });
  const [socket] = await arrived;
  await once(client, "open");
  if (pauses) client.pause();
  const stream = await live.balances.open({
    key: "shared",
    selection: EVERYTHING,
    delivery: "STATE",
    after: null,
    stream: { epoch: live.epoch, cursorAt: (place) => place.text },
    render: (item) => new LiveFrame({ padding: PADDING, changes: changesOf(item) }),
    outlet: new SocketOutlet(socket, "1", new PendingSubscription()),
  });
  return { client, told, stream, waiting: () => waitingIn(socket) };
}

const changesOf = (item: object) =>
  item instanceof BalancesChangedItem
    ? item.changes.map(({ fromVersion, after }) => ({
        fromVersion,
        version: after.version,
        id: after.accountId,
      }))
    : [];

const waitingIn = (socket: WebSocket): number =>
  (Reflect.get(socket, "_socket") as Socket).writableLength;

describe("a client that takes nothing", () => {
  it("slows nobody down, holds no memory, and is told what it missed as one change", async () => {
    const [slow, fast] = [await subscribed(true), await subscribed(false)];
    await until(() => fast.told.length > 0);
    let most = 0;
    for (let moved = 1; moved <= MOVES; moved++) {
      await mover.move(0, 1);
      await until(() => fast.told.length > moved);
      most = Math.max(most, slow.waiting());
    }
    // One frame that found room, and what was in the socket before it.
    expect(most).toBeLessThan(LIVE_LIMITS.socketBytes + 2 * PADDING.length);
    expect(most).toBeGreaterThan(LIVE_LIMITS.socketBytes);
    slow.client.resume();
    const last = () => slow.told.at(-1)?.changes.map(({ version }) => version) ?? [];
    await until(() => last()[0] === MOVES && last()[1] === MOVES);
    expect(slow.told.length).toBeLessThan(fast.told.length);
    for (const id of mover.accountIds) {
      const steps = slow.told.flatMap(({ changes }) => changes).filter((each) => each.id === id);
      for (const [at, step] of steps.entries())
        expect(step.fromVersion).toBe(at === 0 ? 0 : steps[at - 1]?.version);
    }
    slow.stream.close();
    fast.stream.close();
    await until(() => live.size.members === 0 && live.size.accounts === 0);
  });
});

describe("a shared selection that has grown", () => {
  it("takes in nobody beyond the limit of accounts, and goes on for those who are in", async () => {
    const room = LIVE_LIMITS.accountsPerSubscription - mover.accountIds.length;
    const spec = { partnerId: null, currency: "KRW", normalSide: "CREDIT" as const };
    await ledger.accounts.ensure(
      Array.from({ length: room }, (_, at) => ({ ...spec, purpose: "MORE", reference: `${at}` })),
    );
    const options = { key: "growing" };
    const inside = await openBalances(live, EVERYTHING, options);
    await until(() => inside.checker.cursor !== null);
    const [opened = ""] = await mover.open(2);
    await mover.move(2, 3);
    await until(() => inside.checker.versions.get(opened) === 1);
    const refused = openBalances(live, EVERYTHING, options);
    await expect(refused).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await mover.move(2, 3);
    await until(() => inside.checker.versions.get(opened) === 2);
    expect(inside.checker.breaks).toEqual([]);
    inside.close();
  });
});
