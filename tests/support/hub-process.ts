import { execFile, spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../..");

/** Compiles the hub as `npm run build` does, without the clean start. */
export async function buildHub(): Promise<void> {
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const args = [compiler, "--noCheck", "-p", join(ROOT, "tsconfig.build.json")];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT });
}

export interface HubProcessOptions {
  args?: string[];
  env?: Record<string, string>;
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A hub in a process of its own, as `npm start` starts it; its port is free unless it is given. */
export class HubProcess implements AsyncDisposable {
  stdout = "";
  stderr = "";
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #waiting = new Set<() => void>();

  constructor({ args = [], env = {} }: HubProcessOptions = {}) {
    const program = join(ROOT, "dist/src/main.js");
    const { PATH = "", HOME = "" } = process.env;
    this.#child = spawn(process.execPath, [program, ...args], {
      env: { PATH, HOME, TUTTI_PORT: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child.stdout?.on("data", (chunk) => this.#heard("stdout", String(chunk)));
    this.#child.stderr?.on("data", (chunk) => this.#heard("stderr", String(chunk)));
    this.ended = new Promise((resolve) => {
      this.#child.once("close", (code, signal) => {
        resolve({ code, signal });
        this.#wake();
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Waits for the ready line and gives the hub's address. Fails if the hub ends instead. */
  async ready(): Promise<string> {
    const line = await this.logged("ready");
    return String(line["url"]);
  }

  /** Waits for a line of the log by its message. */
  async logged(message: string): Promise<Record<string, unknown>> {
    for (;;) {
      const line = this.log.find((each) => each["msg"] === message);
      if (line) return line;
      if (this.#hasEnded) throw new Error(`The hub ended without "${message}": ${this.stderr}`);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** The lines of its log so far. */
  get log(): Record<string, unknown>[] {
    const lines = this.stderr.split("\n").filter((line) => line.startsWith("{"));
    return lines.map((line): Record<string, unknown> => JSON.parse(line));
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Asks it to end and waits for it. */
  async stop(): Promise<Ending> {
    this.signal("SIGTERM");
    return this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#hasEnded) await this.stop();
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #heard(stream: "stdout" | "stderr", text: string): void {
    this[stream] += text;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** Runs a hub that is expected to end by itself. */
export async function runHubProcess(options: HubProcessOptions): Promise<HubProcess & Ending> {
  const hub = new HubProcess(options);
  return Object.assign(hub, await hub.ended);
}

/** The superuser's address of the embedded Postgres beneath a data folder. */
export async function postgresOf(dataDir: string): Promise<string> {
  const [password, port] = await Promise.all([
    readFile(join(dataDir, "postgres-password"), "utf8"),
    readFile(join(dataDir, "postgres-port"), "utf8"),
  ]);
  return `postgres://postgres:${password.trim()}@127.0.0.1:${port.trim()}/tutti`;
}
