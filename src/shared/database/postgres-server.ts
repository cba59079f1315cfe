import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { StartupError } from "../config/startup-error.js";
import { program, type PostgresBinaries } from "./postgres-binaries.js";
import { handOver, type PostgresHome } from "./postgres-home.js";
import { readPostmaster } from "./postgres-lock-file.js";
import { INITDB_ARGUMENTS, settingArguments } from "./postgres-settings.js";

/** Crash recovery replays up to max_wal_size; longer than this is a fault. */
const START_LIMIT_MS = 300_000;
const STOP_LIMIT_SECONDS = { fast: 20, immediate: 10 };
const POLL_MS = 25;
const LOG_LIMIT_BYTES = 10 * 1024 ** 2;

/** The first login of a cluster, its superuser. */
export const SUPERUSER = "postgres";

/** A Postgres installation and the home that it serves. */
export interface Installation {
  binaries: PostgresBinaries;
  home: PostgresHome;
}

/**
 * Makes the data folder, unless it is there. It appears by one rename, so that a start that was
 * killed half-way leaves nothing that looks like a database.
 */
export async function initialise(at: Installation, password: string): Promise<void> {
  const { home, binaries } = at;
  if (await stat(join(home.data, "PG_VERSION")).catch(() => undefined)) return;
  const draft = `${home.data}.${process.pid}`;
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    await handOver(draft, home.user);
    await handOver(passwordFile, home.user);
    const options = [`--pgdata=${draft}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
    await run(at, program(binaries, "initdb"), [...INITDB_ARGUMENTS, ...options]);
    await rename(draft, home.data).catch(async (error: unknown) => {
      if (!(await stat(join(home.data, "PG_VERSION")).catch(() => undefined))) throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function run(at: Installation, file: string, args: string[]): Promise<void> {
  try {
    await promisify(execFile)(file, args, { ...identity(at), maxBuffer: 4 * 1024 ** 2 });
  } catch (cause) {
    const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
    const why = said.split("\n").at(-1) || String(cause);
    throw new StartupError(
      `Postgres in ${at.home.folder} could not be set up: ${why}.`,
      "Check that the folder is on a local disk with free space, or set DATABASE_URL.",
      1,
      { cause },
    );
  }
}

function identity(at: Installation) {
  const { user, folder } = at.home;
  const env = { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" };
  return { cwd: folder, env, ...(user && { uid: user.uid, gid: user.gid }) };
}

/** The path of the server's log. */
export function logPath(home: PostgresHome): string {
  return join(home.folder, "postgres.log");
}

/**
 * Starts the server and waits until it accepts connections. It runs in a session of its own: Ctrl-C
 * in a terminal reaches the hub alone, which stops Postgres once it has drained.
 * @throws StartupError with what the server said
 */
export async function launch(
  at: Installation,
  port: number,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  await rotateLog(at.home);
  const log = await open(logPath(at.home), "a", 0o640);
  const { size } = await log.stat();
  try {
    const args = ["-D", at.home.data, "-p", String(port), ...settingArguments(settings)];
    const child = spawn(program(at.binaries, "postgres"), args, {
      ...identity(at),
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    await untilReady(at.home, child, size);
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

async function untilReady(
  home: PostgresHome,
  child: ChildProcess,
  logStart: number,
): Promise<void> {
  let failure: string | undefined;
  child.once("error", (error) => (failure = error.message));
  child.once("exit", (code, signal) => (failure = `it ended with ${code ?? signal}`));
  for (let waitedMs = 0; waitedMs < START_LIMIT_MS; waitedMs += POLL_MS) {
    const state = await readPostmaster(home.data);
    if (state?.ready && state.pid === child.pid) return;
    if (failure !== undefined) break;
    await delay(POLL_MS);
  }
  child.kill("SIGQUIT");
  const said = await lastWords(home, logStart);
  throw new StartupError(
    `Postgres did not start: ${said ?? failure ?? "it was not ready in time"}.`,
    `Its log is ${logPath(home)}.`,
  );
}

async function lastWords(home: PostgresHome, from: number): Promise<string | undefined> {
  const lines = (await readFile(logPath(home))).subarray(from).toString("utf8").trim().split("\n");
  const last = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1);
  return last?.replace(/^.*?(FATAL|PANIC): +/, "") || undefined;
}

async function rotateLog(home: PostgresHome): Promise<void> {
  const path = logPath(home);
  const found = await stat(path).catch(() => undefined);
  if (found && found.size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`);
}

/** How a server ends: see the Postgres manual, "Shutting Down the Server". */
export type StopMode = "fast" | "immediate";

/**
 * Stops whatever server runs on the data folder and waits for its end.
 * @param mode fast: open transactions are rolled back, everything is flushed; immediate: the server
 *   drops everything and recovers at its next start, which loses nothing that was committed
 */
export async function stopServer(at: Installation, mode: StopMode): Promise<void> {
  if (!(await readPostmaster(at.home.data))) return;
  const limit = String(STOP_LIMIT_SECONDS[mode]);
  const args = ["stop", "-D", at.home.data, "-m", mode, "-w", "-t", limit, "-s"];
  try {
    await promisify(execFile)(program(at.binaries, "pg_ctl"), args, identity(at));
  } catch (error) {
    if (!(await readPostmaster(at.home.data))) return;
    // While a server recovers from a crash of one of its processes, a fast stop can hang.
    if (mode === "fast") return stopServer(at, "immediate");
    throw error;
  }
}

/**
 * A free port, the one of the last start if it is: what was pointed at this server still finds it.
 */
export async function freePort(home: PostgresHome): Promise<number> {
  const path = join(home.folder, "postgres-port");
  const last = Number(await readFile(path, "utf8").catch(() => "0"));
  const port = (await tryPort(last)) ?? (await tryPort(0));
  if (!port) throw new StartupError("No port on 127.0.0.1 is free.", "Close programs that listen.");
  await writeFile(path, `${port}\n`);
  return port;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      const bound = typeof address === "object" ? address?.port : undefined;
      probe.close(() => resolve(bound));
    });
  });
}
