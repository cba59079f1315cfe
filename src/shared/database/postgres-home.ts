import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, chmod, chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { codeOf, StartupError } from "../config/startup-error.js";
import { postgresUser, userOfId, type SystemUser } from "./postgres-user.js";
import { writeOnce } from "./write-once.js";

/** Where an embedded Postgres lives, and as whom it runs. */
export interface PostgresHome {
  /** Holds the data folder, the password and the log. */
  folder: string;
  /** The folder that initdb fills. */
  data: string;
  /** Set when the hub is root: the ordinary user that Postgres runs as. */
  user: SystemUser | undefined;
}

/** Where a root hub keeps what an ordinary user must be able to enter. */
export const SYSTEM_FOLDER = "/var/lib/tutti";

/** In the hub's data folder: the place of the Postgres data, when that is elsewhere. */
export const POINTER_FILE = "postgres-location";

/**
 * Decides where Postgres lives: in the hub's data folder. Only where a root hub's data folder lies
 * behind a door that is closed to ordinary users (a home of mode 700), in a folder of its own under
 * /var/lib/tutti, to which a pointer file in the data folder leads from then on. The folder's name
 * is random, not made of the path: a data folder that was deleted and made anew starts empty.
 * @param dataDir the hub's data folder, made if it does not exist
 * @throws StartupError when the folder cannot be used
 */
export async function findHome(dataDir: string): Promise<PostgresHome> {
  const root = resolve(dataDir);
  await usable(root);
  const user = await postgresUser();
  if (!user) return atFolder(root, undefined);
  const pointed = await readPointer(root);
  if (pointed) return atFolder(pointed, user);
  if (canEnter(root, user)) return atFolder(root, user);
  const fresh = join(SYSTEM_FOLDER, randomBytes(6).toString("hex"));
  const folder = await writeOnce(join(root, POINTER_FILE), fresh);
  await makeEnterable(SYSTEM_FOLDER);
  await makeEnterable(folder);
  return atFolder(folder, user);
}

async function usable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, "");
    await rm(probe);
  } catch (cause) {
    throw new StartupError(
      `The data folder ${folder} cannot be read and written (${why(cause)}).`,
      "Give this user access to it, or set TUTTI_DATA_DIR to another folder.",
      1,
      { cause },
    );
  }
}

/**
 * Makes a folder that every user may pass through, whatever the umask.
 * @throws StartupError when the system does not let it be made
 */
export async function makeEnterable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o711);
  } catch (cause) {
    throw new StartupError(
      `Postgres cannot run as root, and ${folder} for its own user cannot be made (${why(cause)}).`,
      "Set TUTTI_DATA_DIR to a folder that every user may enter, or start as an ordinary user.",
      1,
      { cause },
    );
  }
}

function why(error: unknown): string {
  return codeOf(error) ?? String(error);
}

async function readPointer(root: string): Promise<string | undefined> {
  const pointer = join(root, POINTER_FILE);
  const text = await readFile(pointer, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const folder = text.trim();
  const found = await access(folder).then(
    () => true,
    () => false,
  );
  if (found) return folder;
  throw new StartupError(
    `The Postgres data of ${root} are gone: ${folder} does not exist.`,
    `Bring that folder back, or delete ${pointer} to start with an empty ledger.`,
  );
}

/** Asked of the system, by entering as that user: modes alone do not tell (ACLs, mounts). */
export function canEnter(folder: string, user: SystemUser): boolean {
  const { uid, gid } = user;
  const tried = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { uid, gid, cwd: "/" });
  return tried.status === 0;
}

async function atFolder(folder: string, user: SystemUser | undefined): Promise<PostgresHome> {
  const data = join(folder, "postgres");
  return { folder, data, user: user && (await ownerOf(data, user)) };
}

/** Existing data keep their owner: Postgres starts only as the user whose folder it is. */
async function ownerOf(data: string, fallback: SystemUser): Promise<SystemUser> {
  const found = await stat(data).catch(() => undefined);
  if (!found || found.uid === fallback.uid) return fallback;
  if (found.uid === 0) throw notPostgres(data, fallback);
  return (await userOfId(found.uid, found.gid)) ?? fallback;
}

function notPostgres(data: string, user: SystemUser): StartupError {
  return new StartupError(
    `The Postgres data in ${data} belong to root, as whom Postgres cannot run.`,
    `Give them to its user: chown -R ${user.name} ${data}`,
  );
}

/** Hands a file or folder to the user that Postgres runs as. */
export async function handOver(path: string, user: SystemUser | undefined): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}
