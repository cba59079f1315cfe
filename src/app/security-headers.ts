import type { FastifyInstance } from "fastify";

const HEADERS: Readonly<Record<string, string>> = {
  // An API's answer is data: if a browser is made to show it, it may load and run nothing.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** Sets the headers that browsers heed and the request's id; a route may set its own instead. */
export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...HEADERS, "x-request-id": request.id });
  });
}
