import type { IncomingMessage } from "node:http";
import proxyaddr from "@fastify/proxy-addr";

/** Which hops of a request are believed about where it comes from; none unless they are named. */
export function trustOf(proxies: readonly string[]): false | string[] {
  return proxies.length > 0 && [...proxies];
}

/** The address of a WebSocket client, found as the server finds that of a request. */
export function addressOf(proxies: readonly string[]): (request: IncomingMessage) => string {
  const trust = proxyaddr.compile([...proxies]);
  return (request) => proxyaddr(request, trust);
}
