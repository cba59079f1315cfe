import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../shared/clock.js";
import type { Actor } from "../shared/commands/actor.js";
import { DomainError } from "../shared/errors.js";

const MINUTE_SECONDS = 60;
/** How often a minute an address may come with a credential that is none. */
const FAILURES_PER_MINUTE = 300;

export class RateLimited extends DomainError {
  constructor(
    reason: string,
    readonly retryAfterMs: number,
  ) {
    super("RATE_LIMITED", reason);
  }
}

/** What a credential has left of its minute. */
export interface Budget {
  remaining: number;
  /** When it has all of it again. */
  resetAt: Date;
}

export interface BudgetOptions {
  /** Shared by all hubs; without it each hub counts for itself. */
  redis: Redis | undefined;
  clock: Clock;
  costPerMinute: number;
}

/**
 * What credentials may cost a minute, and how often an address may fail to show one. Where Redis
 * fails, each hub counts for itself meanwhile.
 */
export class RequestBudget {
  readonly #costs: RateLimiterMemory | RateLimiterRedis;
  readonly #failures: RateLimiterMemory | RateLimiterRedis;
  readonly #clock: Clock;

  constructor({ redis, clock, costPerMinute }: BudgetOptions) {
    this.#clock = clock;
    this.#costs = limiter("cost", costPerMinute, redis);
    this.#failures = limiter("failure", FAILURES_PER_MINUTE, redis);
  }

  /** Takes the cost of an operation from a credential's budget. @throws RateLimited */
  async spend({ id }: Actor, cost: number): Promise<Budget> {
    const left = await consume(this.#costs, id, cost, "The credential's budget is used up");
    const resetAt = new Date(this.#clock.now().getTime() + left.msBeforeNext);
    return { remaining: left.remainingPoints, resetAt };
  }

  /** Gives back what an operation did not cost after all. */
  giveBack({ id }: Actor, cost: number): void {
    // Nobody waits for it, and a minute later it is forgotten anyway.
    if (cost > 0) this.#costs.reward(id, cost).catch(() => undefined);
  }

  /** An address came without a valid credential. @throws RateLimited */
  async noteFailure(address: string): Promise<void> {
    await consume(this.#failures, address, 1, "The address has sent too many bad credentials");
  }
}

function limiter(name: string, points: number, redis: Redis | undefined) {
  const options = { keyPrefix: `tutti:${name}`, points, duration: MINUTE_SECONDS };
  const own = new RateLimiterMemory(options);
  if (!redis) return own;
  return new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: own });
}

async function consume(
  from: RateLimiterMemory | RateLimiterRedis,
  key: string,
  points: number,
  reason: string,
): Promise<RateLimiterRes> {
  try {
    return await from.consume(key, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new RateLimited(reason, error.msBeforeNext);
  }
}
