import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ensureDatabase } from "./cluster.queries.js";
import { claimHub, DataFolderInUse } from "./hub-lock.js";
import { copyBinaries, findBinaries } from "./postgres-binaries.js";
import {
  canEnter,
  findHome,
  makeEnterable,
  SYSTEM_FOLDER,
  type PostgresHome,
} from "./postgres-home.js";
import {
  disownStaleLock,
  isPostgresOf,
  readPostmaster,
  type PostmasterState,
} from "./postgres-lock-file.js";
import {
  freePort,
  initialise,
  launch,
  logPath,
  stopServer,
  SUPERUSER,
  type Installation,
  type StopMode,
} from "./postgres-server.js";
import { serverSettings } from "./postgres-settings.js";
import { writeOnce } from "./write-once.js";

/** A Postgres that this process started and owns. */
export interface EmbeddedPostgres {
  /** The hub's own database, as the login that owns it. */
  url: string;
  /** The cluster, as its superuser. */
  adminUrl: string;
  port: number;
  /** The folder with the data folder, the password and the log. */
  folder: string;
  logFile: string;
  /** Called once if the server ends although nobody here stopped it. */
  onExit(listener: () => void): void;
  /** Ends the server: fast flushes everything, immediate leaves it to the next start to recover. */
  stop(mode?: StopMode): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  /** Server settings that differ from ours. */
  settings?: Record<string, string>;
}

/** The hub's login and the database that it owns. */
const OWN_NAME = "tutti";
const PASSWORD_FILE = "postgres-password";
const ATTEMPTS = 3;
const BETWEEN_ATTEMPTS_MS = 200;
const POLL_MS = 50;
const SETTLE_LIMIT_MS = 60_000;

/**
 * Starts a real Postgres on the hub's data folder and claims it. A server that a killed hub left
 * behind is stopped and started anew.
 * @throws StartupError when the folder is in use by another hub or the server does not start
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const at = await install(await findHome(options.dataDir));
  const secret = randomBytes(24).toString("base64url");
  const password = await writeOnce(join(at.home.folder, PASSWORD_FILE), secret);
  const settings = { ...serverSettings(), ...options.settings };
  await initialise(at, password);
  for (let attempt = 1; ; attempt++) {
    try {
      await clearLeftovers(at, password);
      return await start(at, password, settings);
    } catch (error) {
      // Two hubs that start at once can end each other's attempt; one of them holds the lock at
      // last.
      if (attempt === ATTEMPTS || error instanceof DataFolderInUse) throw error;
      await delay(BETWEEN_ATTEMPTS_MS * attempt);
    }
  }
}

async function install(home: PostgresHome): Promise<Installation> {
  const found = await findBinaries();
  if (!home.user || canEnter(join(found.folder, "bin"), home.user)) {
    return { home, binaries: found };
  }
  await makeEnterable(SYSTEM_FOLDER);
  return { home, binaries: await copyBinaries(found, SYSTEM_FOLDER) };
}

/** @throws DataFolderInUse when the server on the folder belongs to a living hub */
async function clearLeftovers(at: Installation, password: string): Promise<void> {
  const state = await settledPostmaster(at);
  if (!state) return;
  if (!(await isPostgresOf(state.pid, at.home.data))) return disownStaleLock(at.home.data);
  const lock = await claimHub(urlOf(SUPERUSER, password, state.port), at.home.folder);
  await lock.release();
  await stopServer(at, "fast");
}

/**
 * A server that is just starting or stopping on the folder is waited for: it is neither here nor
 * there.
 */
async function settledPostmaster(at: Installation): Promise<PostmasterState | undefined> {
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const state = await readPostmaster(at.home.data);
    if (!state || state.ready || waitedMs > SETTLE_LIMIT_MS) return state;
    if (!(await isPostgresOf(state.pid, at.home.data))) return state;
    await delay(POLL_MS);
  }
}

async function start(
  at: Installation,
  password: string,
  settings: Record<string, string>,
): Promise<EmbeddedPostgres> {
  const port = await freePort(at.home);
  const child = await launch(at, port, settings);
  const adminUrl = urlOf(SUPERUSER, password, port);
  const lock = await claimHub(adminUrl, at.home.folder);
  await ensureDatabase(lock.client, OWN_NAME, password);
  let stopping = false;
  return {
    url: urlOf(OWN_NAME, password, port),
    adminUrl,
    port,
    folder: at.home.folder,
    logFile: logPath(at.home),
    onExit: (listener) => void child.once("exit", () => stopping || listener()),
    stop: async (mode = "fast") => {
      stopping = true;
      await lock.release();
      await stopServer(at, mode);
    },
  };
}

function urlOf(login: string, password: string, port: number): string {
  return `postgres://${login}:${password}@127.0.0.1:${port}/${login}`;
}
