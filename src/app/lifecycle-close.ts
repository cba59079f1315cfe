import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

const SWEEP_MS = 50;

/**
 * How a server ends without cutting a request: what is under way is answered with the word that its
 * connection ends, and connections end as soon as nothing is under way on them. Without this, one
 * kept alive by a client would hold the end up until its time-out.
 * @returns closes the server
 */
export function closeWithoutCutting(server: FastifyInstance): () => Promise<void> {
  let closing = false;
  const unused = unusedConnections(server);
  server.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close");
  });
  return async () => {
    closing = true;
    // An answer whose head was sent before, or a client that does not listen to the word.
    const sweep = setInterval(() => {
      server.server.closeIdleConnections();
      // To Node a connection without its first byte is one whose request is under way.
      for (const socket of unused) if (socket.bytesRead === 0) socket.destroy();
    }, SWEEP_MS);
    try {
      await server.close();
    } finally {
      clearInterval(sweep);
    }
  };
}

/** Connections without a request so far: clients open some in advance. */
function unusedConnections({ server }: FastifyInstance): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  function forget(this: Socket): void {
    unused.delete(this);
  }
  server.on("connection", (socket: Socket) => unused.add(socket.once("close", forget)));
  // Nothing of this stays with a connection that is used: there are many of them.
  const used = ({ socket }: { socket: Socket }): void => {
    if (unused.delete(socket)) socket.off("close", forget);
  };
  server.on("request", used);
  server.on("upgrade", used);
  return unused;
}
