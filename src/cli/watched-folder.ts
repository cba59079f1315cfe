import { lstat, mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "./cli-error.js";

/** A file that was taken out of a watched folder; nobody else works on it. */
export interface TakenFile {
  path: string;
  /** As it was put there. */
  name: string;
  bytes: number;
}

/** Where a file goes when it is dealt with. */
export type Outcome = "done" | "failed";

const WORKING = ".working";

/**
 * A folder into which a partner's files are put. A file is taken by renaming it, which one of
 * several watchers can do; what a watcher left when it ended is taken first by the next one. Only
 * plain files of the folder itself are looked at: no links, no folders, no names that begin with a
 * point.
 */
export class WatchedFolder {
  /** Sizes and times at the last look: a file that still grows is left alone. */
  private seen = new Map<string, string>();

  private constructor(private readonly root: string) {}

  /** @throws CliError */
  static async open(root: string): Promise<WatchedFolder> {
    try {
      for (const name of [WORKING, "done", "failed"]) {
        await mkdir(join(root, name), { recursive: true });
      }
    } catch {
      throw new CliError(`${root} cannot be written. Name a folder that can.`);
    }
    return new WatchedFolder(root);
  }

  /** What was taken and not dealt with. */
  left(): Promise<TakenFile[]> {
    return plainFiles(join(this.root, WORKING));
  }

  /** Takes what is there and no longer changes, in the order of the names. */
  async take(): Promise<TakenFile[]> {
    const now = new Map<string, string>();
    const taken: TakenFile[] = [];
    for (const file of await plainFiles(this.root)) {
      if (this.seen.get(file.name) === file.stamp) taken.push(...(await this.grasp(file)));
      else now.set(file.name, file.stamp);
    }
    this.seen = now;
    return taken;
  }

  /** Puts a file away, under a name that none there has; the reason stands beside it. */
  async end(file: TakenFile, outcome: Outcome, at: Date, reason?: string): Promise<string> {
    const stamp = at.toISOString().replaceAll(/[:.]/g, "-");
    const path = join(this.root, outcome, `${stamp}-${file.name}`);
    if (reason !== undefined) await writeFile(`${path}.reason.txt`, `${reason}\n`);
    await rename(file.path, path);
    return path;
  }

  private async grasp(file: TakenFile): Promise<TakenFile[]> {
    const path = join(this.root, WORKING, file.name);
    try {
      // A file of that name may be in work: it is dealt with first.
      if ((await plainFiles(join(this.root, WORKING))).some(({ name }) => name === file.name)) {
        return [];
      }
      await rename(file.path, path);
      return [{ ...file, path }];
    } catch (error) {
      if (isGone(error)) return []; // another watcher was faster
      throw error;
    }
  }
}

async function plainFiles(folder: string): Promise<(TakenFile & { stamp: string })[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).toSorted();
  const found = await Promise.all(names.map((name) => plainFile(folder, name)));
  return found.flat();
}

async function plainFile(folder: string, name: string) {
  const path = join(folder, name);
  try {
    const status = await lstat(path);
    if (!status.isFile()) return [];
    return [{ path, name, bytes: status.size, stamp: `${status.size} ${status.mtimeMs}` }];
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
