import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import type { LiveHub } from "../../src/live/live-hub.js";
import { FOLLOW_LIMITS } from "../../src/live/live-limits.js";
import type { News, NewsBus, NewsListener } from "../../src/live/news-bus.js";
import { RedisNewsBus } from "../../src/live/redis-news-bus.js";
import { startLedger } from "./ledger.js";
import { BalanceChecker, EVERYTHING, Mover, openBalances, startLive } from "./live.js";
import { openTransactions, TransactionLedger } from "./live-transactions.js";
import { silentLog } from "./silent-log.js";

/** Random numbers that a seed repeats. @see https://en.wikipedia.org/wiki/Xorshift */
export function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** How often news are lost, doubled and held back; from 0 to 1. */
export interface Faultiness {
  drop: number;
  double: number;
  delay: number;
}

/** A bus whose messages get lost, come twice or come late. */
export function faultyBus(bus: NewsBus, random: () => number, faults: Faultiness): NewsBus {
  const spoiled = (listener: NewsListener): NewsListener => ({
    connected: (is) => listener.connected(is),
    heard(news: News) {
      if (random() < faults.drop) return;
      if (random() < faults.double) listener.heard(news);
      if (random() >= faults.delay) return listener.heard(news);
      void wait(random() * 20).then(() => listener.heard(news));
    },
  });
  return {
    start: (listener) => bus.start(spoiled(listener)),
    publish: (news) => bus.publish(news),
    stop: () => bus.stop(),
  };
}

/** One of several hubs on a database. */
export interface FaultyHub {
  live: LiveHub;
  ledger: Awaited<ReturnType<typeof startLedger>>;
  mover: Mover;
  stop(): Promise<void>;
}

/** Where the hubs are. */
export interface FaultyPlace {
  databaseUrl: string;
  redisUrl: string;
}

const FAULTS: Faultiness = { drop: 0.3, double: 0.2, delay: 0.3 };

/** A hub that posts, and hears of the others over a Redis that fails. */
export async function startFaultyHub(
  at: FaultyPlace,
  name: string,
  random: () => number,
): Promise<FaultyHub> {
  const ledger = await startLedger(at.databaseUrl);
  const redis = new Redis(at.redisUrl, { lazyConnect: true, retryStrategy: () => 20 });
  const { silenceMs } = FOLLOW_LIMITS;
  const options = { redis, channel: `faults ${at.databaseUrl}`, log: silentLog, silenceMs };
  const bus = faultyBus(new RedisNewsBus(options), random, FAULTS);
  const live = await startLive(ledger, { engine: ledger.engine, bus });
  return {
    live,
    ledger,
    mover: new Mover(ledger, name),
    async stop() {
      await ledger.engine.stop();
      await live.stop();
      await ledger.database.close();
    },
  };
}

/** Several hubs, of which one is stopped now and then while another takes its place. */
export class FaultyHubs {
  readonly hubs: FaultyHub[] = [];
  readonly #leaving: Promise<void>[] = [];
  #started = 0;
  accountIds: string[] = [];

  constructor(
    private readonly at: FaultyPlace,
    private readonly random: () => number,
  ) {}

  async start(count: number, accounts: number): Promise<void> {
    while (this.hubs.length < count) this.hubs.push(await this.#one());
    this.accountIds = (await this.hubs[0]?.mover.open(accounts)) ?? [];
  }

  #one(): Promise<FaultyHub> {
    this.#started += 1;
    return startFaultyHub(this.at, `hub ${this.#started}`, seeded(this.#started));
  }

  any(): FaultyHub {
    const hub = this.hubs[Math.floor(this.random() * this.hubs.length)];
    if (!hub) throw new Error("no hub");
    return hub;
  }

  /** Its subscribers are told nothing: to them it is dead. */
  async replaceOne(): Promise<void> {
    const next = await this.#one();
    const [leaving] = this.hubs.splice(Math.floor(this.random() * this.hubs.length), 1, next);
    if (leaving) this.#leaving.push(leaving.stop());
  }

  /** Moves money on whatever hub there is. */
  async post(): Promise<void> {
    const { mover } = this.any();
    mover.accountIds = this.accountIds;
    await Promise.allSettled([mover.move(), mover.move(), mover.move()]);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#leaving, ...this.hubs.map((hub) => hub.stop())]);
  }
}

/** Cuts and pauses Redis as a network would; each call does one of them. */
export async function disturbRedis(redis: Redis, random: () => number): Promise<void> {
  const kind = random();
  if (kind < 0.5) await redis.call("CLIENT", "KILL", "TYPE", "pubsub");
  else if (kind < 0.8) await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
  else await redis.call("CLIENT", "PAUSE", String(Math.floor(random() * 300)), "ALL");
}

/** A subscription that a wanderer has at present. */
export interface Visit {
  full(isFull: boolean): void;
  close(): void;
}

/**
 * Leaves hubs without a word, comes back to any of them, and gets slow at times; at last it stays
 * where it is, and comes back when that hub ends. It has one subscription at a time.
 */
export abstract class Wanderer {
  #visit: Visit | undefined;
  #visits = 0;
  #stays = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    protected readonly hubs: FaultyHubs,
    private readonly random: () => number,
  ) {}

  /** Subscribes at a hub. @throws when that was stopped meanwhile */
  protected abstract visit(hub: FaultyHub, onEnd: () => void): Promise<Visit>;

  async live(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.reconnect();
      for (let turns = this.random() * 6; turns > 0 && !isOver(); turns--) {
        this.#visit?.full(this.random() < 0.3);
        await wait(this.random() * 40);
      }
    }
    this.#stays = true;
    await this.reconnect();
  }

  /** One after the other: two that overlap would leave a subscription that nobody closes. */
  reconnect(): Promise<void> {
    return (this.#turn = this.#turn.then(() => this.#goOn()));
  }

  async #goOn(): Promise<void> {
    this.#visit?.close();
    for (this.#visit = undefined; !this.#visit;) {
      const number = (this.#visits += 1);
      const ended = (): void => {
        if (this.#stays && number === this.#visits) void this.reconnect();
      };
      this.#visit = await this.visit(this.hubs.any(), ended).catch(() => undefined);
    }
  }

  leave(): void {
    this.#stays = false;
    this.#visit?.close();
  }
}

/** Checks every version it is told of. */
export class RestlessClient extends Wanderer {
  readonly checker = new BalanceChecker(true);

  constructor(
    hubs: FaultyHubs,
    random: () => number,
    private readonly delivery: "STATE" | "EVENTS",
  ) {
    super(hubs, random);
  }

  protected visit({ live }: FaultyHub, onEnd: () => void): Promise<Visit> {
    const { delivery, checker } = this;
    const after = checker.cursor ?? undefined;
    return openBalances(live, EVERYTHING, { after, delivery, checker, key: "shared", onEnd });
  }
}

/** Wants every transaction. */
export class RestlessReader extends Wanderer {
  readonly ledger = new TransactionLedger();

  protected visit({ live }: FaultyHub, onEnd: () => void): Promise<Visit> {
    return openTransactions(live, this.ledger, { key: "shared", onEnd });
  }
}
