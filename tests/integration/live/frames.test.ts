import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocketServer, type WebSocket as ServerSocket } from "ws";
import { LiveFrame } from "../../../src/live/live-frame.js";
import { PendingSubscription } from "../../../src/live/pending-subscription.js";
import { SocketOutlet } from "../../../src/live/socket-outlet.js";

const ID = "0b5c8d6e-4f9a-4c3e-9d52-6a1f0e7b2c34";
const EMPTY = JSON.stringify({ type: "next", payload: { data: "" }, id: ID }).length;

describe("frames written past ws, read by Node's own WebSocket", () => {
  let server: WebSocketServer;
  let url: string;

  beforeAll(async () => {
    server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
    await once(server, "listening");
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  /** A client and its outlet on the server. */
  async function connected() {
    const arrived = once(server, "connection") as Promise<[ServerSocket]>;
    const client = new WebSocket(url);
    const [socket] = await arrived;
    await once(client, "open");
    return { client, socket, outlet: new SocketOutlet(socket, ID, new PendingSubscription()) };
  }

  const messageOf = async (client: WebSocket): Promise<unknown> => {
    const [event] = (await once(client, "message")) as [{ data: string }];
    return JSON.parse(event.data);
  };

  it.each([100, 125, 126, 127, 4_096, 65_535, 65_536, 200_000])(
    "arrive whole at %i bytes",
    async (bytes) => {
      const { client, outlet } = await connected();
      const data = "a".repeat(bytes - EMPTY);
      const frame = new LiveFrame({ data });
      const received = messageOf(client);
      outlet.send(frame);
      expect(await received).toEqual({ id: ID, type: "next", payload: { data } });
      client.close();
    },
  );

  it.each(["정산 허브", "€ £ ¥", "𝄞 clef", '\u0000 \u2028 "quoted" \\'])(
    "keep the text %j, also where a character crosses the 126-byte border",
    async (text) => {
      const { client, outlet } = await connected();
      for (let padding = 0; padding < 12; padding++) {
        const data = "a".repeat(125 - EMPTY - padding) + text;
        const received = messageOf(client);
        outlet.send(new LiveFrame({ data }));
        expect(await received).toMatchObject({ payload: { data } });
      }
      client.close();
    },
  );

  it("stay in order with what ws itself writes", async () => {
    const { client, socket, outlet } = await connected();
    const seen: string[] = [];
    client.addEventListener("message", ({ data }) => seen.push(String(data).slice(0, 12)));
    const done = once(client, "close");
    for (let round = 0; round < 200; round++) {
      outlet.send(new LiveFrame({ data: "x".repeat(round * 50) }));
      socket.send(`own ${round}`);
      if (round % 20 === 0) socket.ping();
    }
    socket.close();
    await done;
    expect(seen.filter((text) => text.startsWith("own"))).toEqual(
      Array.from({ length: 200 }, (_, round) => `own ${round}`),
    );
    expect(seen.filter((_, index) => index % 2 === 0)).toEqual(
      Array.from({ length: 200 }, () => '{"type":"nex'),
    );
  });

  it("go nowhere when the socket is closing", async () => {
    const { client, socket, outlet } = await connected();
    const closed = once(client, "close");
    socket.close();
    outlet.send(new LiveFrame({ data: "late" }));
    const [event] = (await closed) as [CloseEvent];
    expect(event.code).toBe(1005);
  });
});
