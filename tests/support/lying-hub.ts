import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";

/** What takes the place of a hub's answer. */
export type Lie = (response: ServerResponse, request: IncomingMessage) => void;

/** A server at whose address a hub is expected. */
export interface LyingHub extends AsyncDisposable {
  url: string;
  /** How many requests came. */
  asked(): number;
}

/** Answers every request with a lie, and talks nonsense on every socket. */
export async function startLyingHub(
  lie: Lie,
  nonsense: (socket: WebSocket) => void = (socket) => socket.terminate(),
): Promise<LyingHub> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume().on("end", () => lie(response, request));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => nonsense(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      server.close().closeAllConnections();
      await once(server, "close");
    },
  };
}

/** The lie that a body is. */
export function body(text: string, status = 200, headers: Record<string, string> = {}): Lie {
  return (response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}
