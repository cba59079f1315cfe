import { link, readFile, rm, writeFile } from "node:fs/promises";
import { codeOf } from "../config/startup-error.js";

/**
 * Writes a small file that is never changed again and returns what it holds, trimmed. Of two
 * processes that do it at once one wins and both read the winner's: the file is written under a
 * draft name and linked, so that it is never seen in part.
 */
export async function writeOnce(path: string, text: string): Promise<string> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${text}\n`, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(draft);
  }
  return (await readFile(path, "utf8")).trim();
}
