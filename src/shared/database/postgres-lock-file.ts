import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * What a running Postgres says about itself in postmaster.pid (its order of lines is documented).
 */
export interface PostmasterState {
  pid: number;
  port: number;
  ready: boolean;
}

const LINE = { pid: 0, port: 3, status: 7 } as const;

/** The state in a data folder's postmaster.pid, or undefined when there is none. */
export async function readPostmaster(data: string): Promise<PostmasterState | undefined> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Math.abs(Number(lines[LINE.pid]));
  const port = Number(lines[LINE.port]);
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port, ready: lines[LINE.status] === "ready" };
}

/**
 * Whether that process is the Postgres of this data folder. A number alone proves nothing: after a
 * reboot, or in a container, another program soon has it.
 */
export async function isPostgresOf(pid: number, data: string): Promise<boolean> {
  const command = await commandLine(pid);
  return command.includes(data) && /postgres/.test(command);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") {
    return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  }
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" });
  } catch {
    return ""; // no such process
  }
}

/**
 * Makes a stale postmaster.pid, whose number now belongs to another program, pass. The file is kept
 * and the number becomes ours: Postgres ignores its parent's number there, and still finds the
 * shared memory in the file by which it notices leftovers of the old server.
 */
export async function disownStaleLock(data: string): Promise<void> {
  const path = join(data, "postmaster.pid");
  const [, ...rest] = (await readFile(path, "utf8")).split("\n");
  await writeFile(path, [String(process.pid), ...rest].join("\n"));
}
