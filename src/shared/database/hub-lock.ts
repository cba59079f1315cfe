import pg from "pg";
import { setTimeout as delay } from "node:timers/promises";
import { StartupError } from "../config/startup-error.js";
import { hubLockHolder, tryHubLock } from "./cluster.queries.js";

const CONNECT_LIMIT_MS = 5_000;
const RELOCK_MS = 500;

/** Another living hub holds the data folder. */
export class DataFolderInUse extends StartupError {
  constructor(folder: string, holder: string) {
    super(
      `The data folder ${folder} is in use by another ${holder}.`,
      "Stop that one, or set TUTTI_DATA_DIR to another folder.",
    );
  }
}

/** The claim of one hub on its embedded Postgres. */
export interface HubLock {
  client: pg.Client;
  release(): Promise<void>;
}

/**
 * Claims a running Postgres for this hub. The claim is a session's advisory lock: when the hub
 * dies, however it dies, Postgres sees its connection end and frees it; no number of a process is
 * trusted.
 * @param url the superuser's address
 * @throws DataFolderInUse when another living hub holds it
 */
export async function claimHub(url: string, folder: string): Promise<HubLock> {
  const client = await claim(url, folder);
  let current = client;
  let released = false;
  const watch = (watched: pg.Client): void => {
    current = watched;
    watched.once("end", () => void reclaim());
  };
  // After a crash of one of its processes Postgres ends all connections and goes on by itself.
  const reclaim = async (): Promise<void> => {
    while (!released) {
      await delay(RELOCK_MS, undefined, { ref: false });
      const next = released ? undefined : await claim(url, folder).catch(() => undefined);
      if (next) return watch(next);
    }
  };
  watch(client);
  const release = async (): Promise<void> => {
    released = true;
    await current.end().catch(() => undefined);
  };
  return { client, release };
}

async function claim(url: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `tutti hub (process ${process.pid})`,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  });
  client.on("error", () => undefined); // the end event follows, and is what counts
  await client.connect();
  if (await tryHubLock(client)) return client;
  const holder = (await hubLockHolder(client)) ?? "tutti hub";
  await client.end();
  throw new DataFolderInUse(folder, holder);
}
