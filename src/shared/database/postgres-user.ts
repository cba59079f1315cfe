import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { StartupError } from "../config/startup-error.js";

/** The system user that Postgres runs as. */
export interface SystemUser {
  uid: number;
  gid: number;
  name: string;
}

/** The user made for Postgres on a machine where the hub itself runs as root. */
export const POSTGRES_USER = "tutti-postgres";

/**
 * Postgres refuses to run as root. A root hub hands it to a user of its own, made here when the
 * system can make users, else to one that every system has.
 * @returns undefined when the hub is an ordinary user and Postgres runs as that one
 * @throws StartupError when there is no user to hand it to
 */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const own = (await findUser(POSTGRES_USER)) ?? (await createUser());
  const user = own ?? (await findUser("postgres")) ?? (await findUser("nobody"));
  if (user) return user;
  throw new StartupError(
    "Postgres cannot run as root, and this system has no other user for it.",
    `Create one (useradd --system ${POSTGRES_USER}), run as an ordinary user, or set DATABASE_URL.`,
  );
}

/** The user of a numeric id, for a data folder that belongs to someone already. */
export async function userOfId(uid: number, gid: number): Promise<SystemUser | undefined> {
  const entry = (await passwd()).find((each) => each.uid === uid);
  return entry && { ...entry, gid };
}

async function findUser(name: string): Promise<SystemUser | undefined> {
  return (await passwd()).find((each) => each.name === name && each.uid !== 0);
}

async function createUser(): Promise<SystemUser | undefined> {
  const comment = ["--comment", "Tutti embedded Postgres"];
  const home = ["--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  const attempts: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", ...home, ...comment, POSTGRES_USER]],
    ["adduser", ["-S", "-D", "-H", POSTGRES_USER]], // BusyBox
  ];
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: "ignore" });
    const made = await findUser(POSTGRES_USER);
    if (made) return made;
  }
  return undefined;
}

async function passwd(): Promise<SystemUser[]> {
  const text = await readFile("/etc/passwd", "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
