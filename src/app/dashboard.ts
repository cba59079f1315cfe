import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Log } from "../shared/log.js";

const YEAR_MS = 365 * 24 * 3_600_000;

/**
 * The dashboard's files: scripts and styles of this server and nothing inline; a connection to
 * nobody but this server.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/**
 * Serves the dashboard at /, as `npm run build` made it. It is a client like any other: the page
 * holds no data and asks for a key. Where it was not built, the hub serves all else.
 */
export async function addDashboard(server: FastifyInstance, log: Log): Promise<void> {
  const root = builtFiles();
  if (!existsSync(join(root, "index.html"))) {
    log.warn({}, "the dashboard is not built and not served; npm run build makes it");
    return;
  }
  await server.register(fastifyStatic, {
    root: join(root, "assets"),
    prefix: "/assets/",
    index: false,
    // Their names are hashes of what is in them.
    immutable: true,
    maxAge: YEAR_MS,
    decorateReply: false,
  });
  server.get("/favicon.svg", async (_request, reply) =>
    reply
      .type("image/svg+xml")
      .header("cache-control", "max-age=86400")
      .send(await readFile(join(root, "favicon.svg"))),
  );
  server.get("/", async (_request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", POLICY)
      .header("cache-control", "no-cache")
      .send(await readFile(join(root, "index.html"))),
  );
}

/** The same folder for the program as it is written and as it is compiled. */
function builtFiles(): string {
  const manifest = findPackageJSON("..", import.meta.url);
  if (manifest === undefined) throw new Error("The hub's package.json is missing");
  return join(dirname(manifest), "dist/dashboard");
}
