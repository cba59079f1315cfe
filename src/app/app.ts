import { fastify } from "fastify";
import type { AppDeps } from "./deps.js";
import { addHealth } from "./health.js";
import { listenOn } from "./listen.js";

/** The hub's server. */
export interface App {
  /** @throws StartupError when the port cannot be had */
  listen(): Promise<{ url: string }>;
  /** Takes no more requests, lets those under way finish, ends every connection. */
  close(): Promise<void>;
}

/** Builds the server and everything behind it; it does not listen yet. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const server = fastify({ forceCloseConnections: "idle" });
  addHealth(server, deps);
  deps.announce("Health", (url) => `${url}/healthz, ${url}/readyz`);
  return {
    listen: () => listenOn(server, deps.config),
    close: () => server.close(),
  };
}
