import type { FastifyInstance } from "fastify";
import type { LiveHub } from "../live/index.js";
import { ping } from "../shared/database/cluster.queries.js";
import type { AppDeps } from "./deps.js";

const CHECK_LIMIT_MS = 2_000;

type Check = [name: string, run: () => Promise<unknown>];

/**
 * /healthz: the process lives. /readyz: what it works on answers, so that it may be sent requests;
 * 503 with the names of what does not answer otherwise. Without Redis it serves on: `live` says
 * how.
 */
export function addHealth(server: FastifyInstance, deps: AppDeps, live: LiveHub): void {
  const checks = checksOf(deps);
  server.get("/healthz", async () => ({ status: "ok" }));
  server.get("/readyz", async (_request, reply) => {
    const failed = (await Promise.all(checks.map(run))).filter((name) => name !== undefined);
    if (failed.length === 0) return { status: "ready", live: live.mode };
    deps.log.warn({ failed }, "not ready");
    return reply.code(503).send({ status: "not ready", failed });
  });
}

function checksOf({ database }: AppDeps): Check[] {
  return [["postgres", () => ping(database.pool)]];
}

async function run([name, check]: Check): Promise<string | undefined> {
  return withLimit(check()).then(
    () => undefined,
    () => name,
  );
}

/** Pools and Redis clients keep what they are asked until they are connected again. */
function withLimit(answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), CHECK_LIMIT_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
