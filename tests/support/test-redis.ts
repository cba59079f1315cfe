import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "./free-port.js";

/** The run's Redis. */
export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/** Starts Debian's redis-server on a free port, keeping nothing on disk. */
export async function startRedis(folder: string): Promise<TestRedis> {
  const port = await freePort();
  const listen = ["--bind", "127.0.0.1", "--port", String(port)];
  const args = [...listen, "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn("redis-server", args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  child.once("error", (error) => {
    console.error(
      `redis-server does not start: ${error.message}. Install it: apt-get install redis-server`,
    );
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes("Ready to accept connections")) break;
  }
  child.stdout.resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
