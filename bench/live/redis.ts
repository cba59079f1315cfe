import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import type { BenchContext } from "../harness/bench.js";

/**
 * A redis-server of the bench's own on a free port; it ends with the bench.
 * @returns its address
 */
export async function startRedis(context: Pick<BenchContext, "defer" | "fact">): Promise<string> {
  const port = await freePort();
  const options = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--dir", tmpdir()];
  const child = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
  const failed = once(child, "error").then(([error]) => {
    throw new Error("redis-server does not start; apt-get install redis-server", { cause: error });
  });
  context.defer(() => child.kill("SIGTERM"));
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const version = /version=([\d.]+)/.exec(line)?.[1];
      if (version) context.fact("redis", version);
      if (line.includes("Ready to accept connections")) return;
    }
  })();
  await Promise.race([ready, failed]);
  child.stdout.resume();
  return `redis://127.0.0.1:${port}`;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || !address) throw new Error("no port is free");
  return address.port;
}
