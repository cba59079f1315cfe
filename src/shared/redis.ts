import { Redis, type RedisOptions } from "ioredis";
import { codeOf, StartupError } from "./config/startup-error.js";
import type { Log } from "./log.js";

/** How long a connection attempt and the answer to a first command may take. */
export const REDIS_LIMIT_MS = 3_000;

const UNREACHABLE = "Start it, or correct REDIS_URL; without REDIS_URL one process serves alone.";

/** Problem and remedy by the system's error code or the first word of Redis's answer. */
const FAILURES: Record<string, [problem: string, remedy: string]> = {
  ECONNREFUSED: ["does not answer: connection refused.", UNREACHABLE],
  ECONNRESET: ["ended the connection.", "Check that REDIS_URL names a Redis server."],
  ENOTFOUND: ["cannot be found: its host name is unknown.", "Correct the host in REDIS_URL."],
  EAI_AGAIN: ["cannot be found: no name server answers.", "Correct the host in REDIS_URL."],
  NOAUTH: ["wants a password.", "Add it to REDIS_URL: redis://:password@host:6379."],
  WRONGPASS: ["refuses the password.", "Correct the user and password in REDIS_URL."],
};

/**
 * A connection that reconnects by itself for as long as it takes; its errors are logged.
 * @param options ioredis's, over ours
 */
export function openRedis(url: string, log: Log, options: RedisOptions = {}): Redis {
  const redis = new Redis(url, { connectTimeout: REDIS_LIMIT_MS, ...options });
  redis.on("error", (err: Error) => log.warn({ err }, "Redis connection failed"));
  return redis;
}

/**
 * Checks that a Redis answers.
 * @throws StartupError with the reason and the remedy
 */
export async function checkRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: REDIS_LIMIT_MS,
    commandTimeout: REDIS_LIMIT_MS,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  let cause: unknown; // ioredis rejects with "Connection is closed." and tells the reason here
  redis.on("error", (error) => (cause ??= error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw redisFailure(cause ?? error, url);
  } finally {
    redis.disconnect();
  }
}

function redisFailure(error: unknown, url: string): StartupError {
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error) ?? message.split(" ", 1)[0] ?? "";
  const timedOut = /time|timeout/i.test(message);
  const known =
    FAILURES[code] ?? (timedOut ? ["does not answer in time.", UNREACHABLE] : undefined);
  const [problem, remedy] = known ?? [`cannot be used: ${message}.`, UNREACHABLE];
  return new StartupError(`Redis at ${new URL(url).host} ${problem}`, remedy, 1, { cause: error });
}
