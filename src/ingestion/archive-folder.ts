import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { InvalidInput } from "../shared/input.errors.js";
import type { InputSource } from "./archive-members.js";

/** Files of one folder, against a folder that was named by mistake. */
export const MAX_FOLDER_FILES = 100_000;

/**
 * The files of a folder and of those in it, sorted by name whatever the file system says, so that
 * two runs see the same order; or the one file that was named. Opened one by one, when read.
 * @throws InvalidInput when there is no such folder or file, or it holds too many files
 */
export async function* folderSources(path: string): AsyncGenerator<InputSource> {
  if (!(await isFolder(path))) {
    yield { name: path.split(sep).at(-1) ?? path, bytes: fileBytes(path) };
    return;
  }
  for (const name of await fileNames(path)) yield { name, bytes: fileBytes(join(path, name)) };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw new InvalidInput(`there is no folder or file "${path}" that can be read`);
  }
}

/** Links to folders are not followed: they may lead round in a circle. */
async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() && !(entry.isSymbolicLink() && (await isFileLink(path)))) continue;
    names.push(relative(folder, path).split(sep).join("/"));
    if (names.length > MAX_FOLDER_FILES) {
      throw new InvalidInput(`"${folder}" has more than ${MAX_FOLDER_FILES} files`);
    }
  }
  return names.toSorted((one, other) => (one < other ? -1 : 1));
}

/** A link that leads nowhere is no file either. */
async function isFileLink(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}
