import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, StartupError } from "../shared/config/startup-error.js";
import { writeOnce } from "../shared/database/write-once.js";
import { openEnvelope, sealEnvelope } from "./seal-envelope.js";
import type { KeyProvider } from "./key-provider.js";

const KEY_BYTES = 32;
const ID_BYTES = 16;
/** In the data folder: a key that the hub made for itself. */
const OWN_FILE = "keys";

export interface KeySettings {
  /** Keys as text, the one that wraps first. */
  keys?: string | undefined;
  /** A file of them. */
  keysFile?: string | undefined;
  dataDir: string;
}

/**
 * The keys that the settings give, or one that the hub makes in its data folder, readable by its
 * owner alone. @throws StartupError
 */
export async function openKeyRing({ keys, keysFile, dataDir }: KeySettings): Promise<KeyRing> {
  if (keys !== undefined) return new KeyRing(keysOf(keys, "TUTTI_KEYS"));
  if (keysFile !== undefined) return new KeyRing(keysOf(await textOf(keysFile), keysFile));
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, OWN_FILE);
  const made = await writeOnce(path, randomBytes(KEY_BYTES).toString("base64"));
  return new KeyRing(keysOf(made, path));
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const problem = `The keys in ${path} cannot be read (${codeOf(error) ?? "unknown"}).`;
    throw new StartupError(problem, "Correct TUTTI_KEYS_FILE, or the rights of the file.");
  }
}

/** @throws StartupError naming where they are, and nothing of them */
function keysOf(text: string, where: string): Buffer[] {
  const keys = text.split(/[\s,]+/).filter((part) => part !== "");
  const read = keys.map((key) => Buffer.from(key, "base64"));
  if (read.length > 0 && read.every(({ length }) => length === KEY_BYTES)) return read;
  throw new StartupError(
    `${where} holds no keys of ${KEY_BYTES} bytes in base64, separated by commas or lines.`,
    "Make one with: openssl rand -base64 32",
  );
}

/** Keys in memory. A key's id is made of the key, so that no two hubs mean others by it. */
export class KeyRing implements KeyProvider {
  readonly currentId: string;
  readonly #keys: ReadonlyMap<string, Buffer>;

  constructor(keys: readonly Buffer[]) {
    this.#keys = new Map(keys.map((key) => [idOf(key), key]));
    const [current] = this.#keys.keys();
    if (current === undefined) throw new Error("A ring has one key at least");
    this.currentId = current;
  }

  knows(keyId: string): boolean {
    return this.#keys.has(keyId);
  }

  async wrap(dataKey: Buffer, context: string): Promise<Buffer> {
    const named = { id: this.currentId, key: this.#key(this.currentId) };
    return sealEnvelope(named, context, dataKey);
  }

  async unwrap(keyId: string, wrapped: Buffer, context: string): Promise<Buffer> {
    return openEnvelope(this.#key(keyId), context, wrapped);
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw new Error(`The key ${id} is not among those that the hub was given`);
    return key;
  }
}

function idOf(key: Buffer): string {
  const hash = createHash("sha256").update("tutti key id").update(key).digest("hex");
  return hash.slice(0, 2 * ID_BYTES);
}
