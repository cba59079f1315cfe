import { readFile } from "node:fs/promises";
import type { RequestListener, Server } from "node:http";
import { createServer } from "node:https";
import type { Config } from "../shared/config/read-config.js";
import { codeOf, StartupError } from "../shared/config/startup-error.js";

/** Makes the server that requests come in by; of fastify's options the one with TLS. */
export interface TlsServer {
  serverFactory?: (handler: RequestListener) => Server;
}

/** Versions and ciphers are Node's own choice from here on. */
const OLDEST_VERSION = "TLSv1.2";

/**
 * How the settings want the server: with TLS where they name a certificate. @throws StartupError
 */
export async function serverTls({ tlsCert, tlsKey }: Config): Promise<TlsServer> {
  if (tlsCert === undefined || tlsKey === undefined) return {};
  const cert = await pem(tlsCert, "TUTTI_TLS_CERT");
  const key = await pem(tlsKey, "TUTTI_TLS_KEY");
  return {
    serverFactory: (handler) => {
      try {
        // All that is used of a server is what both kinds have.
        return createServer({ cert, key, minVersion: OLDEST_VERSION }, handler);
      } catch (error) {
        const why = error instanceof Error ? error.message : "unknown";
        const problem = `The certificate and its key cannot be used (${why}).`;
        throw new StartupError(problem, "Check TUTTI_TLS_CERT and TUTTI_TLS_KEY.");
      }
    },
  };
}

async function pem(path: string, setting: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const problem = `${path} cannot be read (${codeOf(error) ?? "unknown"}).`;
    throw new StartupError(problem, `Correct ${setting}, or the rights of the file.`);
  }
}
