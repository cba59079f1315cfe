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

/** A browser that came over TLS once comes over nothing else for a year (RFC 6797). */
const OVER_TLS = { "strict-transport-security": "max-age=31536000" };

/** Sets the headers that browsers heed and the request's id; a route may set its own instead. */
export function addSecurityHeaders(server: FastifyInstance, isOverTls: boolean): void {
  const all = isOverTls ? { ...HEADERS, ...OVER_TLS } : HEADERS;
  server.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...all, "x-request-id": request.id });
  });
}
