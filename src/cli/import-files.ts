import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { CliError } from "./cli-error.js";

/** A file to send; `bytes` is its size. */
export interface InputFile {
  path: string;
  name: string;
  bytes: number;
}

/**
 * The files named, and those of the folders named, in the order of their names. @throws CliError
 */
export async function filesBelow(paths: string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) files.push(...(await filesAt(path)));
  if (files.length === 0) throw new CliError(`There are no files in ${paths.join(", ")}.`);
  return files;
}

async function filesAt(path: string): Promise<InputFile[]> {
  try {
    const { isDirectory, size } = await described(path);
    if (!isDirectory) return [{ path, name: basename(path), bytes: size }];
    const names = (await readdir(path)).filter((name) => !name.startsWith(".")).toSorted();
    return (await Promise.all(names.map((name) => filesAt(join(path, name))))).flat();
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new CliError(`${path} cannot be read (${code}). Name files or folders that can.`);
  }
}

async function described(path: string): Promise<{ isDirectory: boolean; size: number }> {
  const found = await stat(path);
  return { isDirectory: found.isDirectory(), size: found.size };
}

/** The bytes of a file; `sent` is told of each part as it is taken. */
export function streamOf({ path }: InputFile, sent: (bytes: number) => void) {
  const stream = createReadStream(path);
  stream.on("data", (chunk) => sent(chunk.length));
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
