import { randomBytes } from "node:crypto";
import { buildApp } from "../../src/app/app.js";
import { entities } from "../../src/app/entities.js";
import { systemClock } from "../../src/shared/clock.js";
import { readConfig } from "../../src/shared/config/read-config.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { createLog } from "../../src/shared/log.js";
import type { BenchContext } from "../harness/bench.js";

/** Where a bench's hub is, and what opens it. */
export interface BenchHub {
  url: string;
  key: string;
}

/** A whole hub, server and all, on a database of its own; drained at the bench's end. */
export async function startHub(
  context: Pick<BenchContext, "defer">,
  databaseUrl: string,
): Promise<BenchHub> {
  const key = `tutti_bench_${randomBytes(16).toString("hex")}`;
  const config = {
    ...readConfig({}, []),
    adminKey: key,
    host: "127.0.0.1",
    costPerMinute: 1e12,
    port: 0,
  };
  const log = createLog({ level: "warn", stream: process.stderr });
  const database = await openDatabase({ url: databaseUrl, entities });
  const deps = { config, database, redis: undefined, clock: systemClock, log };
  const ids = uuidv7Ids(systemClock);
  const app = await buildApp({ ...deps, ids, announce: () => undefined });
  const { url } = await app.listen();
  context.defer(async () => {
    await app.close();
    await database.close();
  });
  return { url, key };
}

/** Adds a partner; answers its id. */
export async function addPartner({ url, key }: BenchHub, code: string): Promise<string> {
  const query = `mutation { createPartner(input: { code: "${code}", name: "${code}",
    kind: PAYMENT_VENDOR }) { partner { id } } }`;
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: { createPartner: { partner: { id: string } } };
  };
  return data.createPartner.partner.id;
}
