import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { setTimeout as turn } from "node:timers/promises";
import { WebSocketServer, type WebSocket } from "ws";
import { cpuMicros, memory, serve } from "./child-process.js";

/** The floor: ws, and one buffer that is sent to every socket. */
const sockets = new Set<WebSocket>();
const server = createServer();
const endpoint = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false });
endpoint.on("connection", (socket) => sockets.add(socket));
let wanted = 0;

serve({
  async listen() {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
  change(bytes: number) {
    const message = Buffer.alloc(bytes, "x");
    for (const socket of sockets) socket.send(message, { binary: false });
  },
  /** Resolves when so many more have subscribed. */
  async subscribed(count: number) {
    wanted += count;
    while (sockets.size < wanted) await turn(10);
  },
  memory,
  cpuMicros,
});
