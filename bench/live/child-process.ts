import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { BenchContext } from "../harness/bench.js";

/** What a child of a bench does, by name. */
export type Services = Record<string, (argument: never) => unknown>;

interface Call {
  id: number;
  name: string;
  argument: unknown;
}

interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

/** A process of a bench, so that its CPU and memory are its own. */
export interface BenchChild {
  call<T>(name: string, argument?: unknown): Promise<T>;
}

/** Starts a file beside this one as a process; it ends with the bench. */
export function startChild(
  context: Pick<BenchContext, "defer">,
  file: string,
  args: readonly string[] = [],
): BenchChild {
  const child = fork(new URL(file, import.meta.url), args, { execArgv: ["--expose-gc"] });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  child.on("message", ({ id, value, error }: Answer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  });
  child.once("exit", (code) => {
    for (const call of waiting.values()) call.reject(new Error(`${file} ended with ${code}`));
  });
  context.defer(async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  return {
    call<T>(name: string, argument?: unknown) {
      const answer = Promise.withResolvers<unknown>();
      waiting.set(++calls, answer);
      child.send({ id: calls, name, argument } satisfies Call);
      return answer.promise as Promise<T>;
    },
  };
}

/** In the child: answers the bench's calls. */
export function serve(services: Services): void {
  process.on("message", ({ id, name, argument }: Call) => {
    answer(services, name, argument).then(
      (value) => process.send?.({ id, value } satisfies Answer),
      (error: unknown) => process.send?.({ id, error: String(error) } satisfies Answer),
    );
  });
}

async function answer(services: Services, name: string, argument: unknown): Promise<unknown> {
  const service = services[name];
  if (!service) throw new Error(`there is no service "${name}"`);
  return service(argument as never);
}

/** Memory that a process keeps, in bytes. */
export interface Memory {
  /** What of it is in use: objects and buffers. */
  usedBytes: number;
  residentBytes: number;
}

const SETTLING_ROUNDS = 6;

/** The memory of this process once it has given back what it can: V8 shrinks its heap in steps. */
export async function memory(): Promise<Memory> {
  for (let round = 0; round < SETTLING_ROUNDS; round++) {
    globalThis.gc?.();
    await wait(200);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { usedBytes: heapUsed + external, residentBytes: rss };
}

/** CPU of this process alone, without a collection that would count. */
export function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
