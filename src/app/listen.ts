import type { FastifyInstance } from "fastify";
import { isIPv6 } from "node:net";
import type { Config } from "../shared/config/read-config.js";
import { codeOf, StartupError } from "../shared/config/startup-error.js";

/**
 * Connections that wait to be accepted. When another hub dies, thousands come at once, and whoever
 * finds no place tries again only seconds later.
 */
const BACKLOG = 4_096;

const OTHER_HOST = "Set TUTTI_HOST (or --host) to an address of this machine.";

/**
 * Starts listening where the settings say.
 * @returns the address for people and clients on this machine
 * @throws StartupError when the port cannot be had
 */
export async function listenOn(
  server: FastifyInstance,
  { host, port, tlsCert }: Pick<Config, "host" | "port" | "tlsCert">,
): Promise<{ url: string }> {
  try {
    await server.listen({ host, port, backlog: BACKLOG });
  } catch (error) {
    throw listenFailure(error, host, port);
  }
  const address = server.server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  const scheme = tlsCert === undefined ? "http" : "https";
  return { url: `${scheme}://${hostOf(host)}:${bound}` };
}

function hostOf(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host)) return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}

function listenFailure(error: unknown, host: string, port: number): unknown {
  const failures: Record<string, [problem: string, remedy: string]> = {
    EADDRINUSE: [
      `Port ${port} of ${host} is taken by another program.`,
      "Stop that one, or set TUTTI_PORT (or --port) to another port.",
    ],
    EACCES: [
      `Port ${port} of ${host} is reserved by the system.`,
      "Set TUTTI_PORT (or --port) to a port above 1023.",
    ],
    EADDRNOTAVAIL: [`${host} is no address of this machine.`, OTHER_HOST],
    ENOTFOUND: [`The host ${host} is unknown.`, OTHER_HOST],
    EAI_AGAIN: [`The host ${host} is unknown.`, OTHER_HOST],
  };
  const failure = failures[codeOf(error) ?? ""];
  return failure ? new StartupError(...failure, 1, { cause: error }) : error;
}
