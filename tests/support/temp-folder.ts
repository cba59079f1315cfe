import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of a test's own that is gone when the test is. */
export interface TempFolder extends AsyncDisposable {
  path: string;
}

/**
 * Makes a folder that every user may enter: as root, Postgres runs as a user of its own.
 * @param mode 0o700 for one that only its owner may
 */
export async function tempFolder(mode = 0o755): Promise<TempFolder> {
  const path = await mkdtemp(join(tmpdir(), "tutti-test-"));
  await chmod(path, mode);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
