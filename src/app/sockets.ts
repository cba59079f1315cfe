import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { handleProtocols, MessageType, stringifyMessage } from "graphql-ws";
import { WebSocketServer, type WebSocket } from "ws";
import { credentialText, Unauthenticated } from "../access/index.js";
import { LIVE_LIMITS } from "../live/index.js";
import { presentError } from "../shared/graphql/present-error.js";
import { graphQLSocketServer, type SocketParts } from "./graphql-websocket.js";
import { signedMessage } from "./signed-message.js";
import { stillStands } from "./still-stands.js";
import { SocketProgress } from "./socket-progress.js";
import { NO_PONG, SERVICE_RESTART, UNAUTHENTICATED, type SocketSession } from "./socket-session.js";

const PATH = "/graphql";
/** How often a connection is sent a ping, and how often its credential is verified again. */
const HEARTBEAT_MS = 5_000;
/** How many pings a connection may leave without an answer. */
const MAX_MISSED_BEATS = LIVE_LIMITS.pongMs / HEARTBEAT_MS;
/** Clients of a hub that stops come back spread over this time. */
const RECONNECT_SPREAD_MS = 2_000;
/** How long clients may take to answer the close of a connection before it is cut. */
const CLOSE_LIMIT_MS = 1_000;
/** A fault in handling a message; nothing is known about the connection's state any more. */
const INTERNAL_ERROR = 4500;

/** The WebSocket side of the server. */
export interface Sockets {
  /** Lets single-result operations under way finish, then says farewell to every connection. */
  close(): Promise<void>;
}

interface Connection {
  readonly socket: WebSocket;
  readonly session: SocketSession;
  missedBeats: number;
}

/** Serves GraphQL over WebSocket at /graphql of a server. */
export function addSockets(
  server: Server,
  parts: Omit<SocketParts, "progress"> & { addressOf: (request: IncomingMessage) => string },
): Sockets {
  const progress = new SocketProgress();
  const connections = new Set<Connection>();
  const endpoint = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LIVE_LIMITS.messageBytes,
    handleProtocols,
  });
  const protocol = graphQLSocketServer({ ...parts, progress });
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (pathOf(request) !== PATH || progress.isStopping) return refuse(stream, progress.isStopping);
    endpoint.handleUpgrade(request, stream, head, (socket) =>
      open(
        parts,
        protocol,
        connections,
        socket,
        sessionOf(socket, request, parts.addressOf(request)),
      ),
    );
  });
  const beat = setInterval(() => heartbeat(connections, parts), HEARTBEAT_MS).unref();
  const off = parts.verifier.onEnding(() => void verifyAgain(connections, parts));
  return {
    async close() {
      progress.isStopping = true;
      clearInterval(beat);
      off();
      await progress.finished();
      await farewell(connections);
    },
  };
}

function open(
  { log }: Pick<SocketParts, "log">,
  protocol: ReturnType<typeof graphQLSocketServer>,
  connections: Set<Connection>,
  socket: WebSocket,
  session: SocketSession,
): void {
  const connection: Connection = { socket, session, missedBeats: 0 };
  connections.add(connection);
  const closed = protocol.opened(transportOf(connection, log), session);
  socket.on("pong", () => (connection.missedBeats = 0));
  socket.on("error", (err) => log.debug({ err }, "a WebSocket connection broke"));
  socket.once("close", (code, reason) => {
    connections.delete(connection);
    closed(code, String(reason)).catch((err: unknown) =>
      log.error({ err }, "the end of a WebSocket connection could not be handled"),
    );
  });
}

function sessionOf(socket: WebSocket, request: IncomingMessage, address: string): SocketSession {
  return {
    socket,
    address,
    upgrade: signedMessage(request, request.headers.host ?? ""),
    credential: credentialText(request.headers, request.headers.host ?? ""),
    standing: null,
    actor: null,
    isCounted: false,
    operations: () => [],
    close: (code, reason) => socket.close(code, reason),
  };
}

function transportOf({ socket }: Connection, log: SocketParts["log"]) {
  return {
    protocol: socket.protocol,
    send: (frame: string) =>
      new Promise<void>((resolve, reject) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        socket.send(frame, (error) => (error ? reject(error) : resolve()));
      }),
    close: (code: number, reason: string) => socket.close(code, reason),
    onMessage: (handle: (frame: string) => Promise<void>) => {
      socket.on("message", (frame) => {
        // ws gives a Buffer unless its binaryType is changed.
        handle(Buffer.isBuffer(frame) ? frame.toString("utf8") : "").catch((err: unknown) => {
          if (socket.readyState !== socket.OPEN) return;
          log.error({ err }, "a WebSocket message could not be handled");
          socket.close(INTERNAL_ERROR, "Internal server error");
        });
      });
    },
  };
}

function heartbeat(connections: Set<Connection>, parts: Pick<SocketParts, "log">) {
  for (const connection of connections) {
    const missed = connection.missedBeats++;
    if (missed < MAX_MISSED_BEATS) connection.socket.ping();
    else if (missed === MAX_MISSED_BEATS) connection.socket.close(NO_PONG, "no pong");
    else connection.socket.terminate();
  }
  void verifyAgain(connections, parts);
}

/** A credential that expires or is revoked ends what it began, on whichever node. */
async function verifyAgain(
  connections: Set<Connection>,
  { log }: Pick<SocketParts, "log">,
): Promise<void> {
  for (const connection of connections) {
    const { standing } = connection.session;
    if (!standing) continue;
    try {
      if (!(await stillStands(standing))) dismiss(connection);
    } catch (err) {
      return log.warn({ err }, "credentials of connections could not be verified again");
    }
  }
}

/** Each operation is told why it ends, then the connection does. */
function dismiss({ socket, session }: Connection): void {
  const payload = [presentError(new Unauthenticated(), "")];
  for (const id of session.operations()) {
    socket.send(stringifyMessage({ id, type: MessageType.Error, payload }));
  }
  session.close(UNAUTHENTICATED, "The credential expired or was revoked");
}

async function farewell(connections: Set<Connection>): Promise<void> {
  const ends = [...connections].map(
    ({ socket }) => new Promise<void>((resolve) => socket.once("close", () => resolve())),
  );
  for (const { socket } of connections) {
    const pauseMs = Math.round(Math.random() * RECONNECT_SPREAD_MS);
    socket.close(SERVICE_RESTART, `drain retryAfterMs=${pauseMs}`);
  }
  await Promise.race([Promise.all(ends), wait(CLOSE_LIMIT_MS, undefined, { ref: false })]);
  for (const { socket } of connections) socket.terminate();
}

function refuse(stream: Duplex, isStopping: boolean): void {
  const status = isStopping ? "503 Service Unavailable" : "404 Not Found";
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?", 1)[0] ?? "";
}
