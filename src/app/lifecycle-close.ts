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
  server.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close");
  });
  return async () => {
    closing = true;
    // An answer whose head was sent before, or a client that does not listen to the word.
    const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_MS);
    try {
      await server.close();
    } finally {
      clearInterval(sweep);
    }
  };
}
